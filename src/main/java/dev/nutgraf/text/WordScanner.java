package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;

/**
 * Finds the words of a stretch of text, in one pass.
 *
 * <p>A word is a run of letters, marks and digits, after Unicode's word boundaries (UAX #29): an
 * apostrophe between letters and a separator between digits belong to it, and so do the stops of
 * {@code U.S.} Beyond UAX #29, hyphens separate; a handle, a hashtag, a mail address and a web
 * address are one word each; and scripts written without spaces yield overlapping pairs of
 * characters, which serve retrieval as well as words do.
 */
final class WordScanner {
  /** Receives the words, in order. */
  @FunctionalInterface
  interface Sink {
    /** A word from {@code start}, inclusive, to {@code end}, exclusive. */
    void word(int start, int end);
  }

  private final String text;
  private final boolean elides;

  /**
   * A scanner.
   *
   * @param text the text
   * @param elides whether the language elides vowels at the end of short words, so that what stands
   *     before the apostrophe is a word of its own: {@code l'homme}
   */
  WordScanner(String text, boolean elides) {
    this.text = text;
    this.elides = elides;
  }

  /** Finds the words between {@code from} and {@code to}. */
  void scan(int from, int to, Sink sink) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c < 0x80 ? Letters.isLetterOrDigit(c) : isWordPart(i, to)) {
        if (c >= 0xE00 && isUnspaced(text.codePointAt(i))) {
          i = scanUnspaced(i, to, sink);
        } else {
          int end = c == 'h' || c == 'w' || c == 'p' ? endOfAddress(i, to) : i;
          end = end > i ? end : endOfWord(i, to);
          sink.word(i, end);
          i = end;
        }
      } else if ((c == '@' || c == '#') && i + 1 < to && isWordPart(i + 1, to)) {
        int end = i + 1;
        while (end < to && (text.charAt(end) == '_' || isWordPart(end, to))) {
          end += width(end, to);
        }
        sink.word(i, end);
        i = end;
      } else {
        i += width(i, to);
      }
    }
  }

  private int endOfWord(int start, int to) {
    int i = start;
    while (i < to) {
      char c = text.charAt(i);
      if (c < 0x80 && Letters.isLetterOrDigit(c)) {
        i++;
      } else if (isWordPart(i, to) && !(c >= 0xE00 && isUnspaced(text.codePointAt(i)))) {
        i += width(i, to);
      } else if (i + 1 < to && i > start && joins(c, i, start)) {
        if (elides
            && c != '.'
            && c != ','
            && i - start <= 7
            && Letters.isLetter(text.charAt(i + 1))) {
          return i;
        }
        i++;
      } else if (c == '@' && i + 1 < to && Letters.isLetterOrDigit(text.charAt(i + 1))) {
        return endOfAddressPart(i, to);
      } else {
        break;
      }
    }
    return i;
  }

  /** Whether the mark inside belongs to the word: {@code don't}, {@code 1,000.5}, {@code U.S}. */
  private boolean joins(char c, int at, int start) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    return switch (c) {
      case '\'', '’' ->
          (Letters.isLetter(before) && Letters.isLetter(after))
              || (Letters.isDigit(before) && Letters.isDigit(after));
      case '.' ->
          (Letters.isDigit(before) && Letters.isDigit(after))
              || (Letters.isLetter(after)
                  && (at == start + 1 || text.charAt(at - 2) == '.')
                  && Letters.isLetter(before));
      case ',' -> Letters.isDigit(before) && Letters.isDigit(after);
      case '\u00AD', '\u200C', '\u200D' -> Letters.isLetter(before) && Letters.isLetter(after);
      default -> false;
    };
  }

  /** The end of the web address that starts there, or {@code start} if none does. */
  private int endOfAddress(int start, int to) {
    return text.startsWith("http://", start)
            || text.startsWith("https://", start)
            || text.startsWith("www.", start)
            || text.startsWith("pic.twitter.com/", start)
        ? endOfAddressPart(start, to)
        : start;
  }

  private int endOfAddressPart(int start, int to) {
    int i = start;
    while (i < to && text.charAt(i) > ' ' && text.charAt(i) < 0x80 && text.charAt(i) != '>') {
      i++;
    }
    while (i > start + 1
        && !Letters.isLetterOrDigit(text.charAt(i - 1))
        && text.charAt(i - 1) != '/') {
      i--;
    }
    return i;
  }

  /**
   * Overlapping pairs of characters, marks counted with their base; a lone one stands for itself.
   */
  private int scanUnspaced(int start, int to, Sink sink) {
    int first = start;
    int second = endOfCluster(start, to);
    if (!isUnspacedAt(second, to)) {
      sink.word(first, second);
      return second;
    }
    while (isUnspacedAt(second, to)) {
      int end = endOfCluster(second, to);
      sink.word(first, end);
      first = second;
      second = end;
    }
    return second;
  }

  private boolean isUnspacedAt(int at, int to) {
    return at < to
        && text.charAt(at) >= 0xE00
        && isWordPart(at, to)
        && isUnspaced(text.codePointAt(at));
  }

  private int endOfCluster(int at, int to) {
    int i = at + width(at, to);
    while (i < to && Letters.isMark(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isWordPart(int at, int to) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return Letters.isLetterOrDigit(c);
    }
    if (Character.isHighSurrogate(c)) {
      return width(at, to) == 2 && Character.isLetterOrDigit(text.codePointAt(at));
    }
    return Character.isLetterOrDigit(c) || Letters.isMark(c);
  }

  private int width(int at, int to) {
    return Character.isHighSurrogate(text.charAt(at))
            && at + 1 < to
            && Character.isLowSurrogate(text.charAt(at + 1))
        ? 2
        : 1;
  }

  /** Whether the script puts no spaces between words, or hangs so much onto them as Korean does. */
  private static boolean isUnspaced(int codePoint) {
    return (codePoint >= 0xE00 && codePoint <= 0xEFF) // Thai, Lao
        || (codePoint >= 0x1000 && codePoint <= 0x109F) // Burmese
        || (codePoint >= 0x1780 && codePoint <= 0x17FF) // Khmer
        || (codePoint >= 0x3005 && codePoint <= 0x30FF) // kana
        || (codePoint >= 0x31F0 && codePoint <= 0x31FF)
        || (codePoint >= 0x3400 && codePoint <= 0x9FFF) // Han
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3) // Hangul
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFF);
  }
}
