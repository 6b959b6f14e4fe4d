package dev.nutgraf.local.dev.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoosterTest {
  private static final int FEATURES = 3;

  @Test
  void learnsTheInteractionOfTwoColumns() {
    Random random = new Random(5);
    float[] values = new float[2000 * FEATURES];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    float[] target = new float[2000];
    for (int row = 0; row < target.length; row++) {
      target[row] = values[row * FEATURES] > 0.5 ^ values[row * FEATURES + 2] > 0.3 ? 1 : -1;
    }
    float[] last = new float[target.length];
    new Booster(values, FEATURES, new Booster.BoostingParameters(60, 6, 0.3, 1, 1, 1, 1))
        .boost(
            (scores, first, second) -> {
              for (int row = 0; row < target.length; row++) {
                first[row] = scores[row] - target[row];
              }
              Arrays.fill(second, 1);
              System.arraycopy(scores, 0, last, 0, last.length);
            });
    int wrong = 0;
    for (int row = 0; row < target.length; row++) {
      if (Math.signum(last[row]) != target[row]) {
        wrong++;
      }
    }
    assertTrue(wrong < 40, wrong + " of 2000 wrong");
  }
}
