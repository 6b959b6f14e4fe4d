package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.s3.ModelS3.Version;
import dev.nutgraf.s3.ModelState.Budget;
import dev.nutgraf.s3.ModelState.DeleteArticle;
import dev.nutgraf.s3.ModelState.PutArticle;
import dev.nutgraf.s3.ModelState.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Explores scenarios and counts their states. */
final class ModelExploration {
  static final ModelGenerator ENGINE = new ModelGenerator("engine-1");

  /** The steps of scripts: contents to write; empty deletes. */
  static final List<String> CONTENTS = List.of("good", "other", "bad", "good in 5", "");

  /** With {@code -Dmodel.all} the groups with most states are explored in full. */
  static final boolean ALL = System.getProperty("model.all") != null;

  /** Otherwise one of so many of their scenarios is. */
  private static final int SAMPLE = 7;

  private long scenarios;
  private long states;
  private double interleavings;
  private long quiescentStates;
  private long repaired;

  /** Explores all scenarios of scripts with two steps. */
  void exhaustAll(List<ModelGenerator> engines, Budget budget) {
    exhaustEvery(1, engines, budget);
  }

  /** Explores a sample of the scenarios of scripts with two steps; see {@link #ALL}. */
  void exhaustSome(List<ModelGenerator> engines, Budget budget) {
    exhaustEvery(ALL ? 1 : SAMPLE, engines, budget);
  }

  private void exhaustEvery(int nth, List<ModelGenerator> engines, Budget budget) {
    int number = 0;
    for (List<Step> script : scripts(2)) {
      for (ModelS3 start : initialStates()) {
        if (number++ % nth == 0) {
          exhaust(new ModelScenario(script, engines, 2), start, budget);
        }
      }
    }
  }

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
      state = next.get(random.nextInt(next.size())).get();
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
    assertTrue(scenario.matches(reprocessed), () -> where + " after reprocessing: " + reprocessed);
    repaired++;
  }

  /** Returns the number of quiescent states that the next reprocessing repaired. */
  long repaired() {
    return repaired;
  }

  void print(String what) {
    System.out.printf(
        "Reconciler, %s: %,d scenarios, %,d states, %,.0f interleavings,"
            + " %,d quiescent states checked, %,d repaired by the next reprocessing%n",
        what, scenarios, states, interleavings, quiescentStates, repaired);
  }

  static List<List<Step>> scripts(int length) {
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

  static Step step(int number, String content) {
    return content.isEmpty() ? new DeleteArticle() : new PutArticle(version(number, content));
  }

  static Version version(int number, String content) {
    String[] parts = content.split(" in ", 2);
    return Version.readable(
        number, parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
  }

  static List<ModelS3> initialStates() {
    Optional<Version> article = Optional.of(version(0, "good"));
    return List.of(
        ModelS3.EMPTY, new ModelS3(article, ModelScenario.expectedOutputs(article, ENGINE)));
  }
}
