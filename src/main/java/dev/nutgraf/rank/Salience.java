package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;

/**
 * Weights of the terms of one article. The salience of a term is tf-idf (G. Salton and C. Buckley,
 * 1988) with a logarithmic term frequency: {@code idf * ln(1 + frequency)}, divided by the
 * article's highest. Only candidate sentences count, so boilerplate can't raise a word; stop words
 * weigh 0.
 */
final class Salience {
  private final float[] idf;
  private final float[] salience;

  private Salience(int termCount) {
    this.idf = new float[termCount];
    this.salience = new float[termCount];
  }

  static Salience of(AnalyzedText text, TermUses uses, DocumentFrequencies documentFrequencies) {
    Terms terms = text.terms();
    Salience result = new Salience(terms.termCount());
    double max = 0;
    for (int term = 0; term < terms.termCount(); term++) {
      boolean counts = uses.frequency(term) > 0 && !terms.isStopWord(term);
      result.idf[term] = counts ? documentFrequencies.idf(text.language(), terms.stem(term)) : 0;
      result.salience[term] = (float) (result.idf[term] * Math.log1p(uses.frequency(term)));
      max = Math.max(max, result.salience[term]);
    }
    for (int term = 0; max > 0 && term < terms.termCount(); term++) {
      result.salience[term] = (float) (result.salience[term] / max);
    }
    return result;
  }

  /** Returns by term its inverse document frequency; 0 for stop words and unused terms. */
  float[] idf() {
    return idf;
  }

  /** Returns by term its salience, in [0,1]. */
  float[] salience() {
    return salience;
  }

  /** Returns the {@code count} most salient terms, best first; the earlier of equals first. */
  int[] top(int count) {
    int[] best = new int[Math.min(count, salience.length)];
    int filled = 0;
    for (int term = 0; term < salience.length; term++) {
      int at = filled;
      while (at > 0 && salience[best[at - 1]] < salience[term]) {
        at--;
      }
      if (at < best.length) {
        filled = Math.min(filled + 1, best.length);
        System.arraycopy(best, at, best, at + 1, filled - at - 1);
        best[at] = term;
      }
    }
    return best;
  }
}
