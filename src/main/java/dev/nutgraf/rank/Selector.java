package dev.nutgraf.rank;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Chooses the sentences of a summary: those whose scores, less what they repeat of each other, sum
 * highest among the best-scored. Greedy choice (maximal marginal relevance: Carbonell and
 * Goldstein, SIGIR 1998), then exchanges for as long as one helps.
 */
final class Selector {
  private static final int SPARE = 8;

  /** From here on two sentences say the same, and a summary has no use for both. */
  private static final double SAME = 0.9;

  private static final double FORBIDDING = 1000;

  private final double[] scores;
  private final double[][] repetition;

  /** Rows in question, in text order. */
  private final int[] pool;

  private Selector(double[] scores, int[] pool, double[][] repetition) {
    this.scores = scores;
    this.pool = pool;
    this.repetition = repetition;
  }

  /**
   * The rows of the {@code count} sentences to choose, in text order.
   *
   * @param scores one per row
   * @param redundancy what two sentences that say the same lose
   */
  static int[] choose(Features features, double[] scores, double redundancy, int count) {
    int[] distinct = distinct(features, count);
    int[] pool = best(distinct, scores, Math.min(distinct.length, count + SPARE));
    double[][] repetition = new double[pool.length][pool.length];
    for (int i = 0; i < pool.length; i++) {
      for (int j = 0; j < i; j++) {
        double overlap = features.overlap(pool[i], pool[j]);
        repetition[i][j] = overlap > SAME ? FORBIDDING : redundancy * overlap;
        repetition[j][i] = repetition[i][j];
      }
    }
    return new Selector(scores, pool, repetition).choose(Math.min(count, pool.length));
  }

  /** All rows, but of those that repeat each other word by word the first alone. */
  private static int[] distinct(Features features, int count) {
    int[] rows = new int[features.rows()];
    Set<Long> seen = new HashSet<>();
    int distinct = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows.length <= count || seen.add(features.identity(row))) {
        rows[distinct++] = row;
      }
    }
    return Arrays.copyOf(rows, distinct);
  }

  /** The rows of the highest scores, ascending; of equals the earlier. */
  private static int[] best(int[] rows, double[] scores, int count) {
    double[] sorted = Arrays.stream(rows).mapToDouble(row -> scores[row]).sorted().toArray();
    double least = sorted[sorted.length - count];
    int equals = count;
    for (int i = sorted.length - 1; i >= 0 && sorted[i] > least; i--) {
      equals--;
    }
    int[] best = new int[count];
    int filled = 0;
    for (int row : rows) {
      if (scores[row] > least || (scores[row] == least && equals-- > 0)) {
        best[filled++] = row;
      }
    }
    return best;
  }

  private int[] choose(int count) {
    boolean[] in = new boolean[pool.length];
    for (int n = 0; n < count; n++) {
      in[bestAddition(in)] = true;
    }
    boolean improved = true;
    for (int n = 0; n < 2 * count && improved; n++) {
      improved = exchange(in);
    }
    int[] chosen = new int[count];
    int filled = 0;
    for (int i = 0; i < pool.length; i++) {
      if (in[i]) {
        chosen[filled++] = pool[i];
      }
    }
    return chosen;
  }

  private int bestAddition(boolean[] in) {
    int best = -1;
    for (int i = 0; i < in.length; i++) {
      if (!in[i] && (best < 0 || worth(i, in) > worth(best, in))) {
        best = i;
      }
    }
    return best;
  }

  private boolean exchange(boolean[] in) {
    for (int out = 0; out < in.length; out++) {
      if (in[out]) {
        in[out] = false;
        int better = bestAddition(in);
        if (better != out && worth(better, in) > worth(out, in) + 1e-9) {
          in[better] = true;
          return true;
        }
        in[out] = true;
      }
    }
    return false;
  }

  /** What a sentence adds to those that are in. */
  private double worth(int i, boolean[] in) {
    double worth = scores[pool[i]];
    for (int j = 0; j < in.length; j++) {
      if (in[j] && j != i) {
        worth -= repetition[i][j];
      }
    }
    return worth;
  }
}
