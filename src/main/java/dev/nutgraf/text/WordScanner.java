package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;

/**
 * Finds the words of a text, in one pass and linear time.
 *
 * <p>A word is a run of letters, marks and digits as in Unicode's word boundaries (UAX #29): it
 * includes an apostrophe between letters, a separator between digits, and the full stops within
 * {@code U.S}. The scanner differs from UAX #29 where ranking gains by it: hyphens separate words;
 * a handle, a hashtag, a mail address and a web address are one word each; scripts without spaces
 * yield overlapping pairs of characters, which serve retrieval about as well as segmented words do
 * (Nie, Gao, Zhang and Zhou, 2000). So does Hangul, whose words carry many suffixes.
 */
final class WordScanner {
  /** Receives words in text order; pairs of characters overlap. */
  @FunctionalInterface
  interface WordConsumer {
    /** Accepts the word from {@code start}, inclusive, to {@code end}, exclusive. */
    void accept(int start, int end);
  }

  /** Characters of the longest elided word: {@code jusqu}, {@code quelqu}. */
  private static final int MAX_ELIDED = 7;

  /** The first script without spaces, Thai; characters before it need no look at the ranges. */
  private static final char FIRST_UNSPACED = 0xE00;

  private final String text;
  private final boolean elides;

  /**
   * Creates a scanner.
   *
   * @param elides whether an apostrophe after a short word separates it from the next, as in French
   *     {@code l'homme}
   */
  WordScanner(String text, boolean elides) {
    this.text = text;
    this.elides = elides;
  }

  /** Finds the words from {@code from}, inclusive, to {@code to}, exclusive. */
  void scan(int from, int to, WordConsumer words) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c < 0x80 ? Letters.isLetterOrDigit(c) : isWordPart(i, to)) {
        if (c >= FIRST_UNSPACED && isUnspaced(text.codePointAt(i))) {
          i = scanUnspaced(i, to, words);
        } else {
          int end = c == 'h' || c == 'w' || c == 'p' ? endOfAddress(i, to) : i;
          end = end > i ? end : endOfWord(i, to);
          words.accept(i, end);
          i = end;
        }
      } else if ((c == '@' || c == '#') && i + 1 < to && isWordPart(i + 1, to)) {
        int end = i + 1;
        while (end < to && (text.charAt(end) == '_' || isWordPart(end, to))) {
          end += width(end, to);
        }
        words.accept(i, end);
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
      } else if (isWordPart(i, to) && !(c >= FIRST_UNSPACED && isUnspaced(text.codePointAt(i)))) {
        i += width(i, to);
      } else if (i + 1 < to && i > start && joins(c, i, start)) {
        if (elides
            && c != '.'
            && c != ','
            && i - start <= MAX_ELIDED
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

  /** Returns whether the mark joins its neighbors: {@code don't}, {@code 1,000.5}, {@code U.S}. */
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

  /** The end of the web address at {@code start}; {@code start} if there is none. */
  private int endOfAddress(int start, int to) {
    return text.startsWith("http://", start)
            || text.startsWith("https://", start)
            || text.startsWith("www.", start)
            || text.startsWith("pic.twitter.com/", start)
        ? endOfAddressPart(start, to)
        : start;
  }

  /** The end of the run of ASCII signs that an address can have, trailing punctuation excluded. */
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
   * Finds overlapping pairs of characters, each with its combining marks. A single character
   * between others is a word by itself.
   */
  private int scanUnspaced(int start, int to, WordConsumer words) {
    int first = start;
    int second = endOfCluster(start, to);
    if (!isUnspacedAt(second, to)) {
      words.accept(first, second);
      return second;
    }
    while (isUnspacedAt(second, to)) {
      int end = endOfCluster(second, to);
      words.accept(first, end);
      first = second;
      second = end;
    }
    return second;
  }

  private boolean isUnspacedAt(int at, int to) {
    return at < to
        && text.charAt(at) >= FIRST_UNSPACED
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

  /** Returns whether the character belongs to a script that is scanned by pairs. */
  private static boolean isUnspaced(int codePoint) {
    return (codePoint >= FIRST_UNSPACED && codePoint <= 0xEFF) // Thai, Lao
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
