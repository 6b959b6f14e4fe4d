package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;

/**
 * Recognizes texts in which a {@code ?} stands for apostrophes, quotation marks and dashes that a
 * conversion to a smaller character set lost: {@code the city?s ?new? plan}.
 *
 * <p>The evidence is counted over the whole text. A question mark between lower-case letters with
 * at most {@value #MAX_ENDING} of a word on one side ({@code city?s}, {@code qu?il}) is enough
 * alone; a question mark that opens a word needs a second one, because it may be a slip. A question
 * glued to the next sentence has whole words on both sides and doesn't count.
 */
public final class LostCharacters {
  /** Letters of the longest part that an apostrophe separates from a word: {@code they?re}. */
  static final int MAX_ENDING = 2;

  /** Points that show that characters were lost. */
  private static final int ENOUGH = 2;

  private LostCharacters() {}

  /** Returns whether question marks stand for lost characters. Takes time linear in the length. */
  public static boolean areIn(String text) {
    int points = 0;
    for (int at = text.indexOf('?'); at >= 0 && points < ENOUGH; at = text.indexOf('?', at + 1)) {
      if (opensWord(text, at)) {
        points++;
      } else if (isApostrophe(text, at)) {
        points += ENOUGH;
      }
    }
    return points >= ENOUGH;
  }

  /** Returns whether the mark stands before a word and after white space: {@code a ?new plan}. */
  static boolean opensWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && WhiteSpace.isWhiteSpace(text.charAt(at - 1))
        && Letters.isLetter(text.charAt(at + 1));
  }

  /** Returns whether few letters of a word stand on either side of the mark. */
  private static boolean isApostrophe(String text, int at) {
    int from = at;
    while (from > 0 && at - from <= SentenceContext.REACH && isLetter(text, from - 1)) {
      from--;
    }
    int to = at + 1;
    while (to - at <= SentenceContext.REACH && isLetter(text, to)) {
      to++;
    }
    return from < at
        && to > at + 1
        && Letters.isLower(text.charAt(at - 1))
        && Letters.isLower(text.charAt(at + 1))
        && (at - from <= MAX_ENDING || to - at - 1 <= MAX_ENDING)
        && bounds(text, from - 1)
        && bounds(text, to);
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && Letters.isLetter(text.charAt(at));
  }

  /** Returns whether the character there may stand beside a word, which one of an address can't. */
  private static boolean bounds(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    return c == ','
        || WhiteSpace.isWhiteSpace(c)
        || Punctuation.isQuotationMark(c)
        || SentenceTerminators.isTerminator(c);
  }
}
