package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.rank.Ranking.Keyword;
import dev.nutgraf.text.AnalyzedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTest {
  private static final DocumentFrequencies NONE_LISTED =
      DocumentFrequencies.of(new int[0], new float[0]);

  @Test
  void joinsWordsThatOccurTogetherMoreThanOnce() {
    List<Keyword> keywords =
        keywords(
            "The harbor bridge closes. Ferries replace the harbor bridge until May."
                + " Nobody misses it.");
    assertEquals("harbor bridge", keywords.get(0).term());
    assertEquals(1, keywords.get(0).score());
  }

  @Test
  void spellsAPhraseAsItStandsInsideASentence() {
    assertEquals(
        "harbor bridge",
        keywords("Harbor bridge closes. The harbor bridge is old. A ferry runs.").get(0).term());
  }

  @Test
  void ranksBestFirst() {
    List<Double> scores =
        keywords("A crane fell. The crane hit a shed. The shed held tar.").stream()
            .map(keyword -> -keyword.score())
            .toList();
    assertTrue(scores.size() > 2, scores.toString());
    assertEquals(scores.stream().sorted().toList(), scores);
  }

  @Test
  void returnsTenPhrasesAtMost() {
    StringBuilder text = new StringBuilder();
    for (char c = 'a'; c <= 'z'; c++) {
      text.append("The ").append(String.valueOf(c).repeat(5)).append(" is here. ");
    }
    assertEquals(10, keywords(text.toString()).size());
  }

  @Test
  void takesNoStopWordsNumbersOrSingleLetters() {
    for (Keyword keyword : keywords("In 2026 the X of 400 was there. It had 400 of X in 2026.")) {
      assertFalse(keyword.term().matches("(?i)in|the|of|was|it|x|\\d+"), keyword.term());
    }
  }

  @Test
  void joinsNoWordsAcrossPunctuation() {
    for (Keyword keyword : keywords("Storms, cranes and quays. Storms, cranes and quays again.")) {
      assertFalse(keyword.term().contains(","), keyword.term());
    }
  }

  @Test
  void joinsAHyphenatedWord() {
    assertEquals(
        "wind-powered ferry",
        keywords("A wind-powered ferry sails. The wind-powered ferry is full.").get(0).term());
  }

  private static List<Keyword> keywords(String article) {
    AnalyzedText text = Analyzed.text(article);
    return Keywords.of(text, Salience.of(text, NONE_LISTED));
  }
}
