package dev.nutgraf.article.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotedTextTest {
  @Test
  void quotesShortTextAsItIs() {
    assertEquals("\"br\"", QuotedText.of("br"));
  }

  @Test
  void replacesControlCharactersAndSurrogates() {
    assertEquals("\"a?b??\"", QuotedText.of("a\nb\uD83D\uDE00"));
  }

  @Test
  void cutsLongTextAfterSixtyCharacters() {
    assertEquals("\"" + "x".repeat(60) + "...\"", QuotedText.of("x".repeat(61)));
  }
}
