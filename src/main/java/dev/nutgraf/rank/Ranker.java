package dev.nutgraf.rank;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.Ranking.Contribution;
import dev.nutgraf.text.AnalyzedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores the sentences of a text, chooses those of its summary and extracts its key phrases.
 * Thread-safe.
 *
 * <p>The model gives each candidate sentence a margin: the log-odds by which it belongs to a
 * summary rather than another sentence of the same article. {@link Selector} chooses by margins;
 * documents report them as probabilities.
 */
public final class Ranker {
  /** Sentences of the summary that a score refers to. */
  private static final int TYPICAL_SUMMARY = 3;

  private static final int MAX_REASONS = 5;

  /** The model output for a sentence without words, lower than that of any other. */
  private static final double WORDLESS_MARGIN = -30;

  /** Distance from a margin at which a probability is 0 or 1 to thirteen digits. */
  private static final double SATURATION = 30;

  /** Steps after which bisection alone would have found the shift. */
  private static final int MAX_STEPS = 60;

  private static final double SHIFT_TOLERANCE = 1e-6;

  private final Model model;
  private final boolean explains;

  /**
   * Creates a ranker with the model on the class path.
   *
   * @param explains whether chosen sentences come with the features that contributed to their score
   */
  public Ranker(boolean explains) {
    this(Model.load(), explains);
  }

  /** Creates a ranker with another model. */
  public Ranker(Model model, boolean explains) {
    this.model = model;
    this.explains = explains;
  }

  /** Returns the checksum of the model, which differs if another model may score differently. */
  public String model() {
    return model.checksum();
  }

  /**
   * Ranks the sentences of a text and chooses a number of them, without other limits.
   *
   * @param sentences sentences to choose, 1 to 20; a shorter text gives fewer
   */
  public Ranking rank(AnalyzedText text, int sentences) {
    return rank(text, SummaryLength.ofSentences(sentences));
  }

  /**
   * Ranks the sentences of a text, in time linear in its length.
   *
   * @param length the length of the summary; a shorter text gives a shorter one
   */
  public Ranking rank(AnalyzedText text, SummaryLength length) {
    FeatureMatrix features = FeatureMatrix.of(text, model.documentFrequencies(), model.wordModel());
    int rows = features.rows();
    double[] margins = model.trees().scores(features.values(), FeatureMatrix.COUNT);
    for (int row = 0; row < rows; row++) {
      if (features.value(row, Feature.LENGTH.index()) == 0) {
        margins[row] = WORDLESS_MARGIN;
      }
    }
    double[] probabilities = probabilities(margins);
    double[] scores = new double[text.sentences().size()];
    for (int row = 0; row < rows; row++) {
      scores[features.sentence(row)] = probabilities[row];
    }
    return new Ranking(
        scores,
        choose(features, margins, probabilities, length),
        Keywords.of(text, features.wordProbabilities(), features.idf()));
  }

  private List<Choice> choose(
      FeatureMatrix features, double[] margins, double[] probabilities, SummaryLength length) {
    if (margins.length == 0) {
      return List.of();
    }
    int[] rows = Selector.choose(features, margins, model.prices(), length);
    List<Choice> chosen = new ArrayList<>();
    for (int row : rows) {
      int rank = 1;
      for (int other : rows) {
        if (margins[other] > margins[row] || (margins[other] == margins[row] && other < row)) {
          rank++;
        }
      }
      List<Contribution> reasons = explains ? reasons(features, row) : List.of();
      chosen.add(new Choice(features.sentence(row), probabilities[row], rank, reasons));
    }
    return chosen;
  }

  private List<Contribution> reasons(FeatureMatrix features, int row) {
    double[] contributions =
        model
            .trees()
            .contributions(features.values(), row * FeatureMatrix.COUNT, FeatureMatrix.COUNT);
    List<Contribution> reasons = new ArrayList<>();
    for (Feature column : Feature.values()) {
      double contribution = contributions[column.index()];
      if (contribution != 0) {
        reasons.add(
            new Contribution(column.label(), features.value(row, column.index()), contribution));
      }
    }
    reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
    return List.copyOf(reasons.subList(0, Math.min(MAX_REASONS, reasons.size())));
  }

  /**
   * Converts margins to probabilities: the logistic function of each margin, shifted so that the
   * probabilities sum to the size of a typical summary, or to half the sentences of a short text.
   * The model is trained to compare sentences of the same article, so only the differences of its
   * margins have a meaning. Newton's method finds the shift, with bisection where a step leaves the
   * bracket.
   */
  private static double[] probabilities(double[] margins) {
    double target = Math.min(TYPICAL_SUMMARY, margins.length / 2.0);
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (double margin : margins) {
      low = Math.min(low, margin - SATURATION);
      high = Math.max(high, margin + SATURATION);
    }
    double shift = (low + high) / 2;
    for (int step = 0; step < MAX_STEPS && high - low > SHIFT_TOLERANCE; step++) {
      double sum = 0;
      double slope = 0;
      for (double margin : margins) {
        double p = logistic(margin - shift);
        sum += p;
        slope += p * (1 - p);
      }
      if (sum > target) {
        low = shift;
      } else {
        high = shift;
      }
      double newton = slope > 0 ? shift + (sum - target) / slope : low;
      shift = newton > low && newton < high ? newton : (low + high) / 2;
    }
    double[] probabilities = new double[margins.length];
    for (int row = 0; row < margins.length; row++) {
      probabilities[row] = logistic(margins[row] - shift);
    }
    return probabilities;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
