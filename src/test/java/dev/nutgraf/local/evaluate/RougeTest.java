package dev.nutgraf.local.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RougeTest {
  private static final double EXACT = 1e-12;

  private final Rouge rouge = new Rouge("en");

  @Test
  void countsClippedOverlapsOfWordsAndPairs() {
    Rouge.Scores scores = rouge.score(List.of("the cat sat on the mat"), "the the the cat");
    assertEquals(2.0 * 3 / (4 + 6), scores.rouge1(), EXACT);
    assertEquals(2.0 * 1 / (3 + 5), scores.rouge2(), EXACT);
  }

  @Test
  void joinsTheSubsequencesOfTheSummarysSentencesForLsum() {
    // The worked example of Lin (2004): w1..w5 against two sentences, each used word counted once.
    Rouge.Scores scores = rouge.score(List.of("w1 w2 w3 w4 w5"), "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5");
    assertEquals(2.0 * 4 / (10 + 5), scores.rougeLsum(), EXACT);
  }

  @Test
  void readsTheWholeTextInOneSequenceForL() {
    Rouge.Scores scores = rouge.score(List.of("a b c d"), "c d\na b");
    assertEquals(2.0 * 2 / (4 + 4), scores.rougeL(), EXACT);
    assertEquals(
        2.0 * 4 / (4 + 4), rouge.score(List.of("a b\nc d"), "c d\na b").rougeLsum(), EXACT);
  }

  @Test
  void takesTheBestReferenceOfEachMetric() {
    Rouge.Scores scores = rouge.score(List.of("alpha beta", "gamma delta"), "gamma delta");
    assertEquals(1, scores.rouge1(), EXACT);
  }

  @Test
  void keepsLettersOfOtherLanguagesWhole() {
    assertEquals(List.of("l", "été", "à", "élysée"), new Rouge("fr").tokens("L'été à Élysée!"));
    assertEquals(List.of("l", "t", "lys", "e"), rouge.tokens("L'été Élysée"));
  }

  @Test
  void scoresNothingForAnEmptySummary() {
    assertEquals(0, rouge.score(List.of("a b c"), "").rouge1());
    assertEquals(0, rouge.score(List.of(), "a b c").rougeLsum());
  }

  @ParameterizedTest
  @CsvSource({
    "running,run",
    "flies,fli",
    "dies,die",
    "agreed,agre",
    "hopping,hop",
    "falling,fall",
    "conflated,conflat",
    "happy,happi",
    "enjoy,enjoy",
    "relational,relat",
    "generalization,gener",
    "news,news",
    "dying,die",
    "controlling,control",
    "adoption,adopt",
    "rationally,ration",
    "electricity,electr",
    "oscillate,oscil",
    "filing,file",
    "skies,sky",
    "geology,geolog",
    "cried,cri",
    "spied,spi",
    "tied,tie"
  })
  void stemsLongWordsAsTheStandardPackageDoes(String word, String stem) {
    assertEquals(List.of(stem), rouge.tokens(word));
  }
}
