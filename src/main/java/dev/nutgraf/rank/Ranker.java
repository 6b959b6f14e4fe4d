package dev.nutgraf.rank;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.Ranking.Contribution;
import dev.nutgraf.text.AnalyzedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores sentences and chooses the summary's. Thread-safe. */
public final class Ranker {
  /** Scores tell how likely a sentence belongs to a summary of this many. */
  private static final int USUAL = 3;

  private static final int REASONS = 5;

  /** The margin of a sentence without words, below that of any other. */
  private static final double WORDLESS = -30;

  private final Model model;
  private final boolean explains;

  /**
   * A ranker with the model that is deployed with the code.
   *
   * @param explains whether what is chosen comes with the reasons for it
   */
  public Ranker(boolean explains) {
    this(Model.load(), explains);
  }

  /** The same with a model of one's own. */
  public Ranker(Model model, boolean explains) {
    this.model = model;
    this.explains = explains;
  }

  /** What identifies the model: another one may choose other sentences. */
  public String model() {
    return model.checksum();
  }

  /**
   * Ranks the sentences of a text, in time linear in its length.
   *
   * @param sentences how many to choose at the most, 1 or more
   */
  public Ranking rank(AnalyzedText text, int sentences) {
    FeatureMatrix features = FeatureMatrix.of(text, model.documentFrequencies(), model.wordModel());
    int rows = features.rows();
    double[] margins = model.trees().scores(features.values(), FeatureMatrix.COUNT);
    for (int row = 0; row < rows; row++) {
      if (features.value(row, Feature.LENGTH.index()) == 0) {
        margins[row] = WORDLESS;
      }
    }
    double[] likely = likelihoods(margins);
    double[] scores = new double[text.sentences().size()];
    for (int row = 0; row < rows; row++) {
      scores[features.sentence(row)] = likely[row];
    }
    return new Ranking(
        scores,
        choose(features, margins, likely, sentences),
        Keywords.of(text, features.salience()));
  }

  private List<Choice> choose(
      FeatureMatrix features, double[] margins, double[] likely, int sentences) {
    if (margins.length == 0) {
      return List.of();
    }
    int[] rows = Selector.choose(features, margins, model.redundancy(), sentences);
    List<Choice> chosen = new ArrayList<>();
    for (int row : rows) {
      int rank = 1;
      for (int other : rows) {
        if (margins[other] > margins[row] || (margins[other] == margins[row] && other < row)) {
          rank++;
        }
      }
      List<Contribution> reasons = explains ? reasons(features, row) : List.of();
      chosen.add(new Choice(features.sentence(row), likely[row], rank, reasons));
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
    return List.copyOf(reasons.subList(0, Math.min(REASONS, reasons.size())));
  }

  /**
   * Margins as likelihoods: logistic, shifted so that they sum to the size of a usual summary, for
   * the model only knows which of an article's sentences is better, not how good they all are.
   */
  private static double[] likelihoods(double[] margins) {
    double wanted = Math.min(USUAL, margins.length / 2.0);
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (double margin : margins) {
      low = Math.min(low, margin - 30);
      high = Math.max(high, margin + 30);
    }
    double shift = (low + high) / 2;
    for (int step = 0; step < 60 && high - low > 1e-6; step++) {
      double sum = 0;
      double slope = 0;
      for (double margin : margins) {
        double p = logistic(margin - shift);
        sum += p;
        slope += p * (1 - p);
      }
      if (sum > wanted) {
        low = shift;
      } else {
        high = shift;
      }
      double newton = slope > 0 ? shift + (sum - wanted) / slope : low;
      shift = newton > low && newton < high ? newton : (low + high) / 2;
    }
    double[] likely = new double[margins.length];
    for (int row = 0; row < margins.length; row++) {
      likely[row] = logistic(margins[row] - shift);
    }
    return likely;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
