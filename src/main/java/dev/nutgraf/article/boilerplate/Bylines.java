package dev.nutgraf.article.boilerplate;

import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes bylines and the names in them.
 *
 * <p>A byline is a preposition with a name ({@code By Jane Doe, Associated Press}, {@code Von Max
 * Muster}), the name of an agency, or a note on who contributed. A name consists of capitalized
 * words, at least two, and of the particles and job titles in the lexicons.
 */
public final class Bylines {
  /** Two names, each with a title and an agency, stay below this. */
  private static final int MAX_WORDS = 14;

  private static final int MIN_CAPITALIZED_WORDS = 2;

  /** Prepositions, each with the space before the name. */
  private static final List<String> PREPOSITIONS =
      LexiconFiles.union(Section.BYLINES).stream().map(by -> by + " ").toList();

  /** Words of a byline that may start in lower case. */
  private static final Set<String> LOWER_CASE_WORDS = LexiconFiles.union(Section.BYLINE_WORDS);

  private static final Set<String> CONTRIBUTION_OPENINGS =
      LexiconFiles.union(Section.CONTRIBUTION_OPENINGS);

  private static final Set<String> CONTRIBUTION_ENDINGS =
      LexiconFiles.union(Section.CONTRIBUTION_ENDINGS);

  private Bylines() {}

  /** Returns whether a line is an agency's name, or a preposition and a name. */
  static boolean isByline(String text, int start, int end) {
    if (NewsAgencies.isAgency(text, start, end)) {
      return true;
    }
    for (String by : PREPOSITIONS) {
      if (text.regionMatches(true, start, by, 0, by.length())) {
        return isName(text, start + by.length(), end)
            && !SentenceTerminators.endsSentence(text, start, end);
      }
    }
    return false;
  }

  /** Returns whether a range says who contributed, as in {@code (Reporting by Jane Doe)}. */
  static boolean isContribution(String text, int start, int end) {
    for (String opening : CONTRIBUTION_OPENINGS) {
      if (text.startsWith(opening, start) && text.startsWith(" ", start + opening.length())) {
        return true;
      }
    }
    int last = end;
    while (last > start && !Character.isLetter(text.charAt(last - 1))) {
      last--;
    }
    for (String ending : CONTRIBUTION_ENDINGS) {
      if (last - ending.length() >= start
          && text.regionMatches(true, last - ending.length(), ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a range is one or more names, with nothing else but particles and titles. */
  public static boolean isName(String text, int start, int end) {
    int words = 0;
    int capitalized = 0;
    int at = start;
    while (at < end) {
      if (Character.isDigit(text.charAt(at))) {
        return false;
      }
      if (!Character.isLetter(text.charAt(at))) {
        at++;
        continue;
      }
      int from = at;
      while (at < end
          && (Character.isLetter(text.charAt(at)) || "'’-.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      words++;
      if (Character.isUpperCase(text.charAt(from))) {
        capitalized++;
      } else if (!LOWER_CASE_WORDS.contains(text.substring(from, at))) {
        return false;
      }
    }
    return capitalized >= MIN_CAPITALIZED_WORDS && words <= MAX_WORDS;
  }

  /** Returns the names in a byline: the text between its preposition and the first comma. */
  public static Optional<String> author(String byline) {
    int from = 0;
    for (String by : PREPOSITIONS) {
      int length = by.length() - 1;
      boolean word = byline.length() > length && !Character.isLetter(byline.charAt(length));
      if (word && byline.regionMatches(true, 0, by, 0, length)) {
        from = length;
      }
    }
    int to = from;
    while (to < byline.length() && byline.charAt(to) != ',') {
      to++;
    }
    while (from < to && !Character.isLetter(byline.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(byline.charAt(to - 1))) {
      to--;
    }
    return from > 0 && from < to ? Optional.of(byline.substring(from, to)) : Optional.empty();
  }
}
