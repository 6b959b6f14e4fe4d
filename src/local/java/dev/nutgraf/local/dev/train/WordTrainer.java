package dev.nutgraf.local.dev.train;

import dev.nutgraf.rank.DocumentFrequencies;
import dev.nutgraf.rank.WordModel;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Fits the word model: logistic regression by damped Newton steps on all cells at once. */
final class WordTrainer {
  private static final int ROUNDS = 60;
  private static final double STEP = 1.0 / WordModel.INPUTS;
  private static final double RIDGE = 1;

  private final double[] weight = new double[WordModel.CELLS];
  private final double[] first = new double[WordModel.CELLS];
  private final double[] second = new double[WordModel.CELLS];

  /**
   * By distinct combination of cells: its weighted count, and the count of words in the reference.
   */
  private final TreeMap<List<Integer>, double[]> counts =
      new TreeMap<>(
          (a, b) -> {
            for (int i = 0; i < WordModel.INPUTS; i++) {
              int order = Integer.compare(a.get(i), b.get(i));
              if (order != 0) {
                return order;
              }
            }
            return 0;
          });

  /**
   * Counts the words of an article.
   *
   * @param inReference the stems of its reference summary
   */
  void add(
      AnalyzedText text,
      DocumentFrequencies background,
      Set<String> inReference,
      double articleWeight) {
    int[] cells = WordModel.cells(text, background);
    Terms terms = text.terms();
    for (int term = 0; term < terms.termCount(); term++) {
      int at = term * WordModel.INPUTS;
      if (cells[at] >= 0) {
        double[] count =
            counts.computeIfAbsent(
                List.of(cells[at], cells[at + 1], cells[at + 2], cells[at + 3], cells[at + 4]),
                c -> new double[2]);
        count[0] += articleWeight;
        if (inReference.contains(terms.stem(term))) {
          count[1] += articleWeight;
        }
      }
    }
  }

  /** Returns the model of all articles added. */
  WordModel fit() {
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.fill(first, 0);
      Arrays.fill(second, 0);
      counts.forEach(this::derivatives);
      for (int cell = 0; cell < weight.length; cell++) {
        weight[cell] -= STEP * (first[cell] + RIDGE * weight[cell]) / (second[cell] + RIDGE);
      }
    }
    float[] result = new float[weight.length];
    for (int cell = 0; cell < weight.length; cell++) {
      result[cell] = (float) weight[cell];
    }
    return new WordModel(result);
  }

  private void derivatives(List<Integer> cells, double[] count) {
    double logit = 0;
    for (int cell : cells) {
      logit += weight[cell];
    }
    double p = 1 / (1 + Math.exp(-logit));
    for (int cell : cells) {
      first[cell] += count[0] * p - count[1];
      second[cell] += count[0] * p * (1 - p);
    }
  }
}
