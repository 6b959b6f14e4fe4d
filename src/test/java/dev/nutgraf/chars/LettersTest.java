package dev.nutgraf.chars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Compares with the JDK's Unicode and not with ICU's, because the two differ in version. */
final class LettersTest {
  @Test
  void foldsLikeTheJdkAndMakesApostrophesStraight() {
    for (char c = 0; c < 0xFFFF; c++) {
      char expected = c == '’' ? '\'' : Character.toLowerCase(Character.toUpperCase(c));
      assertEquals(expected, Letters.fold(c), "" + (int) c);
    }
  }

  @Test
  void foldsAlikeInTurkey() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals('i', Letters.fold('I'));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void answersForAsciiAsTheJdkDoes() {
    for (char c = 0; c < 0x80; c++) {
      assertEquals(Character.isLowerCase(c), Letters.isLower(c), "" + (int) c);
      assertEquals(Character.isUpperCase(c), Letters.isUpper(c), "" + (int) c);
      assertEquals(Character.isDigit(c), Letters.isDigit(c), "" + (int) c);
      assertEquals(Character.isLetter(c), Letters.isLetter(c), "" + (int) c);
    }
  }

  @Test
  void keepsWordsWholeAcrossMarksAndSurrogates() {
    for (char c : "é\u0301ि字\uD840\uDC00".toCharArray()) {
      assertTrue(Letters.isLetter(c), "" + (int) c);
    }
    for (char c : "-'’.٣ ".toCharArray()) {
      assertFalse(Letters.isLetter(c), "" + (int) c);
    }
    assertTrue(Letters.isMark('\u0301'));
    assertFalse(Letters.isMark('e'));
  }

  @Test
  void knowsDigitsAndCasesOfOtherScripts() {
    assertTrue(Letters.isDigit('٣'));
    assertTrue(Letters.isUpper('Ж') && Letters.isUpper('ǅ') && Letters.isLower('ж'));
    assertTrue(Letters.isCaseless('字') && Letters.isCaseless('ع'));
    assertFalse(Letters.isCaseless('Ж') || Letters.isCaseless('३'));
  }
}
