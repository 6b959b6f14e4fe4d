package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.s3.ModelS3.Version;
import dev.nutgraf.s3.ModelState.ArchiveArticle;
import dev.nutgraf.s3.ModelState.Budget;
import dev.nutgraf.s3.ModelState.DeleteArticle;
import dev.nutgraf.s3.ModelState.PutArticle;
import dev.nutgraf.s3.ModelState.Reprocess;
import dev.nutgraf.s3.ModelState.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Model checking of the real {@link Reconciler} on a model of S3: in every quiescent state the
 * outputs match the article, whatever the order of requests, crashes and redeliveries.
 */
final class ReconcilerModelTest {
  private static final ModelGenerator ENGINE = new ModelGenerator("engine-1");
  private static final ModelGenerator NEXT_ENGINE = new ModelGenerator("engine-2");

  /** The steps of scripts: contents to write; empty deletes. */
  private static final List<String> CONTENTS = List.of("good", "other", "bad", "good in 5", "");

  @Test
  void everyInterleavingOfTwoRunsEndsInMatchingOutputs() {
    Exploration exploration = new Exploration();
    for (Budget budget :
        List.of(new Budget(1, 0, 0, 0), new Budget(0, 1, 0, 0), new Budget(0, 0, 1, 0))) {
      for (List<Step> script : scripts(2)) {
        for (ModelS3 start : initialStates()) {
          exploration.exhaust(new ModelScenario(script, List.of(ENGINE), 2), start, budget);
        }
      }
    }
    exploration.print("two runs at a time, two changes, one crash, duplicate or conflict");
  }

  @Test
  void everyInterleavingOfThreeRunsEndsInMatchingOutputs() {
    Exploration exploration = new Exploration();
    for (String last : List.of("good", "bad", "")) {
      List<Step> script = List.of(step(1, "other"), step(2, last));
      exploration.exhaust(
          new ModelScenario(script, List.of(ENGINE), 3), ModelS3.EMPTY, new Budget(0, 1, 0, 0));
    }
    exploration.print("three runs at a time, two changes, one duplicate");
  }

  @Test
  void aHundredThousandRandomLongerRunsEndInMatchingOutputs() {
    Exploration exploration = new Exploration();
    for (long seed = 1; seed <= 100_000; seed++) {
      Random random = new Random(seed);
      List<Step> script = new ArrayList<>();
      int length = 3 + random.nextInt(5);
      for (int number = 1; number <= length; number++) {
        script.add(random.nextInt(6) == 0 ? new Reprocess() : step(number, pick(CONTENTS, random)));
      }
      exploration.walk(
          new ModelScenario(script, List.of(ENGINE), 3),
          pick(initialStates(), random),
          new Budget(random.nextInt(3), random.nextInt(3), random.nextInt(4), 0),
          seed);
    }
    exploration.print("random, three runs at a time, up to seven changes and seven faults");
  }

  @Test
  void theNextReprocessingRepairsEveryInterleavingWithARequestThatOutlivesItsSender() {
    Exploration exploration = new Exploration();
    for (List<Step> script : scripts(2)) {
      for (ModelS3 start : initialStates()) {
        exploration.exhaust(
            new ModelScenario(script, List.of(ENGINE), 2), start, new Budget(0, 0, 0, 1));
      }
    }
    exploration.print("two runs at a time, two changes, one request that outlives its sender");
    assertTrue(exploration.repaired > 0, "Some states must have needed the repair");
  }

  @Test
  void theNextReprocessingRepairsEveryInterleavingOfTwoEngines() {
    Exploration exploration = new Exploration();
    for (List<Step> script : scripts(2)) {
      for (ModelS3 start : initialStates()) {
        exploration.exhaust(
            new ModelScenario(script, List.of(ENGINE, NEXT_ENGINE), 2),
            start,
            new Budget(0, 0, 0, 0));
      }
    }
    exploration.print("two runs of two engines at a time, two changes");
    assertTrue(exploration.repaired > 0, "Some states must have needed the repair");
  }

