package dev.nutgraf.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Ensemble of gradient-boosted regression trees (J. Friedman, 2001) in flat arrays. At an inner
 * node a row goes left if its value is at most the threshold. The score of a row is the sum of the
 * values of the leaves that it reaches.
 *
 * <p>Scoring sends all rows through one tree before the next, so the tree stays in the cache. Every
 * row takes as many steps as the tree is deep; a leaf is its own child for the steps that remain. A
 * step adds the outcome of the comparison to an index: branch-free, to avoid mispredictions (as in
 * N. Asadi, J. Lin and A. de Vries, Runtime Optimizations for Tree-based Machine Learning Models,
 * 2014).
 */
public final class GradientBoostedTrees {
  private static final byte LEAF = -1;

  /** By node, the column that it compares, or {@link #LEAF}; the two children are adjacent. */
  private final byte[] feature;

  private final float[] threshold;

  /** By node, the distance to its left child, which the right one follows; 0 for a leaf. */
  private final short[] left;

  /** By node, the value of a tree that ended here; for a leaf, its contribution to the score. */
  private final float[] value;

  private final int[] roots;

  /** By tree, the number of steps from the root to the deepest leaf. */
  private final int[] depths;

  /**
   * {@link #feature} and {@link #threshold} for branch-free steps: at a leaf every row goes left.
   */
  private final int[] column;

  private final float[] limit;

  /**
   * Creates an ensemble. Children follow their parents in the arrays.
   *
   * @param roots the root node of each tree
   * @param feature by node, the column that it compares, or -1 for a leaf
   * @param threshold by node, the highest value that goes left
   * @param left by node, the distance to its left child; 0 for a leaf
   * @param value by node, the value of a tree that ended here
   */
  public GradientBoostedTrees(
      int[] roots, byte[] feature, float[] threshold, short[] left, float[] value) {
    this.roots = roots.clone();
    this.feature = feature.clone();
    this.threshold = threshold.clone();
    this.left = left.clone();
    this.value = value.clone();
    this.depths = new int[roots.length];
    this.column = new int[feature.length];
    this.limit = threshold.clone();
    int[] depth = new int[feature.length];
    // Children follow their parents, so their depths are known first.
    for (int node = feature.length - 1; node >= 0; node--) {
      if (feature[node] == LEAF) {
        limit[node] = Float.POSITIVE_INFINITY;
      } else {
        column[node] = feature[node];
        int child = node + left[node];
        depth[node] = 1 + Math.max(depth[child], depth[child + 1]);
      }
    }
    for (int tree = 0; tree < roots.length; tree++) {
      depths[tree] = depth[roots[tree]];
    }
  }

  /**
   * Returns the score of each row.
   *
   * @param values finite numbers, row by row
   * @param columns numbers per row
   */
  double[] scores(float[] values, int columns) {
    double[] sums = new double[values.length / columns];
    for (int tree = 0; tree < roots.length; tree++) {
      for (int row = 0; row < sums.length; row++) {
        int offset = row * columns;
        int node = roots[tree];
        for (int step = depths[tree]; step > 0; step--) {
          node += left[node] + (values[offset + column[node]] > limit[node] ? 1 : 0);
        }
        sums[row] += value[node];
      }
    }
    return sums;
  }

  /**
   * Returns what each column added to the score of a row: along the row's path, the change of value
   * at each step is attributed to the column that the node compares (A. Saabas, Interpreting random
   * forests, 2014). The contributions and the values of the roots sum to the score.
   *
   * @param values finite numbers, row by row
   * @param offset index of the row's first number
   * @param columns numbers per row
   */
  double[] contributions(float[] values, int offset, int columns) {
    double[] contributions = new double[columns];
    for (int node : roots) {
      while (feature[node] != LEAF) {
        int child = node + left[node] + (values[offset + feature[node]] <= threshold[node] ? 0 : 1);
        contributions[feature[node]] += value[child] - value[node];
        node = child;
      }
    }
    return contributions;
  }

  /** Returns by feature how many nodes compare it. */
  int[] splits() {
    int[] splits = new int[Feature.values().length];
    for (byte column : feature) {
      if (column != LEAF) {
        splits[column]++;
      }
    }
    return splits;
  }

  static GradientBoostedTrees read(DataInputStream in) throws IOException {
    int[] roots = new int[in.readUnsignedShort()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = in.readInt();
    }
    int nodes = in.readInt();
    byte[] feature = new byte[nodes];
    float[] threshold = new float[nodes];
    short[] left = new short[nodes];
    float[] value = new float[nodes];
    in.readFully(feature);
    for (int i = 0; i < nodes; i++) {
      threshold[i] = in.readFloat();
      left[i] = in.readShort();
      value[i] = in.readFloat();
    }
    return new GradientBoostedTrees(roots, feature, threshold, left, value);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeShort(roots.length);
    for (int root : roots) {
      out.writeInt(root);
    }
    out.writeInt(feature.length);
    out.write(feature);
    for (int i = 0; i < feature.length; i++) {
      out.writeFloat(threshold[i]);
      out.writeShort(left[i]);
      out.writeFloat(value[i]);
    }
  }
}
