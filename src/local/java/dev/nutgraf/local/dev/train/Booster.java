package dev.nutgraf.local.dev.train;

import dev.nutgraf.rank.GradientBoostedTrees;
import java.util.Arrays;
import java.util.Random;

/**
 * Gradient boosting of regression trees on histograms, grown best leaf first by Newton steps (T.
 * Chen and C. Guestrin, XGBoost, KDD 2016; G. Ke et al., LightGBM, NeurIPS 2017). One thread, one
 * seed: the same rows give the same trees to the byte.
 */
final class Booster {

  /**
   * Hyperparameters.
   *
   * @param trees number of trees
   * @param leaves maximum number of leaves of a tree
   * @param rate learning rate
   * @param minWeight minimum sum of second derivatives in a leaf
   * @param ridge L2 penalty, added to the second derivatives of a leaf
   * @param columnShare share of the columns that each tree uses
   * @param seed seed of the choice of columns
   */
  record BoostingParameters(
      int trees,
      int leaves,
      double rate,
      double minWeight,
      double ridge,
      double columnShare,
      long seed) {}

  /** The loss to minimize. */
  interface Objective {
    /** Fills in the first and second derivatives of the loss by each row's score. */
    void derivatives(float[] scores, float[] first, float[] second);
  }

  private static final int BINS = 128;

  private final BoostingParameters settings;
  private final int columns;
  private final int rows;
  private final float[][] edges;

  /** By column, then row. */
  private final byte[][] bins;

