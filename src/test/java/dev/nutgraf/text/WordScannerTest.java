package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the examples a bar stands between two words. */
final class WordScannerTest {
  private static String scan(String text, boolean elides) {
    List<String> words = new ArrayList<>();
    new WordScanner(text, elides)
        .scan(0, text.length(), (start, end) -> words.add(text.substring(start, end)));
    return String.join(" | ", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "The harbor, reopened.; The | harbor | reopened",
        "don't ’tis rock'n'roll dogs'; don't | tis | rock'n'roll | dogs",
        "1,200.50 euros, 3.5%; 1,200.50 | euros | 3.5",
        "the U.S. and a.m. today; the | U.S | and | a.m | today",
        "end.Next; end | Next",
        "well-known; well | known",
        "co\u00ADoperate; co\u00ADoperate",
        "@AnnaB_1 #vote24 a@b; @AnnaB_1 | #vote24 | a@b",
        "mail me@example.org.; mail | me@example.org",
        "(https://example.org/a-b?c=d, www.example.org); https://example.org/a-b?c=d | "
            + "www.example.org",
        "pic.twitter.com/abc; pic.twitter.com/abc",
        "e\u0301te\u0301 नमस्ते; e\u0301te\u0301 | नमस्ते",
      })
  void findsWords(String text, String words) {
    assertEquals(words, scan(text, false));
  }

  @Test
  void separatesElidedWordsOnlyInLanguagesThatElide() {
    assertEquals("l | homme | qu | il", scan("l'homme qu’il", true));
    assertEquals("l'homme", scan("l'homme", false));
    assertEquals("don | t", scan("don't", true));
  }

  @Test
  void pairsTheCharactersOfScriptsWithoutSpaces() {
    assertEquals("东京 | 京都", scan("东京都", false));
    assertEquals("雨", scan("雨。", false));
    assertEquals("서울 | 울시", scan("서울시", false));
    assertEquals("ABC | 株式", scan("ABC株式", false));
  }

  @Test
  void keepsSupplementaryCharactersWhole() {
    assertEquals("\uD840\uDC00\uD840\uDC01", scan("\uD840\uDC00\uD840\uDC01", false));
    assertEquals("a", scan("\uD83D\uDE00 a \uD83D", false));
  }

  @Test
  void readsNothingOutsideItsLimits() {
    List<String> words = new ArrayList<>();
    String text = "harbors";
    new WordScanner(text, false).scan(1, 4, (start, end) -> words.add(text.substring(start, end)));
    assertEquals(List.of("arb"), words);
  }
}
