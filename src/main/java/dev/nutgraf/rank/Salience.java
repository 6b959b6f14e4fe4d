package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.Arrays;

/** What every term of one article weighs: by its idf in the language and its frequency here. */
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
      if (text.sentences().get(s).candidate()) {
        for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
          int term = terms.term(t);
          if (frequency[term]++ == 0) {
            result.firstToken[term] = t;
          }
        }
      }
    }
    double most = 0;
    for (int term = 0; term < frequency.length; term++) {
      boolean counts = frequency[term] > 0 && !terms.stopWord(term);
      result.idf[term] = counts ? documentFrequencies.idf(text.language(), terms.stem(term)) : 0;
      result.salience[term] = (float) (result.idf[term] * Math.log1p(frequency[term]));
      most = Math.max(most, result.salience[term]);
    }
    for (int term = 0; most > 0 && term < frequency.length; term++) {
      result.salience[term] = (float) (result.salience[term] / most);
    }
    return result;
  }

  /** By term: its idf in the language, 0 for stop words. */
  float[] idf() {
    return idf;
  }

  /** By term: idf times logarithm of frequency, 1 the article's highest. */
  float[] salience() {
    return salience;
  }

  /** The first token of a candidate sentence that is the term, or -1. */
  int firstToken(int term) {
    return firstToken[term];
  }

  /** The article's {@code count} most salient terms, best first; of equals the earlier. */
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
