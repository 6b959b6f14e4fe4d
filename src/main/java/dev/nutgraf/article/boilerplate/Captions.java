package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block.Role;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.Locale;
import java.util.Set;

/** Recognizes captions and credits of pictures. */
final class Captions {
  private static final int MAX_CREDIT_CHARS = 120;

  /** Shorter agency names occur within words; they count only at the end of a line. */
  private static final int MIN_INNER_CREDIT_CHARS = 9;

  /** A caption's label, such as {@code Reunited:}, ends within this many characters. */
  private static final int MAX_LABEL_CHARS = 40;

  private static final Set<String> CREDIT_ENDINGS = LexiconFiles.union(Section.CREDIT_ENDINGS);

  private static final Set<String> PICTURE_PLACES = LexiconFiles.union(Section.PICTURE_PLACES);

  private Captions() {}

  /** Returns whether a line is a credit: {@code (Image: AP)}, {@code Jane Doe/AFP/Getty Images}. */
  static boolean isCredit(String text, int start, int end) {
    if (end - start > MAX_CREDIT_CHARS || SentenceTerminators.endsSentence(text, start, end)) {
      return false;
    }
    String line = text.substring(start, end).toLowerCase(Locale.ROOT);
    for (String agency : CREDIT_ENDINGS) {
      if (line.endsWith(agency)
          || (agency.length() >= MIN_INNER_CREDIT_CHARS && line.contains(agency))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the end of a credit in parentheses at the start of a range, or {@code start}. */
  static int leadingCreditEnd(String text, int start, int end) {
    if (text.charAt(start) != '('
        || BoilerplatePhrases.roleOf(text, start + 1, end) != Role.CREDIT) {
      return start;
    }
    int close = start;
    while (close < end && text.charAt(close) != ')') {
      close++;
    }
    return close < end ? close + 1 : start;
  }

  /**
   * Returns whether a range has a label and a place in the picture: {@code Reunited: The brothers
   * (left) in 1994}.
   */
  static boolean isCaption(String text, int start, int end) {
    int colon = start;
    while (colon < end && colon < start + MAX_LABEL_CHARS && text.charAt(colon) != ':') {
      colon++;
    }
    if (colon >= end || text.charAt(colon) != ':') {
      return false;
    }
    for (int at = colon; at < end; at++) {
      if (text.charAt(at) == '(') {
        for (String place : PICTURE_PLACES) {
          if (text.startsWith(place, at)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
