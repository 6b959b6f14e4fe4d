package dev.nutgraf.rank;

import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.Terms;
import java.util.Arrays;
import java.util.List;

/**
 * Features of an article's candidate sentences, one row of finite numbers per sentence. Computed in
 * time linear in the length of the article.
 *
 * <p>Most features are relative to the article (ranks, shares, ratios), so that a value means the
 * same in a short report and a long essay, and in every language. {@link Feature} lists the
 * columns.
 */
public final class FeatureMatrix {
  /**
   * Candidates up to which a text is one segment. A longer text is divided into equal segments of
   * at most this many, and positions count from the start of the segment, so that sentences far
   * from the lead can compete with it.
   */
  private static final int MAX_SEGMENT_SENTENCES = 400;

  /** Number of columns. */
  public static final int COUNT = Feature.values().length;

  /** By row, the index of its sentence. */
  private final int[] sentence;

  private final float[] values;
  private final Salience salience;
  private final float[] wordProbabilities;
  private final Coherence coherence;
  private final AnalyzedText text;
  private final Terms terms;

  private FeatureMatrix(
      AnalyzedText text,
      int[] sentence,
      Salience salience,
      float[] wordProbabilities,
      Coherence coherence) {
    this.text = text;
    this.terms = text.terms();
    this.sentence = sentence;
    this.coherence = coherence;
    this.values = new float[sentence.length * COUNT];
    this.salience = salience;
    this.wordProbabilities = wordProbabilities;
  }

  /** Computes the features of a text's candidate sentences. */
  public static FeatureMatrix of(
      AnalyzedText text, DocumentFrequencies documentFrequencies, WordModel words) {
    List<Sentence> sentences = text.sentences();
    int[] candidates = new int[sentences.size()];
    int count = 0;
    for (int s = 0; s < candidates.length; s++) {
      if (sentences.get(s).isCandidate()) {
        candidates[count++] = s;
      }
    }
    Cues cues = new Cues(text.lexicon(), text.terms());
    TermUses uses = TermUses.of(text);
    Salience salience = Salience.of(text, uses, documentFrequencies);
    float[] probabilities = words.probabilities(text, uses, salience);
    int[] sentence = Arrays.copyOf(candidates, count);
    Coherence coherence = Coherence.of(text, sentence, uses, cues);
    FeatureMatrix features = new FeatureMatrix(text, sentence, salience, probabilities, coherence);
    new FeatureExtractor(text, features, uses, cues, probabilities).run();
    return features;
  }

  /** Returns the number of rows. */
  public int rows() {
    return sentence.length;
  }

  /** Returns the number of segments; 0 for a text without candidates. */
  int segments() {
    return (sentence.length + MAX_SEGMENT_SENTENCES - 1) / MAX_SEGMENT_SENTENCES;
  }

  /** Returns by term the probability of occurring in the summary; 0 for stop words. */
  float[] wordProbabilities() {
    return wordProbabilities;
  }

  /** Returns by term its inverse document frequency; 0 for stop words. */
  float[] idf() {
    return salience.idf();
  }

  /** Returns the index, in the text's sentences, of the sentence that a row describes. */
  public int sentence(int row) {
    return sentence[row];
  }

  /** Returns the value in a row and a column. */
  public float value(int row, int column) {
    return values[row * COUNT + column];
  }

  /**
   * Returns the overlap of each two of some rows in [0,1]: the summed inverse document frequency of
   * their shared terms, divided by that of all terms of the sentence with the lower sum.
   */
  public double[][] overlaps(int[] rows) {
    float[] weight = salience.idf();
    double[][] overlaps = new double[rows.length][rows.length];
    int[][] distinct = new int[rows.length][];
    double[] sums = new double[rows.length];
    boolean[] marked = new boolean[weight.length];
    for (int i = 0; i < rows.length; i++) {
      distinct[i] = distinctTerms(rows[i], marked);
      for (int term : distinct[i]) {
        sums[i] += weight[term];
      }
      for (int j = 0; j < i; j++) {
        double inBoth = 0;
        for (int term : distinct[j]) {
          inBoth += marked[term] ? weight[term] : 0;
        }
        double lower = Math.min(sums[i], sums[j]);
        overlaps[i][j] = lower > 0 ? inBoth / lower : 0;
        overlaps[j][i] = overlaps[i][j];
      }
      for (int term : distinct[i]) {
        marked[term] = false;
      }
    }
    return overlaps;
  }

  /** Returns what the sentences need beside them. */
  public Coherence coherence() {
    return coherence;
  }

  /** Returns the number of words of the row. */
  int words(int row) {
    return terms.length(sentence[row]);
  }

  /** Returns the number of code points of the row as a line of the summary. */
  int characters(int row) {
    String line = text.lineOf(text.sentences().get(sentence[row]));
    return line.codePointCount(0, line.length());
  }

  /** Returns a hash of the row's terms in their order. */
  long identity(int row) {
    long hash = 0;
    for (int t = terms.firstToken(sentence[row]); t < terms.firstToken(sentence[row] + 1); t++) {
      hash = (hash + terms.term(t) + 1) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** Returns the distinct terms of a row and marks them. */
  private int[] distinctTerms(int row, boolean[] marked) {
    int[] distinct = new int[words(row)];
    int count = 0;
    for (int t = terms.firstToken(sentence[row]); t < terms.firstToken(sentence[row] + 1); t++) {
      int term = terms.term(t);
      if (!marked[term]) {
        marked[term] = true;
        distinct[count++] = term;
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  /** Returns all values, row by row; not a copy. */
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
