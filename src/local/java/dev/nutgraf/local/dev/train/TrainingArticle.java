package dev.nutgraf.local.dev.train;

import dev.nutgraf.local.evaluate.Rouge;
import dev.nutgraf.rank.FeatureMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An article for training: the features of its sentences, and counts of words and word pairs that
 * score any set of them against the reference summary.
 */
final class TrainingArticle {
  private final FeatureMatrix features;
  private final int[] wanted;
  private final int wantedWords;
  private final int wantedPairs;
  private final int words;

  /** By row: the count of each word of the reference, then of each pair. */
  private final byte[][] hits;

  private final int[] lengths;
  private final float[][] overlap;

  /**
   * An article.
   *
   * @param sentences the texts of the rows
   * @param overlap by two rows, their overlap in [0,1]
   */
  TrainingArticle(
      FeatureMatrix features,
      List<String> sentences,
      String reference,
      Rouge rouge,
      float[][] overlap) {
    this.features = features;
    this.overlap = overlap;
    List<String> tokens = rouge.tokens(reference);
    Map<List<String>, Integer> ids = new HashMap<>();
    List<Integer> counts = new ArrayList<>();
    for (int length = 1; length <= 2; length++) {
      for (int i = 0; i + length <= tokens.size(); i++) {
        int id = ids.computeIfAbsent(List.copyOf(tokens.subList(i, i + length)), g -> ids.size());
        if (id == counts.size()) {
          counts.add(0);
        }
        counts.set(id, counts.get(id) + 1);
      }
    }
    this.words = (int) ids.keySet().stream().filter(gram -> gram.size() == 1).count();
    this.wanted = counts.stream().mapToInt(Integer::intValue).toArray();
    this.wantedWords = tokens.size();
    this.wantedPairs = Math.max(0, tokens.size() - 1);
    this.hits = new byte[sentences.size()][wanted.length];
    this.lengths = new int[sentences.size()];
    for (int row = 0; row < hits.length; row++) {
      List<String> own = rouge.tokens(sentences.get(row));
      lengths[row] = own.size();
      for (int length = 1; length <= 2; length++) {
        for (int i = 0; i + length <= own.size(); i++) {
          Integer id = ids.get(own.subList(i, i + length));
          if (id != null && hits[row][id] < Byte.MAX_VALUE) {
            hits[row][id]++;
          }
        }
      }
    }
  }

  FeatureMatrix features() {
    return features;
  }

  int rows() {
    return hits.length;
  }

  float overlap(int a, int b) {
    return overlap[a][b];
  }

  /** ROUGE-1 F1 of a set of rows. */
  double rouge1(int... rows) {
    return f1(rows, 0, words, wantedWords, 0);
  }

  /** ROUGE-2 F1 of a set of rows; pairs across sentences are not counted. */
  double rouge2(int... rows) {
    return f1(rows, words, wanted.length, wantedPairs, 1);
  }

  /** The reward of training: ROUGE-1 counts twice, also in place of ROUGE-Lsum. */
  double reward(int... rows) {
    return (2 * rouge1(rows) + rouge2(rows)) / 3;
  }

  private double f1(int[] rows, int from, int to, int referenceLength, int lost) {
    int found = 0;
    for (int id = from; id < to; id++) {
      int have = 0;
      for (int row : rows) {
        have += hits[row][id];
      }
      found += Math.min(have, wanted[id]);
    }
    int length = 0;
    for (int row : rows) {
      length += lengths[row];
    }
    length = Math.max(1, length - lost);
    return found == 0 ? 0 : 2.0 * found / (length + referenceLength);
  }
}
