package dev.nutgraf.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static final String PROSE =
      "The minister opened the bridge on Monday morning. Thousands crossed it before noon.";

  /** Every block as {@code ROLE:text}. */
  static List<String> rolesOf(String text) {
    return PlainText.read(text).blocks().stream()
        .map(b -> b.role() + ":" + text.substring(b.start(), b.end()))
        .toList();
  }

  @Test
  void takesTheDateStampForTheDateAndNotForASentence() {
    String text = " date 2022-01-22 " + PROSE;
    assertEquals(List.of("DATE:date 2022-01-22", "PARAGRAPH:" + PROSE), rolesOf(text));
    assertEquals("2022-01-22", PlainText.read(text).facts().datePublished().orElseThrow().value());
  }

  @Test
  void keepsASentenceThatSpeaksOfADate() {
    String text = "Date nights are back, says the hotel. 2022-01-22 was the first of them.";
    assertEquals(List.of("PARAGRAPH:" + text), rolesOf(text));
  }
}
