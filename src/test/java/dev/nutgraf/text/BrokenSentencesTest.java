package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BrokenSentencesTest {
  private static final TextAnalyzer ANALYZER = new TextAnalyzer();

  private static final String STORY =
      "The ferry to the island sank on Friday night. Nobody was on board when it happened. Divers"
          + " will raise the wreck next week.";

  private static List<String> sentences(String text, List<Block> blocks) {
    AnalyzedText analyzed =
        ANALYZER.analyze(
            new Article(
                text, false, "UTF-8", "text/plain", ArticleMetadata.NONE, blocks, List.of()));
    return analyzed.sentences().stream()
        .filter(Sentence::isCandidate)
        .map(analyzed::textOf)
        .toList();
  }

  private static List<String> sentences(String text) {
    return sentences(text, List.of(new Block(0, text.length(), Role.PARAGRAPH)));
  }

  @Test
  void joinsTheLinesOfASentenceThatStopsSetApartDivide() {
    String broken =
        "The owner of the ferry told reporters . that he would buy another ship . soon.";
    assertEquals(
        List.of(
            "The ferry to the island sank on Friday night.",
            "Nobody was on board when it happened.",
            "Divers will raise the wreck next week.",
            broken,
            "It is cold ."),
        sentences(STORY + " " + broken + " It is cold ."));
  }

  @Test
  void joinsThemInEveryLanguage() {
    String broken = "Der Besitzer der Fähre sagte Reportern . er werde ein anderes Schiff kaufen.";
    String story = "Die Fähre sank am Freitag. Niemand war an Bord. Das Wrack wird gehoben. ";
    assertEquals(broken, sentences(story + broken).get(3));
  }

  @Test
  void takesNoCaptionFromABrokenSentence() {
    String line = "The owner sold . all of the ships and the whole of the pier .";
    String text = (STORY + " " + line + " ").repeat(8).strip();
    assertEquals(32, sentences(text).size());
  }

  @Test
  void keepsTheSentencesOfATextInTokens() {
    String text = "the ferry to the island sank . nobody was on board . divers will raise it .";
    assertEquals(
        List.of(
            "the ferry to the island sank .", "nobody was on board .", "divers will raise it ."),
        sentences(text));
  }

  @Test
  void joinsNothingAcrossBlocks() {
    String line = "The owner told reporters .";
    String text = STORY + "\n" + line + "\nhe would buy another ship.";
    int start = STORY.length() + 1;
    int end = start + line.length();
    assertEquals(
        5,
        sentences(
                text,
                List.of(
                    new Block(0, STORY.length(), Role.PARAGRAPH),
                    new Block(start, end, Role.PARAGRAPH),
                    new Block(end + 1, text.length(), Role.PARAGRAPH)))
            .size());
  }
}
