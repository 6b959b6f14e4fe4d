package dev.nutgraf.chars;

/**
 * Quotation marks, brackets, dashes, bullets and arrows.
 *
 * <p>A quotation mark falls into one of three kinds. Some only open ({@code „ 「}), some only close
 * ({@code 」}), and the others open in one language and close in the next: {@code “} opens in
 * English and closes in German, {@code »} closes in French and opens in Danish. {@code ’} and
 * {@code ›} open a quotation in a few languages as well, but as an apostrophe and in nested
 * quotations they close so much more often that they count as closing.
 */
public final class Punctuation {
  private static final int FIRST_BEYOND_ASCII = 0x80;

  private Punctuation() {}

  /** Returns whether the character is a quotation mark by Unicode's {@code Quotation_Mark}. */
  public static boolean isQuotationMark(char c) {
    if (c < FIRST_BEYOND_ASCII) {
      return c == '"' || c == '\'';
    }
    return switch (c) {
      case '«', '»', '‘', '’', '‚', '‛', '“', '”', '„', '‟', '‹', '›', '⹂' -> true;
      case '「', '」', '『', '』', '〝', '〞', '〟' -> true;
      case '﹁', '﹂', '﹃', '﹄', '＂', '＇', '｢', '｣' -> true; // vertical, full and half width
      default -> false;
    };
  }

  /**
   * Returns whether the quotation mark opens in some languages and closes in others. The grave and
   * the acute accent count, because typewriters and TeX quote with them.
   */
  public static boolean isTwoWayQuote(char c) {
    return switch (c) {
      case '"', '\'', '`', '´', '‘', '“', '”', '«', '»', '‹', '＂', '＇' -> true;
      default -> false;
    };
  }

  /** Returns whether a bracket or quotation mark always closes. */
  public static boolean onlyCloses(char c) {
    if (c < FIRST_BEYOND_ASCII) {
      return c == ')' || c == ']' || c == '}';
    }
    return c == '’' || c == '›' || Character.getType(c) == Character.END_PUNCTUATION;
  }

  /** Returns whether a bracket or quotation mark closes in some language. */
  public static boolean canClose(char c) {
    return onlyCloses(c) || isTwoWayQuote(c);
  }

  /**
   * Returns whether the mark can stand before the first word of a sentence: an opening bracket, a
   * quotation mark that opens in some language, a Spanish inverted mark.
   */
  public static boolean canOpen(char c) {
    if (c < FIRST_BEYOND_ASCII) {
      return c == '(' || c == '[' || c == '{' || isTwoWayQuote(c);
    }
    return isTwoWayQuote(c)
        || c == '¿'
        || c == '¡'
        || c == '‛'
        || c == '‟'
        || Character.getType(c) == Character.START_PUNCTUATION;
  }

  /** Returns whether the character is a dash or hyphen of the Latin script, or a minus sign. */
  public static boolean isDash(char c) {
    return c == '-' || (c >= '‐' && c <= '―') || c == '⁃' || c == '−';
  }

  /** Returns whether the character opens the items of a list, besides dashes and numbers. */
  public static boolean isBullet(char c) {
    return switch (c) {
      case '*', '·', '•', '‣', '⁃', '▪', '●', '◦' -> true;
      default -> false;
    };
  }

  /** Returns whether the character points to a link, as arrows and angle quotes do. */
  public static boolean isArrow(char c) {
    return switch (c) {
      case '»', '›', '→', '►', '▶' -> true;
      default -> false;
    };
  }
}
