package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GradientBoostedTreesTest {
  /** A tree that asks column 0, then column 1 on the right; and one that is a single leaf. */
  private static final GradientBoostedTrees TREES =
      new GradientBoostedTrees(
          new int[] {0, 5},
          new byte[] {0, -1, 1, -1, -1, -1},
          new float[] {0.5f, 0, 10, 0, 0, 0},
          new short[] {1, 0, 1, 0, 0, 0},
          new float[] {0.25f, -1, 1, 0.5f, 2, 4});

  @Test
  void sendsARowLeftUpToTheThreshold() {
    float[] rows = {0.5f, 99, 0.6f, 10, 0.6f, 11};
    assertArrayEquals(new double[] {-1 + 4, 0.5 + 4, 2 + 4}, TREES.scores(rows, 2));
  }

  @Test
  void givesEachColumnWhatItChangedAlongThePath() {
    assertArrayEquals(
        new double[] {0.75, 1, 0}, TREES.contributions(new float[] {0.6f, 11, 7}, 0, 3), 1e-9);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TREES.write(new DataOutputStream(bytes));
    GradientBoostedTrees read =
        GradientBoostedTrees.read(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertArrayEquals(new double[] {6}, read.scores(new float[] {1, 11}, 2));
  }

  @RepeatedTest(20)
  void scoresWhatThePathsOfTheRowsAddUpTo(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int columns = 1 + random.nextInt(5);
    GradientBoostedTrees trees = trees(random, 1 + random.nextInt(9), columns);
    for (int row = 0; row < 50; row++) {
      float[] values = new float[columns];
      for (int column = 0; column < columns; column++) {
        values[column] = threshold(random);
      }
      // The roots have the value 0.
      double walked = Arrays.stream(trees.contributions(values, 0, columns)).sum();
      assertEquals(walked, trees.scores(values, columns)[0], 1e-3);
    }
  }

  @Test
  void refusesATreeOfMoreLeavesThanASetHas() {
    assertArrayEquals(new double[] {0}, chain(32).scores(new float[] {1}, 1));
    assertThrows(IllegalArgumentException.class, () -> chain(33));
  }

  /** Returns a tree whose inner nodes all have a leaf on their left. */
  private static GradientBoostedTrees chain(int leaves) {
    int nodes = 2 * leaves - 1;
    byte[] feature = new byte[nodes];
    short[] left = new short[nodes];
    for (int node = 0; node < nodes; node++) {
      boolean inner = node % 2 == 0 && node < nodes - 1;
      feature[node] = (byte) (inner ? 0 : -1);
      left[node] = (short) (inner ? 1 : 0);
    }
    return new GradientBoostedTrees(
        new int[] {0}, feature, new float[nodes], left, new float[nodes]);
  }

  private static GradientBoostedTrees trees(Random random, int count, int columns) {
    int nodes = 0;
    int[] roots = new int[count];
    byte[] feature = new byte[count * 63];
    float[] threshold = new float[feature.length];
    short[] left = new short[feature.length];
    float[] value = new float[feature.length];
    for (int tree = 0; tree < count; tree++) {
      roots[tree] = nodes;
      int end = nodes + 1;
      int leaves = 1 + random.nextInt(32);
      for (int node = nodes; node < nodes + 2 * leaves - 1; node++) {
        boolean inner = end < nodes + 2 * leaves - 1 && (node == end - 1 || random.nextBoolean());
        feature[node] = (byte) (inner ? random.nextInt(columns) : -1);
        threshold[node] = threshold(random);
        left[node] = (short) (inner ? end - node : 0);
        value[node] = node == nodes ? 0 : random.nextFloat();
        end += inner ? 2 : 0;
      }
      nodes = end;
    }
    return new GradientBoostedTrees(roots, feature, threshold, left, value);
  }

  /** Few values, negative ones too, so that many rows stand exactly at a threshold. */
  private static float threshold(Random random) {
    return random.nextInt(9) - 4;
  }
}
