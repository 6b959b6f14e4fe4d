package dev.nutgraf.rank;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;

/**
 * Follows quotation marks from sentence to sentence. A mark that opens in one language and closes
 * in another is read by what is open: {@code “} closes what {@code „} opened, {@code »} opens where
 * nothing is open. Single marks are ignored, because most are apostrophes.
 */
final class Quotations {
  private static final char NONE = 0;

  /** Characters within which a quotation that continues in another paragraph closes. */
  private static final int MAX_QUOTATION = 1000;

  /** The mark that opened the current quotation, or {@link #NONE}. */
  private char opened = NONE;

  private boolean closedUnopened;

  /** Reads the marks of a range; returns whether there are any. */
  boolean read(String text, int start, int end) {
    closedUnopened = false;
    boolean any = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c < '«' && c != '"') {
        continue;
      }
      any |= c != '’' && Punctuation.isQuotationMark(c);
      switch (c) {
        case '"', '＂' ->
            straight(
                c,
                at > start ? text.charAt(at - 1) : ' ',
                at + 1 < end ? text.charAt(at + 1) : ' ');
        case '“', '”', '«', '»' ->
            twoWay(c, at + 1 < end && Character.isLetterOrDigit(text.charAt(at + 1)));
        case '„', '「', '『', '〝' -> opened = opened == NONE ? c : opened;
        case '」', '』', '〟', '〞' -> close(c);
        default -> {
          // Not a mark of a quotation that spans sentences.
        }
      }
    }
    return any;
  }

  /**
   * A straight mark is read by its neighbors: it opens before a word and closes after one. An
   * opening mark within a quotation begins its next paragraph. After a digit, with nothing open, it
   * means inches.
   */
  private void straight(char mark, char before, char after) {
    boolean afterSpace = WhiteSpace.isWhiteSpace(before);
    boolean beforeWord = Letters.isLetterOrDigit(after);
    if (opened != NONE) {
      opened = afterSpace && beforeWord ? opened : NONE;
    } else if (afterSpace || beforeWord) {
      opened = mark;
    } else {
      closedUnopened |= !Letters.isDigit(before);
    }
  }

  /**
   * Returns whether the next mark closes what is open. A paragraph that opens with no mark is part
   * of the quotation then, as in texts with a line for each sentence.
   *
   * @param from at least 1
   */
  boolean closeNext(String text, int from) {
    int limit = Math.min(text.length() - 1, from + MAX_QUOTATION);
    int at = from;
    while (at < limit && !isDouble(text.charAt(at))) {
      at++;
    }
    char mark = text.charAt(at);
    if (opened != '"') {
      return closes(mark);
    }
    char after = at < limit ? text.charAt(at + 1) : ' ';
    boolean loose = WhiteSpace.isWhiteSpace(text.charAt(at - 1)) && WhiteSpace.isWhiteSpace(after);
    return mark == '"' && !loose && !Letters.isLetterOrDigit(after);
  }

  private static boolean isDouble(char c) {
    return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»';
  }

  private void twoWay(char mark, boolean beforeWord) {
    if (opened == NONE) {
      if ((mark == '”' || mark == '»') && !beforeWord) {
        closedUnopened = true;
      } else {
        opened = mark;
      }
    } else if (closes(mark)) {
      opened = NONE;
    }
  }

  /** Returns whether the mark closes what is open; another opening mark is a nested quotation. */
  private boolean closes(char mark) {
    return switch (opened) {
      case '„' -> mark == '“' || mark == '”';
      case '“' -> mark == '”';
      case '”' -> mark == '”';
      case '«' -> mark == '»';
      case '»' -> mark == '«' || mark == '»';
      default -> false;
    };
  }

  private void close(char mark) {
    char partner =
        switch (mark) {
          case '」' -> '「';
          case '』' -> '『';
          default -> '〝';
        };
    if (opened == partner) {
      opened = NONE;
    } else if (opened == NONE) {
      closedUnopened = true;
    }
  }

  /** Returns whether the sentence closed a quotation that none had opened. */
  boolean closedUnopened() {
    return closedUnopened;
  }

  /** Returns whether a quotation is open. */
  boolean isOpen() {
    return opened != NONE;
  }

  /** Forgets an open quotation, as at the end of a paragraph. */
  void reset() {
    opened = NONE;
  }
}
