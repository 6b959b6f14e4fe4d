package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.Ranking.Contribution;
import dev.nutgraf.rank.Ranking.Keyword;
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
  @CsvSource(
      delimiter = '|',
      value = {
        "The ferry costs $2.5 million, 12% more, or 7 a head.| Gives a figure ($2.5, 12%).",
        "It took 1,500 cars, 20. | Gives a figure (1,500, 20).",
        "In B2 nobody lives. | Gives a figure.",
        "% of 3 | Gives a figure (3).",
      })
  void namesTheFigures(String text, String sentence) {
    assertEquals(sentence, sentence(text, new Contribution("numbers", 1, 0.1)));
  }

  @Test
  void namesTheKeyPhrasesOfTheSentence() {
    Contribution keyWords = new Contribution("salience", 0.5, 0.1);
    assertEquals(
        "Has key words of the story (Old Bridge, ferry).",
        sentence("The mayor said the ferry replaces Old Bridge.", keyWords));
    assertEquals("Has key words of the story.", sentence("It rained.", keyWords));
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
    return sentence("The mayor closed the bridge.", contributions);
  }

  private static String sentence(String text, Contribution... contributions) {
    List<Keyword> keywords =
        List.of(new Keyword("Old Bridge", 1), new Keyword("ferry", 0.5), new Keyword("mayor", 0.4));
    return PlainReasons.of(new Choice(0, 0.9, 1, List.of(contributions)), text, keywords);
  }
}
