package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
}
