package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.Ranking.Contribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainReasonsTest {
  private static final String NONE =
      "Scores higher than other sentences, without one clear reason.";

  @Test
  void namesEachReasonOnceStrongestFirst() {
    assertEquals(
        "Shares words with the headline, opens the story and gives new names.",
        sentence(
            new Contribution("headline covered", 0.5, 0.3),
            new Contribution("position", 0, 0.2),
            new Contribution("words before", 0, 0.2),
            new Contribution("new names", 2, 0.1),
            new Contribution("numbers", 1, 0.1)));
  }

  @Test
  void joinsTwoReasons() {
    assertEquals(
        "Gives a figure and says when.",
        sentence(new Contribution("numbers", 1, 0.3), new Contribution("names of days", 1, 0.1)));
  }

  @Test
  void leavesOutWhatLoweredTheScore() {
    assertEquals(NONE, sentence(new Contribution("numbers", 3, -0.2)));
  }

  @ParameterizedTest
  @CsvSource({
    "position, 2, Comes near the start.",
    "position in paragraph, 0, Opens a paragraph.",
    "centrality rank, 0.1, Is close to what the whole article says.",
    "quoted, 0.4, Quotes someone.",
    "quoted, 0, Is in the writer's own words.",
  })
  void wordsAFeatureByItsValue(String feature, double value, String sentence) {
    assertEquals(sentence, sentence(new Contribution(feature, value, 0.1)));
  }

  @ParameterizedTest
  @CsvSource({
    "headline covered, 0",
    "numbers, 0",
    "position, 30",
    "centrality rank, 0.9",
    "complete, 0",
    "mean length, 20",
    "another feature, 1"
  })
  void claimsNothingThatTheValueDoesNotShow(String feature, double value) {
    assertEquals(NONE, sentence(new Contribution(feature, value, 0.1)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, Most important",
    "2, Second most important",
    "3, Third most important",
    "20, 20th most important"
  })
  void saysARankInWords(int rank, String words) {
    assertEquals(words, PlainReasons.rank(rank));
  }

  private static String sentence(Contribution... contributions) {
    return PlainReasons.of(new Choice(0, 0.9, 1, List.of(contributions)));
  }
}
