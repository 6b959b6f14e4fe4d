package dev.nutgraf.chars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.UnicodeSet;
import java.util.function.IntPredicate;

/**
 * Compares a table of characters with a property that ICU has, over the characters of the BMP that
 * the running JDK knows: its Unicode is older than ICU's.
 */
final class UnicodeProperty {
  private UnicodeProperty() {}

  /**
   * Asserts that the table is the property, but for the exceptions.
   *
   * @param pattern what the table should be, as a {@link UnicodeSet} pattern
   * @param more the characters that the table has beyond the property
   * @param fewer the characters of the property that the table lacks
   */
  static void assertSame(String pattern, String more, String fewer, IntPredicate table) {
    UnicodeSet known = new UnicodeSet();
    UnicodeSet actual = new UnicodeSet();
    for (int c = 0; c <= 0xFFFF; c++) {
      if (Character.isDefined(c)) {
        known.add(c);
        if (table.test(c)) {
          actual.add(c);
        }
      }
    }
    UnicodeSet property = new UnicodeSet(pattern).retainAll(known);
    assertEquals(
        new UnicodeSet(more).toPattern(true),
        new UnicodeSet(actual).removeAll(property).toPattern(true),
        "beyond " + pattern);
    assertEquals(
        new UnicodeSet(fewer).retainAll(known).toPattern(true),
        new UnicodeSet(property).removeAll(actual).toPattern(true),
        "missing from " + pattern);
  }
}
