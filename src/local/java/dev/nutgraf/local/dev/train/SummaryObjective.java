package dev.nutgraf.local.dev.train;

import dev.nutgraf.rank.Prices;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The expected ROUGE of a summary drawn at random. Each set of sentences has a probability by the
 * softmax of its summed scores minus the prices of its repetition and faults, so that whole
 * summaries are optimized instead of single sentences. The gradient is exact: the policy gradient
 * of R. J. Williams (1992) over all sets instead of samples. The sets of an article are the subsets
 * of a pool of its sentences: the best by score and a few at random, renewed every {@value
 * #RENEWAL} trees.
 */
final class SummaryObjective implements Booster.Objective {
  private static final int POOL = 10;
  private static final int RANDOM_ROWS = 3;
  private static final int RENEWAL = 10;

  /**
   * The share of the price of faults that the reward loses. The whole costs 0.1 ROUGE-1 more and
   * leaves one summary in a hundred fewer with a fault ({@code docs/quality.md}).
   */
  private static final double FAULT_SHARE = 0.5;

  /**
   * The share of the articles that each tree uses: stochastic gradient boosting (Friedman, 2002).
   */
  private static final double SHARE = 0.5;

  private final List<TrainingArticle> articles;
  private final int[] setSize;
  private final double[] weight;
  private final double sharpness;
  private final Prices prices;
  private final @Nullable Pool[] pools;
  private final Random random = new Random(1);
  private int round;

  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Pool(int round, int[] rows, int[][] sets, double[] rewards, double[] prices) {}

  /**
   * The objective of a corpus.
   *
   * @param setSize by article, sentences in a summary
   * @param weight by article, its training weight
   * @param sharpness weight of a difference in ROUGE
   * @param prices deducted from the score of a set and, in part, from its reward
   */
  SummaryObjective(
      List<TrainingArticle> articles,
      int[] setSize,
      double[] weight,
      double sharpness,
      Prices prices) {
    this.articles = articles;
    this.setSize = setSize;
    this.weight = weight;
    this.sharpness = sharpness;
    this.prices = prices;
    this.pools = new Pool[articles.size()];
  }

  @Override
  public void derivatives(float[] scores, float[] first, float[] second) {
    Arrays.fill(first, 0);
    Arrays.fill(second, 0);
    int offset = 0;
    for (int a = 0; a < pools.length; a++) {
      TrainingArticle article = articles.get(a);
      if (article.rows() > setSize[a] && random.nextDouble() < SHARE) {
        Pool pool = pools[a];
        if (pool == null || round - pool.round >= RENEWAL) {
          pool = pool(article, setSize[a], scores, offset);
          pools[a] = pool;
        }
        derivatives(pool, weight[a], scores, first, second, offset);
      }
      offset += article.rows();
    }
    round++;
  }

  private void derivatives(
      Pool pool, double articleWeight, float[] scores, float[] first, float[] second, int offset) {
    int n = pool.rows.length;
    double[] model = new double[pool.sets.length];
    for (int s = 0; s < model.length; s++) {
      double sum = -pool.prices[s];
      for (int i : pool.sets[s]) {
        sum += scores[offset + pool.rows[i]];
      }
      model[s] = sum;
    }
    softmax(model);
    double mean = 0;
    for (int s = 0; s < model.length; s++) {
      mean += model[s] * pool.rewards[s];
    }
    double[] marginal = new double[n];
    double[] gradient = new double[n];
    for (int s = 0; s < model.length; s++) {
      double g = sharpness * model[s] * (mean - pool.rewards[s]);
      for (int i : pool.sets[s]) {
        marginal[i] += model[s];
        gradient[i] += g;
      }
    }
    for (int i = 0; i < n; i++) {
      int row = offset + pool.rows[i];
      first[row] = (float) (articleWeight * gradient[i]);
      second[row] = (float) (articleWeight * Math.max(1e-3, marginal[i] * (1 - marginal[i])));
    }
  }

  private Pool pool(TrainingArticle article, int size, float[] scores, int offset) {
    int rows = article.rows();
    boolean[] in = new boolean[rows];
    int n = Math.min(POOL, rows);
    int[] pool = new int[n];
    for (int i = 0; i < n; i++) {
      int best = -1;
      double bestValue = 0;
      for (int row = 0; row < rows; row++) {
        if (!in[row]) {
          double value =
              i >= n - RANDOM_ROWS ? random.nextDouble() : scores[offset + row] - 1e-6 * row;
          if (best < 0 || value > bestValue) {
            best = row;
            bestValue = value;
          }
        }
      }
      in[best] = true;
      pool[i] = best;
    }
    Arrays.sort(pool);
    int[][] sets = Sets.of(n, size);
    double[] rewards = new double[sets.length];
    double[] deducted = new double[sets.length];
    for (int s = 0; s < sets.length; s++) {
      int[] set = new int[size];
      for (int i = 0; i < size; i++) {
        set[i] = pool[sets[s][i]];
      }
      double faults = article.features().coherence().price(set, prices);
      rewards[s] = article.reward(set) - FAULT_SHARE * faults / sharpness;
      deducted[s] = faults;
      for (int i = 0; i < set.length; i++) {
        for (int j = 0; j < i; j++) {
          deducted[s] += prices.repetition() * article.overlap(set[i], set[j]);
        }
      }
    }
    return new Pool(round, pool, sets, rewards, deducted);
  }

  private static void softmax(double[] values) {
    double max = Arrays.stream(values).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(values[i] - max);
      sum += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
  }
}
