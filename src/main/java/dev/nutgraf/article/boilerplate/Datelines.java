package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;

/**
 * Recognizes datelines, the place and agency at the start of a report: {@code LONDON (Reuters) -}.
 *
 * <p>A dateline is a known agency in parentheses, with or without a place before it, or a place
 * that is in capitals or followed by a day. A dash or colon separates it from the prose. Without a
 * dash, parentheses count only at the start of the article, before a new sentence, and only if
 * nothing stands before them or no space follows: {@code Jerusalem (CNN)Thousands}.
 */
final class Datelines {
  /** Characters of a place, with a day after a comma. */
  private static final int MAX_PLACE = 60;

  private static final int MAX_PLACE_WORDS = 7;

  /** Fewer capitals are an acronym. */
  private static final int MIN_CAPITALS = 4;

  /** Characters of a region after a comma, such as {@code , Georgia}. */
  private static final int MAX_REGION = 20;

  private Datelines() {}

  /**
   * Returns the start of the prose after a dateline; {@code start} if there is no dateline.
   *
   * @param opening whether no prose stands before the range in the article
   */
  static int end(String text, int start, int end, boolean opening) {
    int at = start;
    int limit = Math.min(end, start + MAX_PLACE);
    while (at < limit && !endsPlace(text, at, start, end)) {
      at++;
    }
    if (at >= limit) {
      return start;
    }
    if (text.charAt(at) == '(') {
      return agencyEnd(text, start, at, end, opening);
    }
    boolean place = isInCapitals(text, start, at) || isDatedPlace(text, start, at);
    if (!opening || !place) {
      return start;
    }
    int prose =
        text.charAt(at) == ':' ? WhiteSpace.skip(text, at + 1, end) : skipDash(text, at, end);
    return isInCapitals(text, prose, Math.min(end, prose + MAX_PLACE)) ? start : prose;
  }

  /** Returns whether a range is a place, a comma and a day: {@code New Delhi, December 14}. */
  static boolean isDatedPlace(String text, int start, int end) {
    int comma = end - 1;
    while (comma > start && text.charAt(comma) != ',') {
      comma--;
    }
    return comma > start
        && end - start <= MAX_PLACE
        && isPlace(text, start, comma)
        && isCapitalized(text, start, comma)
        && Dates.isDateLine(text, comma + 1, end);
  }

  private static boolean endsPlace(String text, int at, int start, int end) {
    char c = text.charAt(at);
    boolean between =
        at > start
            && at + 1 < end
            && Character.isLetter(text.charAt(at - 1))
            && Character.isLetter(text.charAt(at + 1));
    return c == '(' || c == ':' || (Punctuation.isDash(c) && !between);
  }

  private static int agencyEnd(String text, int start, int open, int end, boolean opening) {
    int close = NewsAgencies.closingParenthesis(text, open, end);
    if (close >= end || !isPlace(text, start, open)) {
      return start;
    }
    boolean known = NewsAgencies.isAgency(text, open + 1, close);
    int next = WhiteSpace.skip(text, close + 1, end);
    int afterDash = skipDash(text, next, end);
    if (afterDash > next) {
      return known || (opening && open == start) ? afterDash : start;
    }
    boolean glued = next == close + 1;
    boolean sentence =
        next < end
            && !Character.isLowerCase(text.charAt(next))
            && ",;:.".indexOf(text.charAt(next)) < 0;
    boolean alone = open == start;
    return opening && sentence && ((known && (alone || glued)) || (alone && glued)) ? next : start;
  }

  /** Returns whether a range is a few words, the first capitalized, without sentence marks. */
  private static boolean isPlace(String text, int start, int end) {
    int words = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      boolean first = at == start || WhiteSpace.isWhiteSpace(text.charAt(at - 1));
      if (first && !WhiteSpace.isWhiteSpace(c)) {
        words++;
        if (words == 1 && Character.isLowerCase(c)) {
          return false;
        }
      }
      if ("!?;\"“”".indexOf(c) >= 0) {
        return false;
      }
    }
    return words <= MAX_PLACE_WORDS;
  }

  private static boolean isCapitalized(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      boolean first = at == start || WhiteSpace.isWhiteSpace(text.charAt(at - 1));
      if (first && Character.isLowerCase(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a range is in capitals up to a comma: {@code WASHINGTON, Jan. 5}. */
  private static boolean isInCapitals(String text, int start, int end) {
    int at = start;
    int capitals = 0;
    while (at < end && text.charAt(at) != ',') {
      char c = text.charAt(at);
      if (Character.isLowerCase(c) || (!Character.isLetter(c) && " .'’-/\u00A0".indexOf(c) < 0)) {
        return false;
      }
      capitals += Character.isUpperCase(c) ? 1 : 0;
      at++;
    }
    boolean rest = at + 1 >= end || Dates.isDateLine(text, at + 1, end) || end - at <= MAX_REGION;
    return capitals >= MIN_CAPITALS && rest;
  }

  private static int skipDash(String text, int from, int end) {
    int at = from;
    while (at < end && at < from + 2 && Punctuation.isDash(text.charAt(at))) {
      at++;
    }
    return at > from && at < end ? WhiteSpace.skip(text, at, end) : from;
  }
}
