package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.Arrays;

/**
 * How the candidate sentences of an article use each term, counted in one pass. Candidate sentences
 * are the rows of the {@link FeatureMatrix}.
 */
final class TermUses {
  private static final int NONE = -1;

  private final int[] frequency;
  private final int[] firstToken;
  private final int[] firstRow;
  private final int[] inside;
  private final int[] capitals;
  private int rows;
  private int allInside;
  private int allCapitals;

  private TermUses(int termCount) {
    this.frequency = new int[termCount];
    this.firstToken = new int[termCount];
    this.firstRow = new int[termCount];
    this.inside = new int[termCount];
    this.capitals = new int[termCount];
    Arrays.fill(firstToken, NONE);
    Arrays.fill(firstRow, NONE);
  }

  static TermUses of(AnalyzedText text) {
    Terms terms = text.terms();
    TermUses uses = new TermUses(terms.termCount());
    for (int s = 0; s < terms.sentenceCount(); s++) {
      if (text.sentences().get(s).isCandidate()) {
        uses.addRow(text.article().text(), terms, terms.firstToken(s), terms.firstToken(s + 1));
      }
    }
    return uses;
  }

  private void addRow(String all, Terms terms, int first, int end) {
    for (int token = first; token < end; token++) {
      int term = terms.term(token);
      if (frequency[term]++ == 0) {
        firstToken[term] = token;
        firstRow[term] = rows;
      }
      if (token > first) {
        inside[term]++;
        allInside++;
        if (Character.isUpperCase(all.charAt(terms.start(token)))) {
          capitals[term]++;
          allCapitals++;
        }
      }
    }
    rows++;
  }

  /** Returns the number of candidate sentences. */
  int rows() {
    return rows;
  }

  /** Returns how often candidate sentences have the term. */
  int frequency(int term) {
    return frequency[term];
  }

  /** Returns the first token of the term in a candidate sentence, or -1 if there is none. */
  int firstToken(int term) {
    return firstToken[term];
  }

  /** Returns the row of the first token, or -1 if there is none. */
  int firstRow(int term) {
    return firstRow[term];
  }

  /** Returns how often the term doesn't open a sentence. */
  int inside(int term) {
    return inside[term];
  }

  /** Returns how often the term has a capital and doesn't open a sentence. */
  int capitals(int term) {
    return capitals[term];
  }

  /** Returns the share of tokens with a capital among those that don't open a sentence. */
  double shareOfCapitals() {
    return allCapitals / (allInside + 1.0);
  }
}
