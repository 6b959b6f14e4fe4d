package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.Arrays;

/**
 * Weights of the terms of one article. The salience of a term is tf-idf (G. Salton and C. Buckley,
 * 1988) with a logarithmic term frequency: {@code idf * ln(1 + frequency)}, divided by the
 * article's highest. Only candidate sentences count, so boilerplate can't raise a word; stop words
 * weigh 0.
 */
final class Salience {
  private final float[] idf;
  private final float[] salience;
  private final int[] firstToken;

  private Salience(int termCount) {
    this.idf = new float[termCount];
    this.salience = new float[termCount];
    this.firstToken = new int[termCount];
    Arrays.fill(firstToken, -1);
  }

  static Salience of(AnalyzedText text, DocumentFrequencies documentFrequencies) {
    Terms terms = text.terms();
    Salience result = new Salience(terms.termCount());
    int[] frequency = new int[terms.termCount()];
    for (int s = 0; s < terms.sentenceCount(); s++) {
      if (text.sentences().get(s).isCandidate()) {
        for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
          int term = terms.term(t);
          if (frequency[term]++ == 0) {
            result.firstToken[term] = t;
          }
        }
      }
    }
    double max = 0;
    for (int term = 0; term < frequency.length; term++) {
      boolean counts = frequency[term] > 0 && !terms.isStopWord(term);
      result.idf[term] = counts ? documentFrequencies.idf(text.language(), terms.stem(term)) : 0;
      result.salience[term] = (float) (result.idf[term] * Math.log1p(frequency[term]));
      max = Math.max(max, result.salience[term]);
    }
    for (int term = 0; max > 0 && term < frequency.length; term++) {
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

  /** Returns the first token of the term in a candidate sentence, or -1 if there is none. */
  int firstToken(int term) {
    return firstToken[term];
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
