package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Probability of each word of an article to occur in its summary: logistic regression on how the
 * article uses the word (after K. Hong and A. Nenkova, Improving the Estimation of Word Importance
 * for News Multi-Document Summarization, EACL 2014).
 *
 * <p>Five inputs describe a word: how often it occurs and in which sentence first; how rare it is
 * in its language and how it is written; whether the headline contains it; how many of the lead
 * sentences do; and how long the article is. Each input is divided into classes, and the first
 * three are crossed with a second property. The log-odds of a word are therefore the sum of five
 * table cells, one per input. The limits of the classes are roughly even in the logarithm, since
 * frequencies and positions of words fall off like a power law; the cells are trained.
 */
public final class WordModel {
  /** Number of inputs, which is the number of cells per word. */
  public static final int INPUTS = 5;

  // Classes of each property.
  private static final int FREQUENCY_CLASSES = 6;
  private static final int FIRST_SENTENCE_CLASSES = 8;
  private static final int IDF_CLASSES = 8;
  private static final int FORM_CLASSES = 4;
  private static final int HEADLINE_CLASSES = 3;
  private static final int LEAD_CLASSES = 4;
  private static final int SIZE_CLASSES = 5;

  // First cell of each input; the first one's is 0.
  private static final int IDF_AND_FORM = FREQUENCY_CLASSES * FIRST_SENTENCE_CLASSES;
  private static final int HEADLINE = IDF_AND_FORM + IDF_CLASSES * FORM_CLASSES;
  private static final int LEAD = HEADLINE + HEADLINE_CLASSES * FREQUENCY_CLASSES;
  private static final int SIZE = LEAD + LEAD_CLASSES;

  /** Number of table cells. */
  public static final int CELLS = SIZE + SIZE_CLASSES;

  private static final int LEAD_SENTENCES = LEAD_CLASSES - 1;

  /** Half the size at which the second class of sizes begins; every class spans a doubling. */
  private static final int SIZE_UNIT = 5;

  private final float[] weight;

  /** Creates a model with the given weight of each cell. */
  public WordModel(float[] weight) {
    this.weight = weight.clone();
  }

  /** Returns by term the probability of occurring in the summary; 0 for stop words. */
  float[] probabilities(AnalyzedText text, TermUses uses, Salience salience) {
    int[] cells = cells(text, uses, salience);
    float[] probabilities = new float[cells.length / INPUTS];
    for (int term = 0; term < probabilities.length; term++) {
      if (cells[term * INPUTS] >= 0) {
        double logit = 0;
        for (int i = 0; i < INPUTS; i++) {
          logit += weight[cells[term * INPUTS + i]];
        }
        probabilities[term] = (float) (1 / (1 + Math.exp(-logit)));
      }
    }
    return probabilities;
  }

  /**
   * Returns the cells of every term, {@link #INPUTS} each; the first of them is -1 for a stop word
   * and for a term that no candidate sentence contains.
   */
  public static int[] cells(AnalyzedText text, DocumentFrequencies documentFrequencies) {
    TermUses uses = TermUses.of(text);
    return cells(text, uses, Salience.of(text, uses, documentFrequencies));
  }

  private static int[] cells(AnalyzedText text, TermUses uses, Salience salience) {
    Terms terms = text.terms();
    int count = terms.termCount();
    int[] inLead = leadSentences(text);
    boolean headline = false;
    for (int term = 0; term < count; term++) {
      headline |= terms.isInHeadline(term);
    }
    int size = sizeClass(uses.rows());
    int[] cells = new int[count * INPUTS];
    for (int term = 0; term < count; term++) {
      int at = term * INPUTS;
      if (uses.frequency(term) == 0 || terms.isStopWord(term)) {
        cells[at] = -1;
        continue;
      }
      int often = frequencyClass(uses.frequency(term));
      int idf = Math.min(IDF_CLASSES - 1, (int) (salience.idf()[term] * IDF_CLASSES));
      int form = formClass(terms.stem(term), uses.capitals(term), uses.inside(term));
      int titled = !headline ? 0 : terms.isInHeadline(term) ? 2 : 1;
      cells[at] = often * FIRST_SENTENCE_CLASSES + firstSentenceClass(uses.firstRow(term));
      cells[at + 1] = IDF_AND_FORM + idf * FORM_CLASSES + form;
      cells[at + 2] = HEADLINE + titled * FREQUENCY_CLASSES + often;
      cells[at + 3] = LEAD + inLead[term];
      cells[at + 4] = SIZE + size;
    }
    return cells;
  }

  /** Returns by term how many of the lead sentences have it. */
  private static int[] leadSentences(AnalyzedText text) {
    Terms terms = text.terms();
    int[] inLead = new int[terms.termCount()];
    int[] last = new int[terms.termCount()];
    int row = 0;
    for (int s = 0; s < terms.sentenceCount() && row < LEAD_SENTENCES; s++) {
      if (text.sentences().get(s).isCandidate()) {
        row++;
        for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
          int term = terms.term(t);
          inLead[term] += last[term] < row ? 1 : 0;
          last[term] = row;
        }
      }
    }
    return inLead;
  }

  private static int frequencyClass(int frequency) {
    return frequency < 5 ? frequency - 1 : frequency < 8 ? 4 : 5;
  }

  private static int firstSentenceClass(int row) {
    return row < 3 ? row : row < 5 ? 3 : row < 8 ? 4 : row < 13 ? 5 : row < 21 ? 6 : 7;
  }

  /**
   * Returns 3 for a number, 2 for a word mostly capitalized, 1 for one sometimes capitalized, 0 for
   * one never capitalized.
   *
   * @param capitals occurrences with a capital that don't open a sentence
   * @param inside occurrences that don't open a sentence
   */
  private static int formClass(String stem, int capitals, int inside) {
    if (Character.isDigit(stem.charAt(0))) {
      return 3;
    }
    return capitals == 0 ? 0 : 2 * capitals > inside ? 2 : 1;
  }

  private static int sizeClass(int sentences) {
    int doublings = log2(Math.max(1, sentences / SIZE_UNIT));
    return Math.min(SIZE_CLASSES - 1, doublings);
  }

  private static int log2(int n) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(n);
  }

  static WordModel read(DataInputStream in) throws IOException {
    float[] weight = new float[CELLS];
    for (int i = 0; i < CELLS; i++) {
      weight[i] = in.readFloat();
    }
    return new WordModel(weight);
  }

  void write(DataOutputStream out) throws IOException {
    for (float w : weight) {
      out.writeFloat(w);
    }
  }
}
