package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.metadata.Dates;

/**
 * Recognizes posts of social networks by the signature that embedding leaves in the text: {@code —
 * Secretary Antony Blinken (@SecBlinken) January 26, 2022}, with or without a time after it.
 */
public final class EmbeddedPosts {
  /** A post of 280 characters with links and signature is shorter. */
  public static final int MAX_CHARS = 600;

  // Limits in characters; the networks' own are lower, but embedding adds to names and dates.
  private static final int MAX_HANDLE = 30;
  private static final int MAX_DATE = 40;
  private static final int MAX_NAME = 100;
  private static final int MAX_TIME = 16;

  private EmbeddedPosts() {}

  /** Returns the end of the first signature in a range; -1 if there is none. */
  static int signatureEnd(String text, int start, int end) {
    for (int at = start; at + 2 < end; at++) {
      if (text.charAt(at) == '(' && text.charAt(at + 1) == '@' && isSigned(text, start, at)) {
        int close = at + 2;
        while (close < end && close < at + MAX_HANDLE && isHandle(text.charAt(close))) {
          close++;
        }
        int after = dateEnd(text, close + 1, end);
        if (close > at + 2 && close < end && text.charAt(close) == ')' && after > 0) {
          return after;
        }
      }
    }
    return -1;
  }

  private static boolean isHandle(char c) {
    return c == '_' || c == '.' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** Returns whether a dash and room for a name are before the handle. */
  private static boolean isSigned(String text, int start, int handle) {
    int limit = Math.max(start, handle - MAX_NAME);
    for (int at = handle - 1; at >= limit; at--) {
      char c = text.charAt(at);
      if (c == '—'
          || c == '–'
          || (c == 's' && text.startsWith("shared by", at))
          || (c == '-' && (at == start || text.charAt(at - 1) == '-'))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the end of a date that starts a range and ends in a year; -1 if there is none. */
  private static int dateEnd(String text, int start, int end) {
    int limit = Math.min(end, start + MAX_DATE);
    for (int at = start; at + 4 <= limit; at++) {
      boolean year =
          (text.startsWith("20", at) || text.startsWith("19", at))
              && Character.isDigit(text.charAt(at + 2))
              && Character.isDigit(text.charAt(at + 3))
              && (at + 4 == end || !Character.isLetterOrDigit(text.charAt(at + 4)));
      if (year) {
        return Dates.isDateLine(text, start, at + 4) ? timeEnd(text, at + 4, end) : -1;
      }
    }
    return -1;
  }

  /** Returns the end of a time such as {@code at 5:13pm PDT}, or {@code start}. */
  private static int timeEnd(String text, int start, int end) {
    if (!text.startsWith(" at ", start)) {
      return start;
    }
    for (int at = start + 4; at + 3 <= end && at < start + MAX_TIME; at++) {
      if (text.charAt(at) == 'P' && text.charAt(at + 2) == 'T') {
        return at + 3;
      }
    }
    return start;
  }
}
