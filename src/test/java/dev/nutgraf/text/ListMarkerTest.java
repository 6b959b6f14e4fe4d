package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListMarkerTest {
  private static ListMarker at(String text) {
    return ListMarker.at(text, 0, text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "1. Peel, 2, 1",
    "12) Peel, 3, 12",
    "2.) Peel, 3, 2",
    "b. Peel, 2, 2",
    "c) Peel, 2, 3",
    "• 9. Peel, 4, 9",
    "⁃10. Peel, 4, 10",
    "* 3. Peel, 4, 3",
  })
  void readsNumbersAndLetters(String text, int length, int number) {
    ListMarker marker = at(text);
    assertEquals(length, marker.length());
    assertEquals(number, marker.number());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Peel",
        "1 Peel",
        "1.Peel",
        "2024. Peel",
        "A. Peel",
        "ab. Peel",
        "• Peel",
        "1."
      })
  void isNoneForAnythingElse(String text) {
    assertEquals(ListMarker.NONE, at(text));
  }

  @Test
  void precedesTheNextItemOfTheSameStyle() {
    assertTrue(at("1. a").precedes(at("2. b")));
    assertTrue(at("a) x").precedes(at("b) y")));
    assertFalse(at("1. a").precedes(at("3. b")));
    assertFalse(at("1. a").precedes(at("2) b")));
    assertFalse(at("1. a").precedes(at("b. b")));
    assertFalse(at("• 1. a").precedes(at("2. b")));
    assertFalse(ListMarker.NONE.precedes(at("a. b")));
  }
}
