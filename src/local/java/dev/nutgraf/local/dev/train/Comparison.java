package dev.nutgraf.local.dev.train;

import dev.nutgraf.local.evaluate.Rouge;
import dev.nutgraf.local.evaluate.Rouge.Metric;
import dev.nutgraf.local.evaluate.ScoreSample;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Scores of the model's summaries next to those of the first sentences of the same articles. */
final class Comparison {
  private final Map<Metric, ScoreSample> own = new EnumMap<>(Metric.class);
  private final Map<Metric, ScoreSample> gain = new EnumMap<>(Metric.class);

  /** Adds an article's scores. */
  void add(Rouge.Scores model, Rouge.Scores lead) {
    for (Metric metric : Metric.values()) {
      own.computeIfAbsent(metric, m -> new ScoreSample()).add(model.of(metric));
      gain.computeIfAbsent(metric, m -> new ScoreSample()).add(model.of(metric) - lead.of(metric));
    }
  }

  /** By metric, the model's mean and its gain over the lead with the 95 % interval. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("F1 x 100 and gain over the lead:");
    own.forEach(
        (metric, sample) -> {
          ScoreSample gained = gain.getOrDefault(metric, sample);
          double[] interval = gained.interval();
          text.append(
              String.format(
                  Locale.ROOT,
                  " %s %.2f %+.2f (%+.2f to %+.2f)",
                  metric.label(),
                  100 * sample.mean(),
                  100 * gained.mean(),
                  100 * interval[0],
                  100 * interval[1]));
        });
    return text.toString();
  }
}
