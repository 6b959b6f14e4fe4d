package dev.nutgraf.rank;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Chooses the sentences of a summary: high scores, without repetition, with their context.
 *
 * <p>The value of a sentence within a summary is its score, minus the redundancy with each other
 * chosen sentence, minus a penalty if it opens with an anaphor whose sentence isn't chosen. The
 * selector looks for the set with the highest sum, in this order:
 *
 * <ol>
 *   <li>Of sentences with the same words only the first is kept, unless the summary has room for
 *       all sentences.
 *   <li>A long text is divided into equal parts, at most one per sentence to choose, and each part
 *       gets an equal share of the summary. A text of one segment ({@link FeatureMatrix#segments})
 *       is one part.
 *   <li>The best-scored sentences of each part form a pool, so the cost doesn't depend on the
 *       length of the article.
 *   <li>Sentences are added greedily (maximal marginal relevance; J. Carbonell and J. Goldstein,
 *       SIGIR 1998), then exchanged one for one as long as the sum grows.
 *   <li>If a part has too few sentences, the others fill the summary.
 * </ol>
 *
 * <p>Scores are in units of log-odds and mostly within -7 and 7. The model states the redundancy;
 * {@code docs/quality.md} reports that ROUGE hardly depends on it. The anaphora penalty serves
 * readability, which ROUGE doesn't measure.
 */
final class Selector {
  /** Sentences in the pool beyond those to choose. */
  private static final int SPARE_SENTENCES = 8;

  /** Overlap above which two sentences are duplicates. */
  private static final double DUPLICATE_OVERLAP = 0.9;

  /** Redundancy of duplicates, which no score outweighs. */
  private static final double DUPLICATE_PENALTY = 1000;

  /** Penalty for an anaphoric opening whose preceding sentence isn't chosen, in units of score. */
  private static final double ANAPHORA_PENALTY = 0.3;

  /** Gain up to which an exchange isn't made, so that rounding errors can't cause a cycle. */
  private static final double MIN_GAIN = 1e-9;

  /** Exchanges per sentence to choose after which the search stops. */
  private static final int MAX_EXCHANGES_PER_SENTENCE = 2;

  private final double[] scores;

  /** By place in the pool, whether the row opens with an anaphor. */
  private final boolean[] anaphoric;

  /** By two places in the pool, the score that a summary of both loses. */
  private final double[][] repetition;

  /** Rows to choose from, in text order. */
  private final int[] pool;

  private final int parts;

  /** By place in the pool, the part of the text that the row belongs to. */
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
   * Chooses sentences.
   *
   * @param scores one per row
   * @param redundancy score that a summary loses for two sentences of the same words
   * @param length the sentences to choose
   * @return the rows in text order; fewer than asked for if there are too few distinct ones
   */
  static int[] choose(
      FeatureMatrix features, double[] scores, double redundancy, SummaryLength length) {
    int count = length.sentences();
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
        repetition[i][j] = overlap > DUPLICATE_OVERLAP ? DUPLICATE_PENALTY : redundancy * overlap;
        repetition[j][i] = repetition[i][j];
      }
    }
    return new Selector(scores, pool, parts, part, anaphoric, repetition)
        .choose(Math.min(count, pool.length), (count + parts - 1) / parts);
  }

  /** Returns the best rows of each part, ascending. */
  private static int[] pool(int[] rows, double[] scores, int parts, int count) {
    int[] pool = new int[0];
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int to = from;
      while (to < rows.length && part(rows[to], scores.length, parts) == part) {
        to++;
      }
      int wanted = Math.min(to - from, (parts == 1 ? count : 1 + count / parts) + SPARE_SENTENCES);
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

  /** Returns all rows except those with the same words as an earlier one. */
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

  /** Returns the rows with the highest scores, ascending; the earlier of equals. */
  private static int[] best(int[] rows, double[] scores, int count) {
    double[] sorted = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = scores[rows[i]];
    }
    Arrays.sort(sorted);
    if (count == 0) {
      return new int[0];
    }
    double min = sorted[sorted.length - count];
    int equals = count;
    for (int i = sorted.length - 1; i >= 0 && sorted[i] > min; i--) {
      equals--;
    }
    int[] best = new int[count];
    int filled = 0;
    for (int row : rows) {
      if (scores[row] > min || (scores[row] == min && equals-- > 0)) {
        best[filled++] = row;
      }
    }
    return best;
  }

  private int[] choose(int count, int perPart) {
    boolean[] in = new boolean[pool.length];
    int chosen = add(in, count, perPart);
    boolean improved = true;
    for (int n = 0; n < MAX_EXCHANGES_PER_SENTENCE * count && improved; n++) {
      improved = exchange(in, perPart);
    }
    // Other parts fill the places that a short part leaves.
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

  /** Adds up to {@code count} sentences, best first, and returns how many it found. */
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

  /** Returns the best sentence to add in a part that isn't full, or -1 if there is none. */
  private int bestAddition(boolean[] in, int perPart) {
    int[] taken = new int[parts];
    for (int i = 0; i < in.length; i++) {
      taken[part[i]] += in[i] ? 1 : 0;
    }
    int best = -1;
    for (int i = 0; i < in.length; i++) {
      if (!in[i] && taken[part[i]] < perPart && (best < 0 || gain(i, in) > gain(best, in))) {
        best = i;
      }
    }
    return best;
  }

  /** Makes the first exchange that raises the sum; returns whether there was one. */
  private boolean exchange(boolean[] in, int perPart) {
    for (int out = 0; out < in.length; out++) {
      if (in[out]) {
        in[out] = false;
        int better = bestAddition(in, perPart);
        if (better != out && gain(better, in) > gain(out, in) + MIN_GAIN) {
          in[better] = true;
          return true;
        }
        in[out] = true;
      }
    }
    return false;
  }

  /**
   * Returns what a sentence adds to the sum of a summary: its score, minus its redundancy, minus
   * the penalty of an anaphoric opening, plus the penalty that it saves the sentence after it.
   */
  private double gain(int i, boolean[] in) {
    double gain = scores[pool[i]];
    if (anaphoric[i] && !(i > 0 && in[i - 1] && pool[i - 1] == pool[i] - 1)) {
      gain -= ANAPHORA_PENALTY;
    }
    if (i + 1 < in.length && in[i + 1] && anaphoric[i + 1] && pool[i + 1] == pool[i] + 1) {
      gain += ANAPHORA_PENALTY;
    }
    for (int j = 0; j < in.length; j++) {
      if (in[j] && j != i) {
        gain -= repetition[i][j];
      }
    }
    return gain;
  }
}
