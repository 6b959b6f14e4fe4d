package dev.nutgraf.local.dev.train;

import dev.nutgraf.text.DoubtfulBoundaries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Trains the model of doubtful boundaries on texts whose sentences are known: logistic regression
 * by AdaGrad (Duchi, Hazan, Singer 2011) with an L2 penalty. The same texts and seed give the same
 * weights.
 */
final class BoundaryTraining {
  private static final int ROUNDS = 12;
  private static final double LEARNING_RATE = 0.15;
  private static final double L2_PENALTY = 3e-3;

  /** Keeps the first steps finite. */
  private static final double INITIAL_SQUARES = 1e-6;

  private final DoubtfulBoundaries boundaries = new DoubtfulBoundaries();
  private final List<int[]> features = new ArrayList<>();
  private final List<Boolean> labels = new ArrayList<>();

  /**
   * Learns from a text.
   *
   * @param text one block
   * @param ends where its sentences end, exclusive
   */
  void add(String text, Set<Integer> ends) {
    boundaries.split(
        text,
        (terminated, end, row) -> {
          learn(row, ends.contains(end));
          return ends.contains(end);
        });
  }

  /**
   * Learns from edited prose whose sentences are not known, but each of which ends with a sentence
   * terminator: no boundary without one is an end.
   *
   * @param text one block
   */
  void addProse(String text) {
    boundaries.split(
        text,
        (terminated, end, row) -> {
          if (!terminated) {
            learn(row, false);
          }
          return false;
        });
  }

  private void learn(int[] row, boolean label) {
    features.add(row.clone());
    labels.add(label);
  }

  /** Returns the weights, a byte for each feature number. */
  byte[] train(long seed) {
    double[] weights = new double[DoubtfulBoundaries.FEATURE_SPACE];
    double[] squares = new double[DoubtfulBoundaries.FEATURE_SPACE];
    Arrays.fill(squares, INITIAL_SQUARES);
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
          double gradient = error - L2_PENALTY * weights[feature];
          squares[feature] += gradient * gradient;
          weights[feature] += LEARNING_RATE * gradient / Math.sqrt(squares[feature]);
        }
      }
    }
    double max = Arrays.stream(weights).map(Math::abs).max().orElse(1);
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(weights[i] / max * Byte.MAX_VALUE);
    }
    return bytes;
  }

  /** Returns where the sentences of a text end, by the rules and the model with these weights. */
  List<Integer> split(String text, byte[] weights) {
    return boundaries.split(
        text,
        (terminated, end, row) -> {
          int sum = 0;
          for (int feature : row) {
            sum += weights[feature];
          }
          return sum > 0;
        });
  }
}
