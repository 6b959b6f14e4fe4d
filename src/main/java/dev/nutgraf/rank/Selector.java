package dev.nutgraf.rank;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Chooses the sentences of a summary: those whose scores, less what they repeat of each other, sum
 * highest among the best-scored. Greedy choice (maximal marginal relevance: Carbonell and
 * Goldstein, SIGIR 1998), then exchanges for as long as one helps. Of a text of several segments
 * every part gives its share.
 */
final class Selector {
  private static final int SPARE = 8;

  /** From here on two sentences say the same, and a summary has no use for both. */
  private static final double SAME = 0.9;

  /** More than any score can make up for. */
  private static final double FORBIDDING = 1000;

  /** What a sentence loses that anaphoric on one that is left out, in units of score. */
  private static final double ANAPHORA_PENALTY = 0.3;

  private final double[] scores;
  private final boolean[] anaphoric;
  private final double[][] repetition;

  /** Rows in question, in text order. */
  private final int[] pool;

  private final int parts;

  /** By place in the pool, which part of the text it is from. */
  private final int[] part;

  private Selector(
      double[] scores,
      int[] pool,
      int parts,
      int[] part,
      boolean[] anaphoric,
      double[][] repetition) {
    this.parts = parts;
    this.part = part;
    this.anaphoric = anaphoric;
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
  static int[] choose(FeatureMatrix features, double[] scores, double redundancy, int count) {
    int[] distinct = distinct(features, count);
    int parts = Math.max(1, Math.min(count, features.segments()));
    int[] pool = pool(distinct, scores, parts, count);
    int[] part = new int[pool.length];
    double[][] repetition = new double[pool.length][pool.length];
    boolean[] anaphoric = new boolean[pool.length];
    int[][] terms = new int[pool.length][];
    for (int i = 0; i < pool.length; i++) {
      part[i] = part(pool[i], scores.length, parts);
      anaphoric[i] = features.isAnaphoric(pool[i]);
      terms[i] = features.distinctTerms(pool[i]);
      for (int j = 0; j < i; j++) {
        double overlap = features.overlap(terms[i], terms[j]);
        repetition[i][j] = overlap > SAME ? FORBIDDING : redundancy * overlap;
        repetition[j][i] = repetition[i][j];
      }
    }
    return new Selector(scores, pool, parts, part, anaphoric, repetition)
        .choose(Math.min(count, pool.length), (count + parts - 1) / parts);
  }

  /** The best rows of every part, ascending. */
  private static int[] pool(int[] rows, double[] scores, int parts, int count) {
    int[] pool = new int[0];
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int to = from;
      while (to < rows.length && part(rows[to], scores.length, parts) == part) {
        to++;
      }
      int wanted = Math.min(to - from, (parts == 1 ? count : 1 + count / parts) + SPARE);
      int[] best = best(Arrays.copyOfRange(rows, from, to), scores, wanted);
      int before = pool.length;
      pool = Arrays.copyOf(pool, before + best.length);
      System.arraycopy(best, 0, pool, before, best.length);
      from = to;
    }
    return pool;
  }

  private static int part(int row, int rows, int parts) {
    return (int) ((long) row * parts / rows);
  }

  /** All rows, but of those that repeat each other word by word the first alone. */
  private static int[] distinct(FeatureMatrix features, int count) {
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
    double[] sorted = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = scores[rows[i]];
    }
    Arrays.sort(sorted);
    if (count == 0) {
      return new int[0];
    }
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

  private int[] choose(int count, int perPart) {
    boolean[] in = new boolean[pool.length];
    int chosen = add(in, count, perPart);
    boolean improved = true;
    for (int n = 0; n < 2 * count && improved; n++) {
      improved = exchange(in, perPart);
    }
    // Where a part has too little to say, others may say more.
    add(in, count - chosen, count);
    int[] rows = new int[pool.length];
    int size = 0;
    for (int i = 0; i < pool.length; i++) {
      if (in[i]) {
        rows[size++] = pool[i];
      }
    }
    return Arrays.copyOf(rows, size);
  }

  /** Adds the best while there are any, and says how many. */
  private int add(boolean[] in, int count, int perPart) {
    for (int n = 0; n < count; n++) {
      int best = bestAddition(in, perPart);
      if (best < 0) {
        return n;
      }
      in[best] = true;
    }
    return Math.max(0, count);
  }

  /** The best sentence that is not in and whose part has room; -1 where there is none. */
  private int bestAddition(boolean[] in, int perPart) {
    int[] taken = new int[parts];
    for (int i = 0; i < in.length; i++) {
      taken[part[i]] += in[i] ? 1 : 0;
    }
    int best = -1;
    for (int i = 0; i < in.length; i++) {
      if (!in[i] && taken[part[i]] < perPart && (best < 0 || worth(i, in) > worth(best, in))) {
        best = i;
      }
    }
    return best;
  }

  private boolean exchange(boolean[] in, int perPart) {
    for (int out = 0; out < in.length; out++) {
      if (in[out]) {
        in[out] = false;
        int better = bestAddition(in, perPart);
        if (better != out && worth(better, in) > worth(out, in) + 1e-9) {
          in[better] = true;
          return true;
        }
        in[out] = true;
      }
    }
    return false;
  }

  /**
   * What a sentence adds to those that are in: its score less what it repeats, less the loss of one
   * that anaphoric on a sentence left out, plus the loss it saves the one that anaphoric on it.
   */
  private double worth(int i, boolean[] in) {
    double worth = scores[pool[i]];
    if (anaphoric[i] && !(i > 0 && in[i - 1] && pool[i - 1] == pool[i] - 1)) {
      worth -= ANAPHORA_PENALTY;
    }
    if (i + 1 < in.length && in[i + 1] && anaphoric[i + 1] && pool[i + 1] == pool[i] + 1) {
      worth += ANAPHORA_PENALTY;
    }
    for (int j = 0; j < in.length; j++) {
      if (in[j] && j != i) {
        worth -= repetition[i][j];
      }
    }
    return worth;
  }
}
