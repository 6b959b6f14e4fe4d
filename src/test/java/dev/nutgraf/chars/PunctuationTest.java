package dev.nutgraf.chars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PunctuationTest {
  @Test
  void quotationMarksAreUnicodes() {
    UnicodeProperty.assertSame(
        "[:Quotation_Mark:]", "[]", "[]", c -> Punctuation.isQuotationMark((char) c));
  }

  @Test
  void closersAreUnicodesClosingBracketsAndTwoQuotationMarks() {
    // Unicode calls them final quotation marks, which may open; these two hardly do.
    UnicodeProperty.assertSame(
        "[:Pe:]", "[\\u2019\\u203A]", "[]", c -> Punctuation.onlyCloses((char) c));
  }

  @Test
  void marksThatCanCloseAreUnicodesClosersAndQuotationMarks() {
    String more = "[\"'`\\u00B4\\uFF02\\uFF07]"; // straight marks, and accents typed for them
    // Reversed marks open wherever they are used; editors of the New Testament set the others.
    String fewer = "[\\u201B\\u201F[[:Pi:][:Pf:] & [\\u2E00-\\u2E7F]]]";
    UnicodeProperty.assertSame(
        "[[:Pe:][:Pi:][:Pf:]]", more, fewer, c -> Punctuation.canClose((char) c));
  }

  @Test
  void marksThatCanOpenAreUnicodesOpenersAndQuotationMarks() {
    String more = "[\"'`\\u00B4\\uFF02\\uFF07\\u00A1\\u00BF]"; // and the Spanish inverted marks
    String fewer = "[\\u2019\\u203A[[:Pi:][:Pf:] & [\\u2E00-\\u2E7F]]]";
    UnicodeProperty.assertSame(
        "[[:Ps:][:Pi:][:Pf:]]", more, fewer, c -> Punctuation.canOpen((char) c));
  }

  @Test
  void noMarkBothOnlyClosesAndOpens() {
    for (char c = 0; c < 0xFFFF; c++) {
      assertFalse(Punctuation.onlyCloses(c) && Punctuation.canOpen(c), "" + c);
      assertEquals(
          Punctuation.isTwoWayQuote(c), Punctuation.canOpen(c) && Punctuation.canClose(c), "" + c);
    }
  }

  @Test
  void dashesAreUnicodesInLatinText() {
    // A bullet that is drawn as a hyphen.
    String more = "[\\u2043]";
    // Hyphens and dashes of other scripts, wave dashes, and those of formulas and layout.
    String fewer =
        "[\\u058A\\u05BE\\u1400\\u1806\\u2053\\u207B\\u208B\\u2E00-\\u2E7F\\u301C\\u3030\\u30A0"
            + "\\uFE31\\uFE32\\uFE58\\uFE63\\uFF0D]";
    UnicodeProperty.assertSame(
        "[:Dash:]", more, "[[:Dash:] & " + fewer + "]", c -> Punctuation.isDash((char) c));
  }

  @Test
  void bulletsAndArrowsAreSigns() {
    for (char c : "*·•‣⁃▪●◦".toCharArray()) {
      assertTrue(Punctuation.isBullet(c), "" + c);
      assertFalse(Letters.isLetterOrDigit(c), "" + c);
    }
    for (char c : "»›→►▶".toCharArray()) {
      assertTrue(Punctuation.isArrow(c), "" + c);
    }
    assertFalse(Punctuation.isBullet('-'));
    assertFalse(Punctuation.isArrow('>'));
  }
}
