package dev.nutgraf.rank;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.text.Terms;

/** The spelling of key phrases: what is cut off at the end, and what stays. */
final class PhraseSpelling {
  private final String all;
  private final Terms terms;

  PhraseSpelling(String all, Terms terms) {
    this.all = all;
    this.terms = terms;
  }

  /** Returns the phrase without a possessive ending, and with the last stop of an abbreviation. */
  String of(Candidate candidate) {
    int last = candidate.shownToken + candidate.length - 1;
    int end = endWithoutPossessive(all, terms.start(last), terms.end(last));
    if (all.substring(terms.start(last), end).indexOf('.') > 0
        && end < all.length()
        && all.charAt(end) == '.') {
      end++; // U.S.
    }
    return visible(all.substring(terms.start(candidate.shownToken), end));
  }

  /** Returns the end of a word without its possessive ending. */
  static int endWithoutPossessive(String text, int start, int end) {
    char before = end - start > 2 ? text.charAt(end - 2) : ' ';
    boolean possessive =
        (before == '\'' || before == '’') && Letters.fold(text.charAt(end - 1)) == 's';
    return possessive ? end - 2 : end;
  }

  /** Returns the text without the characters that only control line breaks and joining. */
  private static String visible(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.getType(c) != Character.FORMAT) {
        result.append(Character.isSpaceChar(c) ? ' ' : c);
      }
    }
    return result.toString();
  }
}
