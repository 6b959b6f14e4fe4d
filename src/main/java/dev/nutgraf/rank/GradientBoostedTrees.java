package dev.nutgraf.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Ensemble of gradient-boosted regression trees (J. Friedman, 2001) in flat arrays. At an inner
 * node a row goes left if its value is at most the threshold. The score of a row is the sum of the
 * values of the leaves that it reaches.
 *
 * <p>Scoring doesn't walk the trees (QuickScorer: C. Lucchese et al., SIGIR 2015). Each tree has a
 * set of leaves that a row may still reach, as bits from left to right. The nodes of all trees are
 * ordered by column and threshold; those that send the row to the right come first and take the
 * leaves on their left out of the set. The leftmost leaf that remains is the one that the row
 * reaches.
 */
public final class GradientBoostedTrees {
  private static final byte LEAF = -1;

  /** Leaves of the largest tree, which is the number of bits of a set. */
  private static final int MAX_LEAVES = Integer.SIZE;

  private static final int MAX_NODES = 1 << 24;

  /** By node, the column that it compares, or {@link #LEAF}; the two children are adjacent. */
  private final byte[] feature;

  private final float[] threshold;

  /** By node, the distance to its left child, which the right one follows; 0 for a leaf. */
  private final short[] left;

  /** By node, the value of a tree that ended here; for a leaf, its contribution to the score. */
  private final float[] value;

  private final int[] roots;

  /** By column, the first of its nodes in the three arrays that follow; one more ends the last. */
  private final int[] firstOfColumn;

  // The inner nodes by column, then by threshold.
  private final float[] limits;
  private final int[] trees;

  /** The leaves that remain if a row goes to the right. */
  private final int[] remaining;

  /** The values of the leaves, from left to right and tree by tree. */
  private final float[] leaves;

  /** By tree, the first of its leaves; one more ends the last. */
  private final int[] firstLeaf;

  /**
   * Creates an ensemble. Children follow their parents in the arrays.
   *
   * @param roots the root node of each tree
   * @param feature by node, the column that it compares, or -1 for a leaf
   * @param threshold by node, the highest value that goes left
   * @param left by node, the distance to its left child; 0 for a leaf
   * @param value by node, the value of a tree that ended here
   * @throws IllegalArgumentException if a tree has more than 32 leaves
   */
  public GradientBoostedTrees(
      int[] roots, byte[] feature, float[] threshold, short[] left, float[] value) {
    this.roots = roots.clone();
    this.feature = feature.clone();
    this.threshold = threshold.clone();
    this.left = left.clone();
    this.value = value.clone();
    this.leaves = new float[feature.length];
    this.firstLeaf = new int[roots.length + 1];
    int[] leftLeaves = new int[feature.length];
    int[] treeOf = new int[feature.length];
    long[] order = new long[feature.length];
    int inner = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      firstLeaf[tree + 1] = numberLeaves(tree, roots[tree], firstLeaf[tree], leftLeaves, treeOf);
      if (firstLeaf[tree + 1] - firstLeaf[tree] > MAX_LEAVES) {
        throw new IllegalArgumentException("A tree has more than " + MAX_LEAVES + " leaves.");
      }
    }
    for (int node = 0; node < feature.length; node++) {
      if (feature[node] != LEAF) {
        order[inner++] = (long) feature[node] << 56 | ascending(threshold[node]) << 24 | node;
      }
    }
    Arrays.sort(order, 0, inner);
    this.firstOfColumn = new int[Byte.MAX_VALUE + 2];
    this.limits = new float[inner];
    this.trees = new int[inner];
    this.remaining = new int[inner];
    for (int i = 0; i < inner; i++) {
      int node = (int) order[i] & MAX_NODES - 1;
      firstOfColumn[feature[node] + 1] = i + 1;
      limits[i] = threshold[node];
      trees[i] = treeOf[node];
      remaining[i] = ~leftLeaves[node];
    }
    for (int column = 1; column < firstOfColumn.length; column++) {
      firstOfColumn[column] = Math.max(firstOfColumn[column], firstOfColumn[column - 1]);
    }
  }

  /**
   * Numbers the leaves below a node.
   *
   * @param first the number of the first
   * @param leftLeaves by node, receives the set of leaves below its left child
   * @return the number after the last
   */
  private int numberLeaves(int tree, int node, int first, int[] leftLeaves, int[] treeOf) {
    treeOf[node] = tree;
    if (feature[node] == LEAF) {
      leaves[first] = value[node];
      return first + 1;
    }
    int child = node + left[node];
    int middle = numberLeaves(tree, child, first, leftLeaves, treeOf);
    leftLeaves[node] = ((1 << (middle - first)) - 1) << (first - firstLeaf[tree]);
    return numberLeaves(tree, child + 1, middle, leftLeaves, treeOf);
  }

  /** Returns the bits of a number in an order that rises with it, as 32 unsigned bits. */
  static long ascending(float number) {
    int bits = Float.floatToIntBits(number);
    return (bits < 0 ? ~bits : bits | Integer.MIN_VALUE) & 0xFFFF_FFFFL;
  }

  /**
   * Returns the score of each row.
   *
   * @param values finite numbers, row by row
   * @param columns numbers per row
   */
  double[] scores(float[] values, int columns) {
    double[] sums = new double[values.length / columns];
    int[] reachable = new int[roots.length];
    for (int row = 0; row < sums.length; row++) {
      Arrays.fill(reachable, -1);
      for (int column = 0; column < columns; column++) {
        float number = values[row * columns + column];
        int end = firstOfColumn[column + 1];
        for (int i = firstOfColumn[column]; i < end && number > limits[i]; i++) {
          reachable[trees[i]] &= remaining[i];
        }
      }
      double sum = 0;
      for (int tree = 0; tree < roots.length; tree++) {
        sum += leaves[firstLeaf[tree] + Integer.numberOfTrailingZeros(reachable[tree])];
      }
      sums[row] = sum;
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
