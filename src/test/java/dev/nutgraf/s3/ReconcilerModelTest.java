package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.s3.ModelS3.Version;
import dev.nutgraf.s3.ModelState.Archive;
import dev.nutgraf.s3.ModelState.Budget;
import dev.nutgraf.s3.ModelState.Remove;
import dev.nutgraf.s3.ModelState.Sweep;
import dev.nutgraf.s3.ModelState.Turn;
import dev.nutgraf.s3.ModelState.WriteResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The promise of reconciling, on a model of S3 with the real {@link Reconciler}: whatever the order
 * of requests, whoever dies and is delivered again, at rest the outputs agree with the article.
 */
final class ReconcilerModelTest {
  private static final ModelMaker ENGINE = new ModelMaker("engine-1");
  private static final ModelMaker NEXT_ENGINE = new ModelMaker("engine-2");

  /** What a script is made of: contents to write, or nothing to delete. */
  private static final List<String> CONTENTS = List.of("good", "other", "bad", "good in 5", "");

  @Test
  void everyInterleavingOfTwoRunsEndsInAgreement() {
    Exploration exploration = new Exploration();
    for (Budget budget :
        List.of(new Budget(1, 0, 0, 0), new Budget(0, 1, 0, 0), new Budget(0, 0, 1, 0))) {
      for (List<Turn> script : scripts(2)) {
        for (ModelS3 start : beginnings()) {
          exploration.exhaust(new ModelScenario(script, List.of(ENGINE), 2), start, budget);
        }
      }
    }
    exploration.print("two runs at a time, two changes, one crash, duplicate or conflict");
  }

  @Test
  void everyInterleavingOfThreeRunsEndsInAgreement() {
    Exploration exploration = new Exploration();
    for (String last : List.of("good", "bad", "")) {
      List<Turn> script = List.of(turn(1, "other"), turn(2, last));
      exploration.exhaust(
          new ModelScenario(script, List.of(ENGINE), 3), ModelS3.EMPTY, new Budget(0, 1, 0, 0));
    }
    exploration.print("three runs at a time, two changes, one duplicate");
  }

  @Test
  void aHundredThousandRandomLongerRunsEndInAgreement() {
    Exploration exploration = new Exploration();
    for (long seed = 1; seed <= 100_000; seed++) {
      Random random = new Random(seed);
      List<Turn> script = new ArrayList<>();
      int length = 3 + random.nextInt(5);
      for (int number = 1; number <= length; number++) {
        script.add(random.nextInt(6) == 0 ? new Sweep() : turn(number, pick(CONTENTS, random)));
      }
      exploration.walk(
          new ModelScenario(script, List.of(ENGINE), 3),
          pick(beginnings(), random),
          new Budget(random.nextInt(3), random.nextInt(3), random.nextInt(4), 0),
          seed);
    }
    exploration.print("random, three runs at a time, up to seven changes and seven faults");
  }

  @Test
  void theNextSweepRepairsEveryInterleavingWithARequestThatOutlivedItsSender() {
    Exploration exploration = new Exploration();
    for (List<Turn> script : scripts(2)) {
      for (ModelS3 start : beginnings()) {
        exploration.exhaust(
            new ModelScenario(script, List.of(ENGINE), 2), start, new Budget(0, 0, 0, 1));
      }
    }
    exploration.print("two runs at a time, two changes, one request that outlives its sender");
    assertTrue(exploration.repaired > 0, "Some rests must have needed the sweep");
  }

  @Test
  void theNextSweepRepairsEveryInterleavingOfTwoEngines() {
    Exploration exploration = new Exploration();
    for (List<Turn> script : scripts(2)) {
      for (ModelS3 start : beginnings()) {
        exploration.exhaust(
            new ModelScenario(script, List.of(ENGINE, NEXT_ENGINE), 2),
            start,
            new Budget(0, 0, 0, 0));
      }
    }
    exploration.print("two runs of two engines at a time, two changes");
    assertTrue(exploration.repaired > 0, "Some rests must have needed the sweep");
  }

