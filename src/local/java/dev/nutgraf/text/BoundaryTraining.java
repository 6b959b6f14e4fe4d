package dev.nutgraf.text;

import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Trains the model of doubtful boundaries on texts whose sentences are known. Logistic regression
 * by AdaGrad (Duchi, Hazan, Singer 2011) with an L2 penalty; the same texts and seed give the same
 * weights.
 */
public final class BoundaryTraining {
  private static final int ROUNDS = 12;
  private static final double RATE = 0.15;
  private static final double PENALTY = 3e-3;

  private final Lexicons lexicons = new Lexicons();
  private final LanguageDetector detector = new LanguageDetector(lexicons);
  private final List<int[]> features = new ArrayList<>();
  private final List<Boolean> labels = new ArrayList<>();

  /**
   * Learns from a text.
   *
   * @param text one block
   * @param ends where its sentences end, exclusive
   */
  public void add(String text, Set<Integer> ends) {
    teach(
        text,
        (clue, close, row) -> {
          learn(row, ends.contains(close));
          return ends.contains(close);
        });
  }

  /**
   * Learns from edited prose whose sentences are not known, but every one of which ends with a
   * stop.
   *
   * @param text one block
   */
  public void addProse(String text) {
    teach(
        text,
        (clue, close, row) -> {
          if (clue == BoundaryClassifier.BoundaryKind.NO_STOP) {
            learn(row, false);
          }
          return false;
        });
  }

  private void learn(int[] row, boolean label) {
    features.add(row.clone());
    labels.add(label);
  }

  private void teach(String text, Teacher teacher) {
    Lexicon lexicon = lexiconFor(text);
    BoundaryFeatures extractor = new BoundaryFeatures(text, lexicon);
    int[] row = new int[BoundaryFeatures.COUNT];
    BoundaryClassifier boundary =
        (clue, begin, close, next) -> {
          extractor.extract(clue, begin, close, next, row);
          return teacher.endsSentence(clue, close, row);
        };
    new SentenceSplitter(text, lexicon, extractor, boundary)
        .split(0, text.length(), (start, end) -> {});
  }

  private Lexicon lexiconFor(String text) {
    String language = detector.detect(text, Optional.empty());
    return lexicons.get(language.equals(LanguageDetector.UNKNOWN) ? "en" : language);
  }

  private interface Teacher {
    boolean endsSentence(BoundaryClassifier.BoundaryKind clue, int close, int[] features);
  }

  /** The weights, a byte each. */
  public byte[] train(long seed) {
    double[] weights = new double[BoundaryFeatures.SPACE];
    double[] squares = new double[BoundaryFeatures.SPACE];
    Arrays.fill(squares, 1e-6);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      order.add(i);
    }
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      for (int i : order) {
        double sum = 0;
        for (int feature : features.get(i)) {
          sum += weights[feature];
        }
        double error = (labels.get(i) ? 1 : 0) - 1 / (1 + Math.exp(-sum));
        for (int feature : features.get(i)) {
          double gradient = error - PENALTY * weights[feature];
          squares[feature] += gradient * gradient;
          weights[feature] += RATE * gradient / Math.sqrt(squares[feature]);
        }
      }
    }
    double most = Arrays.stream(weights).map(Math::abs).max().orElse(1);
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(weights[i] / most * 127);
    }
    return bytes;
  }

  /** Where the sentences of a text end, by the rules and the model with these weights. */
  public List<Integer> split(String text, byte[] weights) {
    List<Integer> ends = new ArrayList<>();
    new SentenceSplitter(text, lexiconFor(text), new BoundaryModel(weights))
        .split(0, text.length(), (start, end) -> ends.add(end));
    return ends;
  }
}
