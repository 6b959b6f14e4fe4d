package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** A longer line with an address of mail is an invitation to write. */
  private static final int MAX_ADDRESSED_CHARS = 100;

  /** Two words, such as {@code 홍길동 기자}, or an empty name. */
  private static final int MAX_CASELESS_CHARS = 12;

  /** Words of a headline after a preposition; a name has fewer. */
  private static final int MIN_HEADLINE_WORDS = 4;

  private static final Set<String> NOT_IN_NAMES = LexiconFiles.union(Section.NOT_IN_NAMES);

  /** A preposition with the space before the name. */
  private record Preposition(String text, boolean anyCase) {
    boolean opens(String text, int start) {
      return text.regionMatches(anyCase, start, this.text, 0, this.text.length());
    }
  }

  private static final List<Preposition> PREPOSITIONS =
      Stream.concat(
              LexiconFiles.union(Section.BYLINES).stream()
                  .map(by -> new Preposition(by + " ", true)),
              LexiconFiles.union(Section.LOWER_CASE_BYLINES).stream()
                  .map(by -> new Preposition(by + " ", false)))
          .toList();

  private static final Set<String> PLACE_WORDS = LexiconFiles.union(Section.PLACE_WORDS);

  /** Words of a byline that may start in lower case. */
  private static final Set<String> LOWER_CASE_WORDS = LexiconFiles.union(Section.BYLINE_WORDS);

  private static final Set<String> CONTRIBUTION_OPENINGS =
      LexiconFiles.union(Section.CONTRIBUTION_OPENINGS);

  private static final Set<String> CONTRIBUTION_ENDINGS =
      LexiconFiles.union(Section.CONTRIBUTION_ENDINGS);

  private Bylines() {}

  /**
   * Returns whether a line is an agency's name, a preposition and a name, or a name and an address
   * of mail.
   */
  static boolean isByline(String text, int start, int end) {
    int mail = Links.mailStart(text, start, end);
    return mail < end
        ? end - start <= MAX_ADDRESSED_CHARS
            && (isNameOrReporter(text, start, mail) || isSigned(text, start, mail))
        : isSigned(text, start, dateStart(text, start, end)) || isTimedName(text, start, end);
  }

  /**
   * Returns whether a range is the name of a person before a date with a time of day: {@code Ada
   * Finch, 12.06.2025, 13:40}. Without the time, a name may be that of a place.
   */
  static boolean isTimedName(String text, int start, int end) {
    int date = dateStart(text, start, end);
    return date < end
        && isName(text, start, date)
        && !hasPlaceWord(text.substring(start, date))
        && hasClock(text, date, end);
  }

  private static boolean hasPlaceWord(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[ .,-]", -1)) {
      if (PLACE_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasClock(String text, int start, int end) {
    for (int at = start + 1; at + 1 < end; at++) {
      if (text.charAt(at) == ':'
          && Character.isDigit(text.charAt(at - 1))
          && Character.isDigit(text.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the position of the separator before a date that ends a byline: {@code By Jane Doe |
   * March 3, 2024}. Returns {@code end} if there is none.
   */
  public static int dateStart(String text, int start, int end) {
    int separators = 0;
    for (int at = start + 1; at < end && separators < MAX_WORDS; at++) {
      char c = text.charAt(at);
      if (",|·•".indexOf(c) >= 0 || (Punctuation.isDash(c) && text.charAt(at - 1) == ' ')) {
        separators++;
        if (Dates.isDateLine(text, at + 1, end)) {
          return at;
        }
      }
    }
    return end;
  }

  /** Returns whether a range is a name, or at most two words in a script without capitals. */
  private static boolean isNameOrReporter(String text, int start, int end) {
    if (isName(text, start, end)) {
      return true;
    }
    boolean caseless = true;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      caseless &= !Character.isLetter(c) || Character.getType(c) == Character.OTHER_LETTER;
    }
    return caseless && end - start <= MAX_CASELESS_CHARS;
  }

  private static boolean isSigned(String text, int start, int end) {
    if (NewsAgencies.isAgency(text, start, end)) {
      return true;
    }
    for (Preposition by : PREPOSITIONS) {
      if (by.opens(text, start)) {
        int name = start + by.text.length();
        return isName(text, name, end)
            && !isHeadline(text, name, end)
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

  /**
   * Returns whether a range after a preposition has a word that headlines in title case capitalize
   * and names don't have: {@code Door To Door Campaign Starts In Town}. A range in capitals may be
   * either, and one of few words a name: {@code Kim In Young}.
   */
  private static boolean isHeadline(String text, int start, int end) {
    int words = 0;
    boolean capital = true;
    boolean found = false;
    int at = start;
    while (at < end) {
      int from = at;
      while (at < end && Character.isLetter(text.charAt(at))) {
        at++;
      }
      if (at > from) {
        String word = text.substring(from, at);
        String lower = word.toLowerCase(Locale.ROOT);
        words++;
        capital &= word.equals(word.toUpperCase(Locale.ROOT));
        boolean listed = !word.equals(lower) && NOT_IN_NAMES.contains(lower);
        found |= listed && (words == 1 || !word.equals(word.toUpperCase(Locale.ROOT)));
      }
      at = Math.max(at, from + 1);
    }
    return found && !capital && words >= MIN_HEADLINE_WORDS;
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

  /**
   * Returns the names in a byline: the text between its preposition and the first comma or bracket.
   */
  public static Optional<String> author(String byline) {
    if (isContribution(byline, 0, byline.length())) {
      return Optional.empty();
    }
    int from = 0;
    for (Preposition by : PREPOSITIONS) {
      int length = by.text.length() - 1;
      boolean word = byline.length() > length && !Character.isLetter(byline.charAt(length));
      if (word && byline.regionMatches(by.anyCase, 0, by.text, 0, length)) {
        from = length;
      }
    }
    int to = from;
    while (to < byline.length() && ",(|;<".indexOf(byline.charAt(to)) < 0) {
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
