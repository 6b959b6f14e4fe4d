package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How likely each word of an article stands in its summary: logistic regression on what the article
 * does with the word (as in K. Hong and A. Nenkova, Improving the estimation of word importance,
 * EACL 2014). All inputs are cut into classes, so a word's logit is a sum of five table cells.
 */
public final class WordModel {
  /** Frequency against first sentence, idf against form, headline, lead, length of article. */
  public static final int INPUTS = 5;

  private static final int FREQUENCIES = 6;
  private static final int FIRSTS = 8;
  private static final int IDF_CLASSES = 8;
  private static final int FORMS = 4;
  private static final int HEADLINES = 3;
  private static final int LEADS = 4;
  private static final int SIZES = 5;

  private static final int IDF_FORM = FREQUENCIES * FIRSTS;
  private static final int HEADLINE = IDF_FORM + IDF_CLASSES * FORMS;
  private static final int LEAD = HEADLINE + HEADLINES * FREQUENCIES;
  private static final int SIZE = LEAD + LEADS;

  /** How many table cells there are in all. */
  public static final int CELLS = SIZE + SIZES;

  private static final int LEAD_SENTENCES = 3;

  private final float[] weight;

  /** A model with the given weight of each cell. */
  public WordModel(float[] weight) {
    this.weight = weight.clone();
  }

  /** By term, the probability of standing in the summary; 0 for stop words. */
  float[] probabilities(AnalyzedText text, Salience salience) {
    int[] cells = cells(text, salience);
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
   * The cells of every term, {@link #INPUTS} each; -1 for stop words and words that no candidate
   * sentence has.
   */
  public static int[] cells(AnalyzedText text, DocumentFrequencies documentFrequencies) {
    return cells(text, Salience.of(text, documentFrequencies));
  }

  private static int[] cells(AnalyzedText text, Salience salience) {
    Terms terms = text.terms();
    int count = terms.termCount();
    int[] frequency = new int[count];
    int[] first = new int[count];
    int[] inLead = new int[count];
    int[] capitals = new int[count];
    int[] inside = new int[count];
    int[] lastLead = new int[count];
    String all = text.article().text();
    boolean headline = false;
    int row = 0;
    for (int s = 0; s < terms.sentenceCount(); s++) {
      if (!text.sentences().get(s).candidate()) {
        continue;
      }
      for (int t = terms.firstToken(s); t < terms.firstToken(s + 1); t++) {
        int term = terms.term(t);
        if (frequency[term]++ == 0) {
          first[term] = row;
        }
        if (row < LEAD_SENTENCES && lastLead[term] <= row) {
          lastLead[term] = row + 1;
          inLead[term]++;
        }
        if (t > terms.firstToken(s)) {
          inside[term]++;
          if (Character.isUpperCase(all.charAt(terms.start(t)))) {
            capitals[term]++;
          }
        }
      }
      row++;
    }
    for (int term = 0; term < count; term++) {
      headline |= terms.inHeadline(term);
    }
    int size = Math.min(SIZES - 1, 31 - Integer.numberOfLeadingZeros(Math.max(1, row / 5)));
    int[] cells = new int[count * INPUTS];
    for (int term = 0; term < count; term++) {
      int at = term * INPUTS;
      if (frequency[term] == 0 || terms.stopWord(term)) {
        cells[at] = -1;
        continue;
      }
      int often = frequency[term] < 5 ? frequency[term] - 1 : frequency[term] < 8 ? 4 : 5;
      int idf = Math.min(IDF_CLASSES - 1, (int) (salience.idf()[term] * IDF_CLASSES));
      int form =
          Character.isDigit(terms.stem(term).charAt(0))
              ? 3
              : capitals[term] == 0 ? 0 : 2 * capitals[term] > inside[term] ? 2 : 1;
      int titled = !headline ? 0 : terms.inHeadline(term) ? 2 : 1;
      cells[at] = often * FIRSTS + first(first[term]);
      cells[at + 1] = IDF_FORM + idf * FORMS + form;
      cells[at + 2] = HEADLINE + titled * FREQUENCIES + often;
      cells[at + 3] = LEAD + inLead[term];
      cells[at + 4] = SIZE + size;
    }
    return cells;
  }

  private static int first(int row) {
    return row < 3 ? row : row < 5 ? 3 : row < 8 ? 4 : row < 13 ? 5 : row < 21 ? 6 : 7;
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
