package dev.nutgraf.summary;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.Ranking.Contribution;
import java.util.List;

/**
 * Reasons for choosing a sentence, in words for readers who don't know the model. Features are
 * grouped by the words of their labels ({@code Feature.label}).
 */
final class PlainReasons {
  private static final int MAX_REASONS = 3;

  private PlainReasons() {}

  /**
   * Returns up to three distinct reasons, strongest first; features that lowered the score are
   * none.
   */
  static List<String> of(Choice choice) {
    return choice.reasons().stream()
        .filter(reason -> reason.contribution() > 0)
        .map(Contribution::feature)
        .map(PlainReasons::inWords)
        .distinct()
        .limit(MAX_REASONS)
        .toList();
  }

  private static String inWords(String feature) {
    if (feature.contains("headline")) {
      return "its words from the headline";
    }
    if (hasAny(feature, "centrality", "similarity")) {
      return "its likeness to the rest of the article";
    }
    if (hasAny(feature, "expected", "salience", "top words", "repeated", "document frequency")) {
      return "its key words";
    }
    if (hasAny(feature, "names", "numbers")) {
      return "its names and figures";
    }
    if (hasAny(feature, "new words", "introduced")) {
      return "what it brings up";
    }
    if (hasAny(feature, "position", "before", "start", "candidates")) {
      return "its place in the article";
    }
    return "the way it is built";
  }

  private static boolean hasAny(String feature, String... words) {
    for (String word : words) {
      if (feature.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
