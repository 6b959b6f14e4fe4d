package dev.nutgraf.chars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WhiteSpaceTest {
  @Test
  void isUnicodesWhiteSpaceAndTheControls() {
    // The other controls up to U+001F show nothing; damaged and very old files have them.
    String controls = "[\\u0000-\\u0008\\u000E-\\u001F]";
    UnicodeProperty.assertSame("[:White_Space:]", controls, "[]", WhiteSpace::isWhiteSpace);
  }

  @Test
  void breaksLinesWhereUnicodeDemandsIt() {
    UnicodeProperty.assertSame(
        "[[:Line_Break=BK:][:Line_Break=CR:][:Line_Break=LF:][:Line_Break=NL:]]",
        "[]",
        "[]",
        WhiteSpace::isLineBreak);
  }

  @Test
  void collapsesRunsAndTrims() {
    assertEquals("a b c", WhiteSpace.collapse("\u00A0 a \t\r\nb\u3000c\u2029"));
    assertEquals("", WhiteSpace.collapse(" \n"));
    assertEquals("", WhiteSpace.collapse(""));
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\n', '\u000B', '\f', '\r', '\u001C', '\u001D', '\u001E', '\u0085', '\u2028', '\u2029'
      })
  void collapsesEverythingThatPythonTakesForALineBreak(char lineBreak) {
    assertEquals("one line", WhiteSpace.collapse("one" + lineBreak + "line"));
  }

  @Test
  void skipsForthAndBackWithinTheLimits() {
    assertEquals(2, WhiteSpace.skip("  a  ", 0, 5));
    assertEquals(1, WhiteSpace.skip("  a  ", 0, 1));
    assertEquals(3, WhiteSpace.skipBack("  a  ", 5, 0));
    assertEquals(4, WhiteSpace.skipBack("  a  ", 5, 4));
    assertEquals(0, WhiteSpace.skip("", 0, 0));
  }
}
