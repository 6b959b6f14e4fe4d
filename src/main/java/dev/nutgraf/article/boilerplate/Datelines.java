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

  /** Characters of a dateline with the reporter's name, in scripts of a few strokes a word. */
  private static final int MAX_EAST_ASIAN = 40;

  private static final char FIRST_EAST_ASIAN = '\u3000';

  private Datelines() {}

  /**
   * Returns the start of the prose after a dateline; {@code start} if there is no dateline.
   *
   * @param opening whether no prose stands before the range in the article
   */
  static int end(String text, int start, int end, boolean opening) {
    int first = firstEnd(text, start, end, opening);
    // Some agencies stand before the place, others after a dash of their own.
    boolean more =
        opening
            && first > start
            && first < end
            && (text.charAt(start) == '(') != (text.charAt(first) == '(');
    return more ? firstEnd(text, first, end, true) : first;
  }

  private static int firstEnd(String text, int start, int end, boolean opening) {
    int wire = opening ? eastAsianEnd(text, start, end) : start;
    if (wire > start) {
      return wire;
    }
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
    if (!opening || !isCertainPlace(text, start, at)) {
      return start;
    }
    if (text.charAt(at) == '/') {
      return slashedEnd(text, at, start, end);
    }
    int prose =
        text.charAt(at) == ':' ? WhiteSpace.skip(text, at + 1, end) : skipDash(text, at, end);
    int agency = prose;
    while (agency < end && agency < prose + MAX_PLACE && ".:".indexOf(text.charAt(agency)) < 0) {
      agency++;
    }
    if (agency < end && agency > prose && NewsAgencies.isAgency(text, prose, agency)) {
      return WhiteSpace.skip(text, agency + 1, end);
    }
    return isInCapitals(text, prose, Math.min(end, prose + MAX_PLACE)) ? start : prose;
  }

  /** Returns whether a range is in capitals or has a day, as no first words of prose do. */
  private static boolean isCertainPlace(String text, int start, int end) {
    int last = WhiteSpace.skipBack(text, end, start);
    return last > start
        && (isInCapitals(text, start, last)
            || isDatedPlace(text, start, last)
            || isOutlet(text, start, last));
  }

  /** Returns whether a range is a place and a site: {@code Jakarta, Harian.example}. */
  private static boolean isOutlet(String text, int start, int end) {
    int comma = text.indexOf(',', start);
    if (comma < 0 || comma >= end) {
      return false;
    }
    int second = WhiteSpace.skip(text, comma + 1, end);
    return (isPlaceName(text, start, comma) && isSite(text, second, end))
        || (isSite(text, start, comma) && isPlaceName(text, second, end));
  }

  private static boolean isPlaceName(String text, int start, int end) {
    return end > start && isPlace(text, start, end) && isCapitalized(text, start, end);
  }

  /** Returns whether a range is one word with a stop inside, such as {@code Harian.example}. */
  private static boolean isSite(String text, int start, int end) {
    int stop = text.indexOf('.', start);
    boolean word = stop > start + 1 && stop + 2 < end;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      word &= Character.isLetterOrDigit(c) || c == '.';
    }
    return word;
  }

  /**
   * Returns the end of a dateline with an agency in slashes: {@code PARIS, May 6 /PRNewswire/ --}.
   */
  private static int slashedEnd(String text, int slash, int start, int end) {
    int close = text.indexOf('/', slash + 1);
    if (close < 0 || close >= Math.min(end, slash + MAX_PLACE)) {
      return start;
    }
    int next = WhiteSpace.skip(text, close + 1, end);
    int afterDash = skipDash(text, next, end);
    boolean stop = next < end && ".:".indexOf(text.charAt(next)) >= 0;
    return afterDash > next ? afterDash : stop ? WhiteSpace.skip(text, next + 1, end) : start;
  }

  /**
   * Returns the end of a dateline in the form of the agencies of East Asia: {@code 【東京共同】}, {@code
   * 新华社北京5月6日电（记者张三）}, {@code (서울=연합뉴스) 홍길동 기자 =}.
   */
  private static int eastAsianEnd(String text, int start, int end) {
    int limit = Math.min(end, start + MAX_EAST_ASIAN);
    boolean bracket = text.startsWith("(", start) && isEastAsian(text, start + 1, end);
    if (!bracket && !isEastAsian(text, start, end)) {
      return start;
    }
    boolean equal = false;
    for (int at = start + 1; at < limit; at++) {
      char c = text.charAt(at);
      if (c == '】' && text.charAt(start) == '【') {
        return WhiteSpace.skip(text, at + 1, end);
      }
      if ((c == '电' || c == '電') && text.charAt(at - 1) == '日') {
        boolean reporter = at + 1 < end && "（(".indexOf(text.charAt(at + 1)) >= 0;
        int close = at + 1;
        while (reporter && close < limit && "）)".indexOf(text.charAt(close)) < 0) {
          close++;
        }
        return WhiteSpace.skip(text, reporter && close < limit ? close + 1 : at + 1, end);
      }
      equal |= c == '=';
      if (c == ')' && equal && bracket) {
        int sign = at;
        while (sign < limit && text.charAt(sign) != '=' && text.charAt(sign) != '.') {
          sign++;
        }
        boolean named = sign < limit && text.charAt(sign) == '=';
        return WhiteSpace.skip(text, (named ? sign : at) + 1, end);
      }
      if ("。，、,.".indexOf(c) >= 0) {
        return start;
      }
    }
    return start;
  }

  private static boolean isEastAsian(String text, int at, int end) {
    return at < end && text.charAt(at) >= FIRST_EAST_ASIAN;
  }

  /** Returns whether a range is a place, a comma or stop and a day: {@code Delhi, December 14}. */
  static boolean isDatedPlace(String text, int start, int end) {
    if (end - start > MAX_PLACE) {
      return false;
    }
    for (int at = start + 1; at < end; at++) {
      if (",.".indexOf(text.charAt(at)) >= 0
          && isPlace(text, start, at)
          && isCapitalized(text, start, at)
          && Dates.isDateLine(text, at + 1, end)) {
        return true;
      }
    }
    return isAgencyPlace(text, start, end);
  }

  /**
   * Returns whether a range is an agency, a slash, a place and a day: {@code EFE / Cádiz 30 SEP}.
   */
  private static boolean isAgencyPlace(String text, int start, int end) {
    int slash = text.indexOf('/', start);
    if (slash < 0 || slash >= end || !NewsAgencies.isAgency(text, start, slash)) {
      return false;
    }
    int place = WhiteSpace.skip(text, slash + 1, end);
    int day = place;
    while (day < end && !Character.isDigit(text.charAt(day))) {
      day++;
    }
    return isPlaceName(text, place, day) && Dates.isDateLine(text, day, end);
  }

  private static boolean endsPlace(String text, int at, int start, int end) {
    char c = text.charAt(at);
    boolean between =
        at > start
            && at + 1 < end
            && Character.isLetter(text.charAt(at - 1))
            && Character.isLetter(text.charAt(at + 1));
    return c == '(' || c == ':' || ((c == '/' || Punctuation.isDash(c)) && !between);
  }

  private static int agencyEnd(String text, int start, int open, int end, boolean opening) {
    int close = NewsAgencies.closingParenthesis(text, open, end);
    if (close >= end || !isPlace(text, start, open)) {
      return start;
    }
    boolean known = NewsAgencies.isAgency(text, open + 1, close);
    int next = WhiteSpace.skip(text, close + 1, end);
    boolean stop = text.startsWith(".", next) && next + 1 < end;
    int dash = stop ? next + 1 : next;
    int afterDash = skipDash(text, dash, end);
    if (afterDash > dash) {
      boolean certain = open == start || isCertainPlace(text, start, open);
      return known || (opening && certain) ? afterDash : start;
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
