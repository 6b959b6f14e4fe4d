package dev.nutgraf.chars;

/**
 * Letters and digits, as words are made of them. ASCII is answered without a look at Unicode's
 * tables, and nothing depends on the locale.
 */
public final class Letters {
  private static final int FIRST_COMBINING_MARK = 0x300;
  private static final int FIRST_CASELESS = 0x590; // Hebrew

  private Letters() {}

  /**
   * Folds the case of one UTF-16 unit and makes the typographic apostrophe the straight one.
   * Folding a unit never changes its length, so folded words keep their offsets.
   */
  public static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(Character.toUpperCase(c));
  }

  /**
   * Returns whether the character is in lower case. Georgian letters aren't: Unicode pairs them
   * with capitals that only headlines set throughout use, so they say nothing about a boundary.
   */
  public static boolean isLower(char c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c) && !isGeorgian(c);
  }

  private static boolean isGeorgian(char c) {
    return c >= 0x10D0 && c <= 0x10FF;
  }

  /** Returns whether the character is in upper or title case. */
  public static boolean isUpper(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** Returns whether the character is a decimal digit of any script. */
  public static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  /**
   * Returns whether the character continues a word as letters do. Combining marks and halves of
   * supplementary characters count, because a word must not be cut within a letter; {@link
   * Character#isLetter(char)} accepts neither.
   */
  public static boolean isLetter(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetter(c) || isMark(c) || Character.isSurrogate(c);
  }

  /** Returns whether the character combines with the one before: accents, vowel signs. */
  public static boolean isMark(char c) {
    if (c < FIRST_COMBINING_MARK) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  public static boolean isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
  }

  /** Returns whether the letter's script has no case: Arabic, Devanagari, Han and others. */
  public static boolean isCaseless(char c) {
    return c >= FIRST_CASELESS && Character.isLetter(c) && !isLower(c) && !isUpper(c);
  }
}
