package dev.nutgraf.rank;

import dev.nutgraf.rank.Features.Column;
import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.text.AnalyzedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores sentences and chooses the summary's. Thread-safe. */
public final class Ranker {
  private final Background background = Background.of(new int[0], new float[0]);

  /** What identifies the model: another one may choose other sentences. */
  public String model() {
    return "lead";
  }

  /**
   * Ranks the sentences of a text, in time linear in its length.
   *
   * @param sentences how many to choose at the most, 1 or more
   */
  public Ranking rank(AnalyzedText text, int sentences) {
    Features features = Features.of(text, background);
    double[] margins = new double[features.rows()];
    double[] scores = new double[text.sentences().size()];
    for (int row = 0; row < margins.length; row++) {
      margins[row] = margin(features, row);
      scores[features.sentence(row)] = 1 / (1 + Math.exp(-margins[row]));
    }
    int[] best = new Selector(text, features, margins).choose(sentences);
    List<Choice> chosen = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      int sentence = features.sentence(best[i]);
      chosen.add(new Choice(sentence, scores[sentence], i + 1, List.of()));
    }
    chosen.sort(Comparator.comparingInt(Choice::sentence));
    return new Ranking(scores, chosen, Keywords.of(text, features.salience()));
  }

  private static double margin(Features features, int row) {
    double shortness = Math.min(0, features.value(row, Column.LENGTH.index()) - 10) / 5;
    return 1
        - 0.9 * Math.log1p(features.value(row, Column.POSITION.index()))
        - 1.5 * features.value(row, Column.CENTRALITY_RANK.index())
        + 1.0 * features.value(row, Column.HEADLINE.index())
        + shortness;
  }
}