  @Test
  void theNextSweepRepairsRandomRunsWithAllTroubleAtOnce() {
    Exploration exploration = new Exploration();
    for (long seed = 1; seed <= 20_000; seed++) {
      Random random = new Random(seed);
      List<Turn> script = new ArrayList<>();
      int length = 3 + random.nextInt(5);
      for (int number = 1; number <= length; number++) {
        script.add(
            switch (random.nextInt(8)) {
              case 0 -> new Sweep();
              case 1 -> new Archive();
              default -> turn(number, pick(CONTENTS, random));
            });
      }
      exploration.walk(
          new ModelScenario(script, List.of(ENGINE, NEXT_ENGINE), 3),
          pick(beginnings(), random),
          new Budget(random.nextInt(3), random.nextInt(3), random.nextInt(4), random.nextInt(3)),
          seed);
    }
    exploration.print("random, two engines, archive, late requests");
    assertTrue(exploration.repaired > 0, "Some rests must have needed the sweep");
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<List<Turn>> scripts(int length) {
    List<List<Turn>> scripts = List.of(List.of());
    for (int i = 0; i < length; i++) {
      List<List<Turn>> longer = new ArrayList<>();
      for (List<Turn> script : scripts) {
        for (String content : CONTENTS) {
          List<Turn> more = new ArrayList<>(script);
          more.add(turn(i + 1, content));
          longer.add(more);
        }
      }
      scripts = longer;
    }
    return scripts;
  }

  private static Turn turn(int number, String content) {
    return content.isEmpty() ? new Remove() : new WriteResult(version(number, content));
  }

  private static Version version(int number, String content) {
    String[] parts = content.split(" in ", 2);
    return Version.readable(
        number, parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
  }

  private static List<ModelS3> beginnings() {
    Optional<Version> article = Optional.of(version(0, "good"));
    return List.of(ModelS3.EMPTY, new ModelS3(article, ModelScenario.wanted(article, ENGINE)));
  }

  /** Counts what was looked at. */
  private static final class Exploration {
    private long scenarios;
    private long moments;
    private double interleavings;
    private long rests;
    private long repaired;

    void exhaust(ModelScenario scenario, ModelS3 start, Budget budget) {
      scenarios++;
      Map<ModelState, Double> ways = new HashMap<>();
      interleavings += ways(scenario, ModelState.beginning(start, budget), ways);
      moments += ways.size();
    }

    /** In how many ways things can go on from here; every rest on the way is checked. */
    private double ways(ModelScenario scenario, ModelState state, Map<ModelState, Double> known) {
      Double before = known.get(state);
      if (before != null) {
        return before;
      }
      List<Supplier<ModelState>> next = scenario.after(state);
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

    /** Goes one random way to its end. */
    void walk(ModelScenario scenario, ModelS3 start, Budget budget, long seed) {
      scenarios++;
      interleavings++;
      Random random = new Random(seed);
      ModelState state = ModelState.beginning(start, budget);
      for (List<Supplier<ModelState>> next = scenario.after(state);
          !next.isEmpty();
          next = scenario.after(state)) {
        state = pick(next, random).get();
        moments++;
      }
      check(scenario, state, "seed " + seed);
    }

    private void check(ModelScenario scenario, ModelState rest, String where) {
      rests++;
      if (scenario.agrees(rest)) {
        return;
      }
      assertTrue(scenario.mayNeedASweep(rest), () -> where + " at rest: " + rest);
      ModelState swept = scenario.swept(rest);
      assertTrue(scenario.agrees(swept), () -> where + " after a sweep: " + swept);
      repaired++;
    }

    void print(String what) {
      System.out.printf(
          "Reconciler, %s: %,d scenarios, %,d moments, %,.0f interleavings,"
              + " %,d rests checked, %,d repaired by the next sweep%n",
          what, scenarios, moments, interleavings, rests, repaired);
    }
  }
}