  @Test
  void theNextReprocessingRepairsRandomRunsWithAllFaultsAtOnce() {
    Exploration exploration = new Exploration();
    for (long seed = 1; seed <= 20_000; seed++) {
      Random random = new Random(seed);
      List<Step> script = new ArrayList<>();
      int length = 3 + random.nextInt(5);
      for (int number = 1; number <= length; number++) {
        script.add(
            switch (random.nextInt(8)) {
              case 0 -> new Reprocess();
              case 1 -> new ArchiveArticle();
              default -> step(number, pick(CONTENTS, random));
            });
      }
      exploration.walk(
          new ModelScenario(script, List.of(ENGINE, NEXT_ENGINE), 3),
          pick(initialStates(), random),
          new Budget(random.nextInt(3), random.nextInt(3), random.nextInt(4), random.nextInt(3)),
          seed);
    }
    exploration.print("random, two engines, archive, late requests");
    assertTrue(exploration.repaired > 0, "Some states must have needed the repair");
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<List<Step>> scripts(int length) {
    List<List<Step>> scripts = List.of(List.of());
    for (int i = 0; i < length; i++) {
      List<List<Step>> longer = new ArrayList<>();
      for (List<Step> script : scripts) {
        for (String content : CONTENTS) {
          List<Step> more = new ArrayList<>(script);
          more.add(step(i + 1, content));
          longer.add(more);
        }
      }
      scripts = longer;
    }
    return scripts;
  }

  private static Step step(int number, String content) {
    return content.isEmpty() ? new DeleteArticle() : new PutArticle(version(number, content));
  }

  private static Version version(int number, String content) {
    String[] parts = content.split(" in ", 2);
    return Version.readable(
        number, parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
  }

  private static List<ModelS3> initialStates() {
    Optional<Version> article = Optional.of(version(0, "good"));
    return List.of(
        ModelS3.EMPTY, new ModelS3(article, ModelScenario.expectedOutputs(article, ENGINE)));
  }

  /** Explores scenarios and counts their states. */
  private static final class Exploration {
    private long scenarios;
    private long states;
    private double interleavings;
    private long quiescentStates;
    private long repaired;

    void exhaust(ModelScenario scenario, ModelS3 start, Budget budget) {
      scenarios++;
      Map<ModelState, Double> ways = new HashMap<>();
      interleavings += ways(scenario, ModelState.initial(start, budget), ways);
      states += ways.size();
    }

    /** Counts the interleavings from a state, and checks every quiescent state. */
    private double ways(ModelScenario scenario, ModelState state, Map<ModelState, Double> known) {
      Double before = known.get(state);
      if (before != null) {
        return before;
      }
      List<Supplier<ModelState>> next = scenario.successors(state);
      double ways = 0;
      if (next.isEmpty()) {
        check(scenario, state, "");
        ways = 1;
      }
      for (Supplier<ModelState> one : next) {
        ways += ways(scenario, one.get(), known);
      }
      known.put(state, ways);
      return ways;
    }

    /** Follows one random interleaving to its end. */
    void walk(ModelScenario scenario, ModelS3 start, Budget budget, long seed) {
      scenarios++;
      interleavings++;
      Random random = new Random(seed);
      ModelState state = ModelState.initial(start, budget);
      for (List<Supplier<ModelState>> next = scenario.successors(state);
          !next.isEmpty();
          next = scenario.successors(state)) {
        state = pick(next, random).get();
        states++;
      }
      check(scenario, state, "seed " + seed);
    }

    private void check(ModelScenario scenario, ModelState state, String where) {
      quiescentStates++;
      if (scenario.matches(state)) {
        return;
      }
      assertTrue(scenario.mayNeedReprocessing(state), () -> where + " quiescent: " + state);
      ModelState reprocessed = scenario.reprocessed(state);
      assertTrue(
          scenario.matches(reprocessed), () -> where + " after reprocessing: " + reprocessed);
      repaired++;
    }

    void print(String what) {
      System.out.printf(
          "Reconciler, %s: %,d scenarios, %,d states, %,.0f interleavings,"
              + " %,d quiescent states checked, %,d repaired by the next reprocessing%n",
          what, scenarios, states, interleavings, quiescentStates, repaired);
    }
  }
}
