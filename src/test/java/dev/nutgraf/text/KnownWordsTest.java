package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.text.KnownWords.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownWordsTest {
  private final KnownWords known = new KnownWords();
  private final List<String> lookedUp = new ArrayList<>();

  @Test
  void looksAWordUpOnce() {
    assertEquals(word("ferry"), get("ferry", 7));
    assertEquals(word("ferry"), get("ferry", 7));
    assertEquals(List.of("ferry"), lookedUp);
  }

  @Test
  void tellsWordsOfOneHashApart() {
    for (String other : List.of("ferry", "river", "ferries", "ferry")) {
      assertEquals(word(other), get(other, 7));
    }
    assertEquals(List.of("ferry", "river", "ferries", "ferry"), lookedUp);
  }

  @Test
  void keepsNoLongWords() {
    String chars = "harbor".repeat(5);
    assertEquals(word(chars), get(chars, 3));
    assertEquals(word(chars), get(chars, 3));
    assertEquals(List.of(chars, chars), lookedUp);
  }

  private Word get(String chars, int hash) {
    return known.get(
        ("x" + chars + "x").toCharArray(),
        1,
        1 + chars.length(),
        hash,
        folded -> {
          lookedUp.add(folded);
          return word(folded);
        });
  }

  private static Word word(String folded) {
    return new Word(folded, folded.substring(0, 3), false);
  }
}
