package dev.nutgraf.local.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One score per article, and the confidence interval of their mean. */
public final class ScoreSample {
  private static final int RESAMPLES = 1000;
  private static final long SEED = 1;

  private final List<Double> values = new ArrayList<>();

  /** Adds the score of an article. */
  public void add(double value) {
    values.add(value);
  }

  /** Returns whether no article was added. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The mean; 0 if empty. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** The 95 % confidence interval of the mean by the bootstrap (Efron, 1979): lower, upper. */
  public double[] interval() {
    Random random = new Random(SEED);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES && !values.isEmpty(); r++) {
      double sum = 0;
      for (int i = 0; i < values.size(); i++) {
        sum += values.get(random.nextInt(values.size()));
      }
      means[r] = sum / values.size();
    }
    Arrays.sort(means);
    return new double[] {means[RESAMPLES * 25 / 1000], means[RESAMPLES * 975 / 1000 - 1]};
  }
}
