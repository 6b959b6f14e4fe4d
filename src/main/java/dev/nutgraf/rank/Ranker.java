package dev.nutgraf.rank;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.text.AnalyzedText;
import java.util.ArrayList;
import java.util.List;

/** Scores sentences and chooses the summary's. Thread-safe. */
public final class Ranker {

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
    int count = text.sentences().size();
    double[] scores = new double[count];
    List<Choice> chosen = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      if (text.sentences().get(s).candidate()) {
        scores[s] = 1.0 / (1 + s);
        if (chosen.size() < sentences) {
          chosen.add(new Choice(s, scores[s], chosen.size() + 1, List.of()));
        }
      }
    }
    return new Ranking(scores, chosen, List.of());
  }
}
