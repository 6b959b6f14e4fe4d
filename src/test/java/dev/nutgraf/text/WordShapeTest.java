package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordShapeTest {
  @ParameterizedTest
  @ValueSource(strings = {"J", "é", "e\u0301", "Ж", "Θ", "क", "क्र", "மு", "\uD840\uDC00"})
  void takesALetterWithItsMarksForOne(String word) {
    assertTrue(WordShape.isOneLetter(word, 0, word.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "Jo", "कर", "\u0301", ".", "J\uDC00"})
  void takesNothingElseForOneLetter(String word) {
    assertFalse(WordShape.isOneLetter(word, 0, word.length()));
  }

  @ParameterizedTest
  @CsvSource({
    "U.S, true, true",
    "मु.क, true, true",
    "e.V, true, true",
    "Ph.D, false, true",
    "U, false, false",
    "end.Then, false, false",
    "v.1, false, false",
    "a-b.c, false, false",
  })
  void recognizesLettersBetweenFullStops(String word, boolean dotted, boolean partly) {
    assertTrue(WordShape.isDotted(word, 0, word.length()) == dotted, word);
    assertTrue(WordShape.isPartlyDotted(word, 0, word.length()) == partly, word);
  }

  @ParameterizedTest
  @CsvSource({
    "Kpt, cs, true",
    "Hptm, de, true",
    "гл, ru, true",
    "vlk, cs, false",
    "vlk, de, true",
    "hm, en, false",
    "Mm, en, false",
    "USS, en, false",
    "city, en, false",
    "b, en, false",
    "strndl, de, false",
    "str, '', true",
  })
  void recognizesWordsOfConsonantsOnly(String word, String language, boolean vowelless) {
    assertTrue(WordShape.isVowelless(word, 0, word.length(), language) == vowelless, word);
  }

  @ParameterizedTest
  @CsvSource({"XIV, true", "I, true", "XIVa, false", "iv, false", "'', false"})
  void recognizesRomanNumbers(String word, boolean roman) {
    assertTrue(WordShape.isRoman(word, 0, word.length()) == roman, word);
  }
}
