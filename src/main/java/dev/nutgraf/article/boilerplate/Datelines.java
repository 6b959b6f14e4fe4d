package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.Set;

/** Recognizes the place and agency that open a report: {@code LONDON (Reuters) -}. */
final class Datelines {
  private static final int MAX_PLACE = 60;
  private static final int MAX_PLACE_WORDS = 7;
  private static final int MAX_AGENCY = 40;

  /** Who signs reports, lower case. */
  private static final Set<String> AGENCIES = LexiconFiles.union(Section.AGENCIES);

  private Datelines() {}

  /** Whether an agency's name stands there and nothing else. */
  static boolean isAgency(String text, int start, int end) {
    return end - start <= MAX_AGENCY
        && AGENCIES.contains(BoilerplatePhrases.lower(text, start, end).strip());
  }

  /**
   * Where the prose after a dateline starts; {@code start} where there is no dateline.
   *
   * @param opening whether no prose stands before it in the article
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

  /** {@code New Delhi, December 14}: a place, a comma and a day. */
  static boolean isDatedPlace(String text, int start, int end) {
    int comma = end - 1;
    while (comma > start && text.charAt(comma) != ',') {
      comma--;
    }
    return comma > start
        && end - start <= MAX_PLACE
        && isPlace(text, start, comma)
        && isCapitalized(text, start, comma)
        && Dates.only(text, comma + 1, end);
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
    int close = open + 1;
    while (close < end && close - open <= MAX_AGENCY && text.charAt(close) != ')') {
      close++;
    }
    if (close >= end || text.charAt(close) != ')' || !isPlace(text, start, open)) {
      return start;
    }
    boolean known = isAgency(text, open + 1, close);
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

  /** A few words of which the first is capitalized, without a stop but in an abbreviation. */
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

  /** {@code NEW DELHI}, {@code WASHINGTON, Jan. 5}: capitals, and perhaps a day after a comma. */
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
    boolean rest = at + 1 >= end || Dates.only(text, at + 1, end) || end - at <= 20;
    return capitals >= 4 && rest;
  }

  private static int skipDash(String text, int from, int end) {
    int at = from;
    while (at < end && at < from + 2 && Punctuation.isDash(text.charAt(at))) {
      at++;
    }
    return at > from && at < end ? WhiteSpace.skip(text, at, end) : from;
  }
}