  /**
   * Creates a booster over a table.
   *
   * @param values the table, row by row
   * @param columns number of columns
   */
  Booster(float[] values, int columns, BoostingParameters settings) {
    this.settings = settings;
    this.columns = columns;
    this.rows = values.length / columns;
    this.edges = new float[columns][];
    this.bins = new byte[columns][rows];
    float[] column = new float[rows];
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        column[r] = values[r * columns + c];
      }
      edges[c] = edges(column);
      for (int r = 0; r < rows; r++) {
        bins[c][r] = (byte) bin(edges[c], column[r]);
      }
    }
  }

  /** Upper ends of the bins, between distinct values, at even quantiles. */
  private static float[] edges(float[] column) {
    float[] sorted = column.clone();
    Arrays.sort(sorted);
    float[] edges = new float[BINS];
    int count = 0;
    for (int b = 1; b < BINS; b++) {
      int at = (int) ((long) b * sorted.length / BINS);
      float edge = sorted[Math.max(0, at - 1)];
      if (edge < sorted[sorted.length - 1] && (count == 0 || edge > edges[count - 1])) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  private static int bin(float[] edges, float value) {
    int at = Arrays.binarySearch(edges, value);
    return at >= 0 ? at : -at - 1;
  }

  /** Grows the trees. */
  GradientBoostedTrees boost(Objective objective) {
    float[] scores = new float[rows];
    float[] first = new float[rows];
    float[] second = new float[rows];
    Random random = new Random(settings.seed());
    Nodes nodes = new Nodes();
    for (int t = 0; t < settings.trees(); t++) {
      objective.derivatives(scores, first, second);
      new Tree(first, second, sampleColumns(random)).grow(nodes, scores);
    }
    return nodes.trees();
  }

  private int[] sampleColumns(Random random) {
    int[] all = new int[columns];
    for (int i = 0; i < columns; i++) {
      int j = random.nextInt(i + 1);
      all[i] = all[j];
      all[j] = i;
    }
    int[] some =
        Arrays.copyOf(all, Math.max(1, (int) Math.round(columns * settings.columnShare())));
    Arrays.sort(some);
    return some;
  }

  /** The nodes of all trees so far. */
  private static final class Nodes {
    private int[] roots = {};
    private byte[] feature = {};
    private float[] threshold = {};
    private short[] left = {};
    private float[] value = {};

    /** By node, the bin of its threshold. */
    private int[] bin = {};

    int add(int count) {
      int at = feature.length;
      feature = Arrays.copyOf(feature, at + count);
      threshold = Arrays.copyOf(threshold, at + count);
      left = Arrays.copyOf(left, at + count);
      value = Arrays.copyOf(value, at + count);
      bin = Arrays.copyOf(bin, at + count);
      Arrays.fill(feature, at, at + count, (byte) -1);
      return at;
    }

    void root(int node) {
      roots = Arrays.copyOf(roots, roots.length + 1);
      roots[roots.length - 1] = node;
    }

    GradientBoostedTrees trees() {
      return new GradientBoostedTrees(roots, feature, threshold, left, value);
    }
  }

  /** A leaf that may be split: a range of {@link Tree#order}. */
  private static final class Leaf {
    final int node;
    final int from;
    final int to;
    final double[] histogram;
    double gain;
    int column;
    int bin;

    Leaf(int node, int from, int to, double[] histogram) {
      this.node = node;
      this.from = from;
      this.to = to;
      this.histogram = histogram;
    }
  }

  /** One tree. */
  private final class Tree {
    private final float[] first;
    private final float[] second;
    private final int[] used;
    private int[] order;
    private final int[] spare = new int[rows];

    Tree(float[] first, float[] second, int[] used) {
      this.first = first;
      this.second = second;
      this.used = used;
      this.order = new int[rows];
      int count = 0;
      for (int r = 0; r < rows; r++) {
        if (second[r] > 0) {
          order[count++] = r;
        }
      }
      order = Arrays.copyOf(order, count);
    }

    void grow(Nodes nodes, float[] scores) {
      Leaf[] leaves = new Leaf[settings.leaves()];
      int root = nodes.add(1);
      nodes.root(root);
      leaves[0] = new Leaf(root, 0, order.length, histogram(0, order.length));
      nodes.value[root] = value(leaves[0]);
      find(leaves[0]);
      int count = 1;
      while (count < leaves.length) {
        int best = 0;
        for (int i = 1; i < count; i++) {
          if (leaves[i].gain > leaves[best].gain) {
            best = i;
          }
        }
        Leaf leaf = leaves[best];
        if (leaf.gain <= 0) {
          break;
        }
        int middle = partition(leaf);
        int child = nodes.add(2);
        nodes.feature[leaf.node] = (byte) leaf.column;
        nodes.threshold[leaf.node] = edges[leaf.column][leaf.bin];
        nodes.bin[leaf.node] = leaf.bin;
        nodes.left[leaf.node] = (short) (child - leaf.node);
        boolean leftSmaller = middle - leaf.from < leaf.to - middle;
        double[] smaller = leftSmaller ? histogram(leaf.from, middle) : histogram(middle, leaf.to);
        double[] larger = leaf.histogram;
        for (int i = 0; i < larger.length; i++) {
          larger[i] -= smaller[i];
        }
        leaves[best] = new Leaf(child, leaf.from, middle, leftSmaller ? smaller : larger);
        leaves[count] = new Leaf(child + 1, middle, leaf.to, leftSmaller ? larger : smaller);
        for (Leaf grown : new Leaf[] {leaves[best], leaves[count]}) {
          nodes.value[grown.node] = value(grown);
          find(grown);
        }
        count++;
      }
      apply(nodes, root, scores);
    }

    private void apply(Nodes nodes, int root, float[] scores) {
      for (int r = 0; r < rows; r++) {
        int node = root;
        while (nodes.feature[node] >= 0) {
          int column = nodes.feature[node];
          boolean goesLeft = (bins[column][r] & 0xff) <= bin(edges[column], nodes.threshold[node]);
          node += nodes.left[node] + (goesLeft ? 0 : 1);
        }
        scores[r] += nodes.value[node];
      }
    }

    private double[] histogram(int from, int to) {
      double[] histogram = new double[used.length * BINS * 2];
      for (int u = 0; u < used.length; u++) {
        byte[] bin = bins[used[u]];
        int base = u * BINS * 2;
        for (int i = from; i < to; i++) {
          int r = order[i];
          int at = base + (bin[r] & 0xff) * 2;
          histogram[at] += first[r];
          histogram[at + 1] += second[r];
        }
      }
      return histogram;
    }

    private float value(Leaf leaf) {
      double g = 0;
      double h = 0;
      for (int b = 0; b < BINS; b++) {
        g += leaf.histogram[2 * b];
        h += leaf.histogram[2 * b + 1];
      }
      return (float) (-settings.rate() * g / (h + settings.ridge()));
    }

    private void find(Leaf leaf) {
      double g = 0;
      double h = 0;
      for (int b = 0; b < BINS; b++) {
        g += leaf.histogram[2 * b];
        h += leaf.histogram[2 * b + 1];
      }
      double whole = g * g / (h + settings.ridge());
      for (int u = 0; u < used.length; u++) {
        double leftFirst = 0;
        double leftSecond = 0;
        for (int b = 0; b < edges[used[u]].length; b++) {
          int at = (u * BINS + b) * 2;
          leftFirst += leaf.histogram[at];
          leftSecond += leaf.histogram[at + 1];
          double rightSecond = h - leftSecond;
          if (leftSecond >= settings.minWeight() && rightSecond >= settings.minWeight()) {
            double right = g - leftFirst;
            double gain =
                leftFirst * leftFirst / (leftSecond + settings.ridge())
                    + right * right / (rightSecond + settings.ridge())
                    - whole;
            if (gain > leaf.gain + 1e-9) {
              leaf.gain = gain;
              leaf.column = used[u];
              leaf.bin = b;
            }
          }
        }
      }
    }

    /** Moves the rows of the left child to the front in stable order; returns the boundary. */
    private int partition(Leaf leaf) {
      byte[] bin = bins[leaf.column];
      int left = leaf.from;
      int right = 0;
      for (int i = leaf.from; i < leaf.to; i++) {
        int r = order[i];
        if ((bin[r] & 0xff) <= leaf.bin) {
          order[left++] = r;
        } else {
          spare[right++] = r;
        }
      }
      System.arraycopy(spare, 0, order, left, right);
      return left;
    }
  }
}
