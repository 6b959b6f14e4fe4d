package dev.nutgraf.article.metadata;

import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words and numbers that dates consist of. */
final class DateParts {
  private static final Map<String, Integer> MONTHS = LexiconFiles.months();

  private static final Set<String> UPDATE_WORDS = LexiconFiles.union(Section.UPDATE_WORDS);

  private static final Set<String> PUBLICATION_WORDS =
      LexiconFiles.union(Section.PUBLICATION_WORDS);

  /** The zero of Unix time, in and west of Greenwich, and that of spreadsheets. */
  private static final Set<String> PLACEHOLDERS = Set.of("1970-01-01", "1969-12-31", "1900-01-01");

  private DateParts() {}

  /** Returns a date that exists and isn't a placeholder for an unknown one. */
  static Optional<String> valid(int year, int month, int day) {
    if (year < 1500 || month < 1 || month > 12 || day < 1) {
      return Optional.empty();
    }
    YearMonth in = YearMonth.of(year, month);
    if (day > in.lengthOfMonth()) {
      return Optional.empty();
    }
    String date = in.atDay(day).toString();
    return PLACEHOLDERS.contains(date) ? Optional.empty() : Optional.of(date);
  }

  /** Returns the number of a month by its name in any language; 0 if the word isn't one. */
  static int month(String word) {
    return MONTHS.getOrDefault(word, 0);
  }

  static boolean isUpdateWord(String word) {
    return UPDATE_WORDS.contains(word);
  }

  static boolean isPublicationWord(String word) {
    return PUBLICATION_WORDS.contains(word);
  }

  static int digits(String text, int from, int end) {
    int at = from;
    while (at < end && at < from + 18 && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int letters(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
