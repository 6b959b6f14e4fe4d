package dev.nutgraf.chars;

/** What characters are to sentences and words. All of it is independent of the locale. */
public final class Characters {
  private Characters() {}

  /** White space of any kind, no-break spaces included. */
  public static boolean isSpace(char c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
    }
    return c == 0x85 || Character.isSpaceChar(c);
  }

  /** The first position from {@code at} that is no white space, at most {@code end}. */
  public static int skipSpace(String text, int at, int end) {
    int i = at;
    while (i < end && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The position after the last character before {@code at} that is no white space. */
  public static int skipSpaceBack(String text, int at, int start) {
    int i = at;
    while (i > start && isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Case folding of one UTF-16 unit, the same everywhere in the world; apostrophes are one. */
  public static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(Character.toUpperCase(c));
  }

  public static boolean isLower(char c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
  }

  public static boolean isUpper(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  public static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  /** Letters, the combining marks within words, and halves of supplementary characters. */
  public static boolean isLetter(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetter(c) || isMark(c) || Character.isSurrogate(c);
  }

  public static boolean isMark(char c) {
    if (c < 0x300) {
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

  /** A letter of a script without upper and lower case, such as Arabic, Devanagari or Han. */
  public static boolean isCaseless(char c) {
    return c >= 0x590 && Character.isLetter(c) && !Character.isLowerCase(c) && !isUpper(c);
  }

  /** A stop that ends a sentence in whatever language it is written. */
  public static boolean isFullStop(char c) {
    return switch (c) {
      case '。',
          '｡',
          '！',
          '？', // CJK
          '؟',
          '۔', // Arabic, Urdu
          '।',
          '॥', // Devanagari and its neighbors
          '։', // Armenian
          '።',
          '፧',
          '፨', // Ethiopic
          '။', // Burmese
          '។',
          '៕', // Khmer
          '།', // Tibetan
          '᠃' -> // Mongolian
          true;
      default -> false;
    };
  }

  /** A mark that may end a sentence: a full stop of any script, or {@code . ! ? …} and kin. */
  public static boolean isStop(char c) {
    return switch (c) {
      case '.', '!', '?', '…', '‼', '⁇', '⁈', '⁉', '‽', '．' -> true;
      default -> c >= 0x580 && isFullStop(c);
    };
  }

  /** A bracket or quotation mark that can only close. */
  public static boolean isCloser(char c) {
    return switch (c) {
      case ')', ']', '}', '’', '›', '」', '』', '）', '】', '》', '〉', '］', '｝', '〕', '〟' -> true;
      default -> false;
    };
  }

  /** A quotation mark that closes in some languages and opens in others. */
  public static boolean isQuote(char c) {
    return switch (c) {
      case '"', '\'', '“', '”', '‘', '«', '»', '‹', '`', '´', '＂' -> true;
      default -> false;
    };
  }

  /** A bracket or quotation mark, or an inverted mark, that can stand before a first word. */
  public static boolean isOpener(char c) {
    return switch (c) {
      case '(', '[', '{', '„', '‚', '¿', '¡', '「', '『', '（', '【', '《', '〈', '［', '｛', '〔' -> true;
      default -> isQuote(c);
    };
  }

  /** A dash or hyphen of any length. */
  public static boolean isDash(char c) {
    return c == '-' || (c >= '‐' && c <= '―') || c == '⁃' || c == '−';
  }
}
