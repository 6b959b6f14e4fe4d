package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.Terms;
import java.util.Arrays;
import java.util.List;

/**
 * What the model looks at: one row of numbers for every candidate sentence of an article, all
 * finite, computed in time linear in the article's length. Measures are relative to the article
 * wherever that makes them mean the same in a short report and a long essay, in one language and
 * another.
 */
public final class FeatureMatrix {

  /**
   * The longest stretch that is read as one piece. Positions in a longer text count from the start
   * of its segments, even parts of at most this many candidates, lest its lead stand for all of it.
   */
  private static final int SEGMENT = 400;

  /** How many numbers a row has. */
  public static final int COUNT = Feature.values().length;

  private final int[] sentence;
  private final float[] values;
  private final Salience salience;
  private final Terms terms;

  private FeatureMatrix(Terms terms, int[] sentence, Salience salience) {
    this.terms = terms;
    this.sentence = sentence;
    this.values = new float[sentence.length * COUNT];
    this.salience = salience;
  }

  /** The features of a text's candidate sentences. */
  public static FeatureMatrix of(
      AnalyzedText text, DocumentFrequencies documentFrequencies, WordModel words) {
    List<Sentence> sentences = text.sentences();
    int[] candidates = new int[sentences.size()];
    int count = 0;
    for (int s = 0; s < candidates.length; s++) {
      if (sentences.get(s).candidate()) {
        candidates[count++] = s;
      }
    }
    FeatureMatrix features =
        new FeatureMatrix(
            text.terms(), Arrays.copyOf(candidates, count), Salience.of(text, documentFrequencies));
    new FeatureExtractor(text, features, words.probabilities(text, features.salience)).run();
    return features;
  }

  /** How many rows there are. */
  public int rows() {
    return sentence.length;
  }

  /** How many segments the text is read in; 0 of a text without candidates. */
  int segments() {
    return (sentence.length + SEGMENT - 1) / SEGMENT;
  }

  /** The sentence that a row describes, as an index among the text's sentences. */
  public int sentence(int row) {
    return sentence[row];
  }

  /** A number of the table. */
  public float value(int row, int column) {
    return values[row * COUNT + column];
  }

  /**
   * What two sentences have in common: the idf of the words they share against that of the one that
   * has less, in [0,1].
   */
  public double overlap(int row, int other) {
    return overlap(distinctTerms(row), distinctTerms(other));
  }

  /** The same of two sentences' distinct terms. */
  double overlap(int[] a, int[] b) {
    float[] weight = salience.idf();
    double inA = 0;
    double inB = 0;
    double inBoth = 0;
    for (int term : a) {
      inA += weight[term];
    }
    int i = 0;
    for (int term : b) {
      inB += weight[term];
      while (i < a.length && a[i] < term) {
        i++;
      }
      if (i < a.length && a[i] == term) {
        inBoth += weight[term];
      }
    }
    double less = Math.min(inA, inB);
    return less > 0 ? inBoth / less : 0;
  }

  /** Whether the row opens with a word that anaphoric on the row before, and there is one. */
  boolean isAnaphoric(int row) {
    return row > 0 && get(row, Feature.ANAPHORIC_OPENING) > 0;
  }

  /** A number that rows of the same words share, and hardly any others. */
  long identity(int row) {
    long hash = 0;
    for (int t = terms.firstToken(sentence[row]); t < terms.firstToken(sentence[row] + 1); t++) {
      hash = (hash + terms.term(t) + 1) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** The distinct terms of a row, ascending. */
  int[] distinctTerms(int row) {
    int from = terms.firstToken(sentence[row]);
    int[] all = new int[terms.length(sentence[row])];
    for (int i = 0; i < all.length; i++) {
      all[i] = terms.term(from + i);
    }
    Arrays.sort(all);
    int count = 0;
    for (int term : all) {
      if (count == 0 || all[count - 1] != term) {
        all[count++] = term;
      }
    }
    return Arrays.copyOf(all, count);
  }

  /** All numbers, row by row. */
  float[] values() {
    return values;
  }

  Salience salience() {
    return salience;
  }

  void set(int row, Feature column, double value) {
    values[row * COUNT + column.index()] = (float) value;
  }

  float get(int row, Feature column) {
    return values[row * COUNT + column.index()];
  }
}
