package dev.nutgraf.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Gradient-boosted regression trees in flat arrays. A row goes left where its number is at most the
 * threshold; the score of a row is the sum of the values of the leaves it ends in.
 *
 * <p>To score, all rows go through one tree after the other. Each takes as many steps as the tree
 * is deep and, once at a leaf, stays there: which way it goes is a sum and no jump, which a
 * processor would guess wrong half the time.
 */
public final class GradientBoostedTrees {
  private static final byte LEAF = -1;

  /** Nodes of all trees, tree by tree; the children of a node stand side by side. */
  private final byte[] feature;

  private final float[] threshold;

  /** The left child, relative to the node; the right one is the next. */
  private final short[] left;

  /** What a row that comes by has collected in its tree so far; of a leaf, its final value. */
  private final float[] value;

  private final int[] roots;

  /** By tree, how many steps the deepest leaf is from the root. */
  private final int[] depths;

  /** By node, the column to compare and the highest number that goes left; of a leaf, all do. */
  private final int[] column;

  private final float[] limit;

  /**
   * Trees.
   *
   * @param roots the first node of each tree
   * @param feature by node, the column it asks for, or -1 for a leaf
   * @param threshold by node, the highest number that goes left
   * @param left by node, how many nodes further its left child stands; 0 for a leaf
   * @param value by node, the value of a row that stopped there
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
    // Children stand behind their parents.
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
   * The scores of rows.
   *
   * @param values finite numbers, row by row
   * @param columns how many there are in a row
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
   * What each column added to the score of a row: along the row's path, the change of value at each
   * node is the doing of the column the node asks for (A. Saabas, 2014).
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
