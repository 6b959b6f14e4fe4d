package dev.nutgraf.article.boilerplate;

import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.Locale;
import java.util.Set;

/** Recognizes names of news agencies and other outlets that sign datelines. */
final class NewsAgencies {
  private static final int MAX_CHARS = 40;

  private static final Set<String> NAMES = LexiconFiles.union(Section.AGENCIES);

  private NewsAgencies() {}

  /** Returns whether the range is an agency, in any case, with or without a desk: dpa/lno. */
  static boolean isAgency(String text, int start, int end) {
    if (end - start > MAX_CHARS) {
      return false;
    }
    String name = text.substring(start, end).toLowerCase(Locale.ROOT).strip();
    int desk = name.indexOf('/');
    return NAMES.contains(name) || (desk > 0 && NAMES.contains(name.substring(0, desk)));
  }

  /** Returns the index of the parenthesis that closes an agency's name, or {@code end}. */
  static int closingParenthesis(String text, int open, int end) {
    int close = open + 1;
    while (close < end && close - open <= MAX_CHARS && text.charAt(close) != ')') {
      close++;
    }
    return close < end && text.charAt(close) == ')' ? close : end;
  }
}
