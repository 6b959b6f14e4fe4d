package dev.nutgraf.rank;

import dev.nutgraf.chars.Punctuation;

/**
 * Follows quotation marks from sentence to sentence. A mark that opens in one language and closes
 * in another is read by what is open: {@code “} closes what {@code „} opened, {@code »} opens where
 * nothing is open. Single marks are ignored, because most are apostrophes.
 */
final class Quotations {
  private static final char NONE = 0;

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
        case '"', '＂' -> toggle(c, at > start && isDigit(text.charAt(at - 1)));
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

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A straight mark after a digit, with nothing open, means inches. */
  private void toggle(char mark, boolean afterDigit) {
    if (opened != NONE) {
      opened = NONE;
    } else if (!afterDigit) {
      opened = mark;
    }
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
