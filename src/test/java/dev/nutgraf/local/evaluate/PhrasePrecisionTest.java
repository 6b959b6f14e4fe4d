package dev.nutgraf.local.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.rank.Ranking.Keyword;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasePrecisionTest {
  private final PhrasePrecision precision = new PhrasePrecision();

  @Test
  void countsPhrasesOfTheTitleOrTheReference() {
    add("Bridge closes", "Ferries replace it until May.", "bridge", "ferries", "cracks", "council");
    assertShare("50.0");
  }

  @Test
  void ignoresCasePunctuationAndPossessiveEndings() {
    add(
        "",
        "The wind-powered ferry is Norwick’s pride, and its owners' joy.",
        "Wind powered ferry",
        "Norwick",
        "owners");
    assertShare("100.0");
  }

  @Test
  void findsWholeWordsInTheirOrderOnly() {
    add("The harbor bridge", "", "arbor", "bridge harbor", "harbors", "harbor bridge");
    assertShare("25.0");
  }

  @Test
  void countsTheFirstFivePhrasesOfAnArticle() {
    add("one two three four six", "", "one", "two", "three", "four", "five", "six");
    assertShare("80.0");
  }

  @Test
  void averagesOverTheArticlesThatHavePhrasesAndATitleOrReference() {
    add("Bridge", "", "bridge");
    add("Bridge", "", "ferry", "council", "cracks");
    add("Bridge", "");
    add("", "", "ferry");
    assertShare("50.0");
  }

  @Test
  void printsNothingIfNoArticleCounts() {
    add("", "", "ferry");
    assertEquals("", precision.line());
  }

  private void add(String title, String reference, String... phrases) {
    Example example =
        new Example(
            "a",
            Optional.of(title),
            "",
            Stream.of(reference).filter(text -> !text.isEmpty()).toList(),
            "en");
    precision.add(example, Stream.of(phrases).map(phrase -> new Keyword(phrase, 1)).toList());
  }

  private void assertShare(String percent) {
    String line = precision.line();
    assertTrue(line.startsWith("key phrases: " + percent + " % ("), line);
  }
}
