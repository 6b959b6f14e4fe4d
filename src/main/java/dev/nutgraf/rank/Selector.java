package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.Arrays;

/**
 * Chooses the sentences of a summary: best first, each for its score less what it repeats of those
 * chosen before (maximal marginal relevance: Carbonell and Goldstein, SIGIR 1998).
 */
final class Selector {
  private static final double REDUNDANCY = 1.0;

  private final Terms terms;
  private final Features features;
  private final double[] scores;

  Selector(AnalyzedText text, Features features, double[] scores) {
    this.terms = text.terms();
    this.features = features;
    this.scores = scores;
  }

  /** The rows of the {@code count} best sentences, best first. Ties go to the earlier one. */
  int[] choose(int count) {
    int rows = features.rows();
    int[] chosen = new int[Math.min(count, rows)];
    double[] left = scores.clone();
    for (int n = 0; n < chosen.length; n++) {
      int best = -1;
      for (int row = 0; row < rows; row++) {
        if (left[row] != Double.NEGATIVE_INFINITY && (best < 0 || left[row] > left[best])) {
          best = row;
        }
      }
      chosen[n] = best;
      left[best] = Double.NEGATIVE_INFINITY;
      penalize(best, left);
    }
    return chosen;
  }

  /** Takes from every sentence's score what it shares with the one just chosen. */
  private void penalize(int chosen, double[] left) {
    float[] weight = features.salience().rarity();
    boolean[] held = new boolean[terms.termCount()];
    double heldWeight = 0;
    int s = features.sentence(chosen);
    for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
      if (!held[terms.term(t)]) {
        held[terms.term(t)] = true;
        heldWeight += weight[terms.term(t)];
      }
    }
    int[] seen = new int[terms.termCount()];
    Arrays.fill(seen, -1);
    for (int row = 0; row < left.length; row++) {
      if (left[row] == Double.NEGATIVE_INFINITY) {
        continue;
      }
      double shared = 0;
      double own = 0;
      int other = features.sentence(row);
      for (int t = terms.firstToken(other); t < terms.firstToken(other + 1); t++) {
        int term = terms.term(t);
        if (seen[term] != row) {
          seen[term] = row;
          own += weight[term];
          if (held[term]) {
            shared += weight[term];
          }
        }
      }
      double least = Math.min(own, heldWeight);
      if (least > 0) {
        left[row] -= REDUNDANCY * shared / least;
      }
    }
  }
}
