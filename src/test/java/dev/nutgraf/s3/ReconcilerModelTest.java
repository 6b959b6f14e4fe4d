package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.s3.ModelState.ArchiveArticle;
import dev.nutgraf.s3.ModelState.Budget;
import dev.nutgraf.s3.ModelState.ListArticles;
import dev.nutgraf.s3.ModelState.ListOutputs;
import dev.nutgraf.s3.ModelState.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Model checking of the real {@link Reconciler} on a model of S3: in every quiescent state the
 * outputs match the article, whatever the order of requests, crashes and redeliveries.
 */
final class ReconcilerModelTest {
  private static final ModelGenerator ENGINE = ModelExploration.ENGINE;
  private static final ModelGenerator NEXT_ENGINE = new ModelGenerator("engine-2");

  @Test
  void everyInterleavingOfTwoRunsEndsInMatchingOutputs() {
    ModelExploration exploration = new ModelExploration();
    exploration.exhaustAll(List.of(ENGINE), new Budget(1, 0, 0, 0, 0));
    exploration.exhaustAll(List.of(ENGINE), new Budget(0, 1, 0, 0, 0));
    exploration.exhaustSome(List.of(ENGINE), new Budget(0, 0, 1, 0, 0));
    exploration.exhaustSome(List.of(ENGINE), new Budget(0, 0, 0, 1, 0));
    exploration.print("two runs at a time, two changes, one crash, duplicate, conflict or failure");
  }

  @Test
  void everyInterleavingOfThreeRunsEndsInMatchingOutputs() {
    ModelExploration exploration = new ModelExploration();
    for (String first : ModelExploration.ALL ? List.of("good", "other") : List.of("good")) {
      for (String last : List.of("good", "bad", "")) {
        List<Step> script =
            List.of(ModelExploration.step(1, first), ModelExploration.step(2, last));
        exploration.exhaust(
            new ModelScenario(script, List.of(ENGINE), 3),
            ModelS3.EMPTY,
            new Budget(0, 1, 0, 0, 0));
      }
    }
    exploration.print("three runs at a time, two changes, one duplicate");
  }

  @Test
  void aHundredThousandRandomLongerRunsEndInMatchingOutputs() {
    ModelExploration exploration = new ModelExploration();
    for (long seed = 1; seed <= 100_000; seed++) {
      Random random = new Random(seed);
      List<Step> script = new ArrayList<>();
      int length = 3 + random.nextInt(5);
      for (int number = 1; number <= length; number++) {
        script.add(
            switch (random.nextInt(12)) {
              case 0 -> new ListArticles();
              case 1 -> new ListOutputs();
              default -> ModelExploration.step(number, pick(ModelExploration.CONTENTS, random));
            });
      }
      exploration.walk(
          new ModelScenario(script, List.of(ENGINE), 3),
          pick(ModelExploration.initialStates(), random),
          new Budget(random.nextInt(3), random.nextInt(3), random.nextInt(4), random.nextInt(3), 0),
          seed);
    }
    exploration.print("random, three runs at a time, up to seven changes and seven faults");
  }

  @Test
  void theNextReprocessingRepairsEveryInterleavingWithARequestThatOutlivesItsSender() {
    ModelExploration exploration = new ModelExploration();
    exploration.exhaustSome(List.of(ENGINE), new Budget(0, 0, 0, 0, 1));
    exploration.print("two runs at a time, two changes, one request that outlives its sender");
    assertTrue(exploration.repaired() > 0, "Some states must have needed the repair");
  }

  @Test
  void theNextReprocessingRepairsEveryInterleavingOfTwoEngines() {
    ModelExploration exploration = new ModelExploration();
    exploration.exhaustAll(List.of(ENGINE, NEXT_ENGINE), Budget.NONE);
    exploration.print("two runs of two engines at a time, two changes");
    assertTrue(exploration.repaired() > 0, "Some states must have needed the repair");
  }

  @Test
  void theNextReprocessingRepairsRandomRunsWithAllFaultsAtOnce() {
    ModelExploration exploration = new ModelExploration();
    for (long seed = 1; seed <= 20_000; seed++) {
      Random random = new Random(seed);
      List<Step> script = new ArrayList<>();
      int length = 3 + random.nextInt(5);
      for (int number = 1; number <= length; number++) {
        script.add(
            switch (random.nextInt(16)) {
              case 0 -> new ListArticles();
              case 1 -> new ListOutputs();
              case 2, 3 -> new ArchiveArticle();
              default -> ModelExploration.step(number, pick(ModelExploration.CONTENTS, random));
            });
      }
      exploration.walk(
          new ModelScenario(script, List.of(ENGINE, NEXT_ENGINE), 3),
          pick(ModelExploration.initialStates(), random),
          new Budget(
              random.nextInt(3),
              random.nextInt(3),
              random.nextInt(4),
              random.nextInt(3),
              random.nextInt(3)),
          seed);
    }
    exploration.print("random, two engines, archive, late requests");
    assertTrue(exploration.repaired() > 0, "Some states must have needed the repair");
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
