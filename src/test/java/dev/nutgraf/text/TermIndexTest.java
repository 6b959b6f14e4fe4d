package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicons;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TermIndexTest {
  private final Lexicon english = new Lexicons().get("en");

  private TermIndex index(String text) {
    return new TermIndex(text, english, Stemmer.of("en"));
  }

  @Test
  void numbersTermsInOrderOfFirstOccurrence() {
    TermIndex index = index("ships bring grain");
    assertEquals(0, index.add(0, 5));
    assertEquals(1, index.add(6, 11));
    assertEquals(2, index.add(12, 17));
    assertArrayEquals(new String[] {"ship", "bring", "grain"}, index.stems());
    assertEquals(3, index.size());
  }

  @Test
  void countsCaseInflectionAndHashtagAsOneTerm() {
    TermIndex index = index("ship Ships SHIP #ship");
    assertEquals(0, index.add(0, 4));
    assertEquals(0, index.add(5, 10));
    assertEquals(0, index.add(11, 15));
    assertEquals(0, index.add(16, 21));
  }

  @Test
  void keepsStopWordsApartFromStems() {
    String text = "otter other";
    TermIndex index = new TermIndex(text, english, word -> "other");
    int content = index.add(0, 5);
    int stopWord = index.add(6, 11);
    boolean[] stopWords = index.stopWords();
    assertNotEquals(content, stopWord);
    assertTrue(stopWords[stopWord]);
    assertFalse(stopWords[content]);
  }

  @Test
  void findsWordsOfAnotherTextWithoutAddingThem() {
    TermIndex index = index("ships bring grain");
    index.add(0, 5);
    assertEquals(0, index.find("A Ship!", 2, 6));
    assertEquals(0, index.find("shipping", 0, 4));
    assertEquals(-1, index.find("grain", 0, 5));
    assertEquals(1, index.size());
  }

  @Test
  void keepsItsNumbersWhileItGrows() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("w").append(i % 10_000).append(' ');
    }
    String words = text.toString();
    TermIndex index = index(words);
    Map<String, Integer> expected = new HashMap<>();
    int start = 0;
    for (int end = words.indexOf(' '); end >= 0; end = words.indexOf(' ', start)) {
      int term = index.add(start, end);
      Integer before = expected.putIfAbsent(words.substring(start, end), term);
      assertEquals(before == null ? index.size() - 1 : before, term);
      start = end + 1;
    }
    assertEquals(10_000, index.size());
  }
}
