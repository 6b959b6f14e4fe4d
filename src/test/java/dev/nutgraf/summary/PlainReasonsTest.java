package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.Ranking.Contribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainReasonsTest {
  @Test
  void namesEachReasonOnceStrongestFirst() {
    assertEquals(
        List.of("its words from the headline", "its key words", "its names and figures"),
        reasons(
            new Contribution("headline covered", 0.5, 0.3),
            new Contribution("headline rank", 0.1, 0.2),
            new Contribution("expected new words", 4, 0.1),
            new Contribution("new names", 2, 0.1),
            new Contribution("position", 0, 0.1)));
  }

  @Test
  void leavesOutWhatLoweredTheScore() {
    assertEquals(List.of(), reasons(new Contribution("length", 30, -0.2)));
  }

  @ParameterizedTest
  @CsvSource({
    "centrality, its likeness to the rest of the article",
    "similarity to lead, its likeness to the rest of the article",
    "inverse document frequency, its key words",
    "top words, its key words",
    "numbers, its names and figures",
    "introduced words, what it brings up",
    "position in paragraph, its place in the article",
    "anaphoric opening, the way it is built",
    "quoted, the way it is built",
  })
  void wordsAFeatureForReaders(String feature, String words) {
    assertEquals(List.of(words), reasons(new Contribution(feature, 1, 0.1)));
  }

  private static List<String> reasons(Contribution... contributions) {
    return PlainReasons.of(new Choice(0, 0.9, 1, List.of(contributions)));
  }
}
