package dev.nutgraf.article.metadata;

import dev.nutgraf.chars.WhiteSpace;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Scans a range for a date of publication, token by token: numbers, words, clock times.
 *
 * <p>A day counts only beside its month, so that neither {@code 08:30:05} nor {@code No. 3} becomes
 * one. The year is the first number of four digits after day and month, or directly before the
 * month ({@code 2024 March 12}). Dates after a word such as {@code updated} are skipped up to the
 * next date, separator or word such as {@code published}.
 */
final class DateScanner {
  /** Words before a number that isn't a day: {@code Vol. 12, No. 3}. */
  private static final Set<String> NUMBERED = Set.of("vol", "volume", "no", "nr", "issue", "n");

  /** Marks between the parts of a date in figures, with those of Chinese, Japanese and Korean. */
  private static final String FIGURE_SEPARATORS = "-/.年月년월";

  /** Words between a day and its month: {@code 12th of March}, {@code 12 de marzo}. */
  private static final Set<String> BETWEEN = Set.of("st", "nd", "rd", "th", "of", "de", "er");

  private final String text;
  private final int end;
  private final boolean dayFirst;
  private int at;
  private int year;
  private int month;
  private int day;

  /** The number before the current token if nothing stands between them that separates them. */
  private int adjacentDay;

  private boolean monthIsAdjacent;
  private boolean numbered;
  private boolean updated;

  DateScanner(String text, int start, int end, boolean dayFirst) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.dayFirst = dayFirst;
  }

  Optional<String> next() {
    while (at < end) {
      char c = text.charAt(at);
      Optional<String> date = Optional.empty();
      if (Character.isDigit(c)) {
        date = number();
      } else if (Character.isLetter(c)) {
        date = word();
      } else {
        mark(c);
      }
      if (date.isPresent()) {
        if (!updated) {
          return date;
        }
        forget();
      }
    }
    return Optional.empty();
  }

  private void forget() {
    updated = false;
    year = 0;
    month = 0;
    day = 0;
    adjacentDay = 0;
    monthIsAdjacent = false;
  }

  private void mark(char c) {
    if ("|·•;\n".indexOf(c) >= 0) {
      forget();
    } else if (!WhiteSpace.isWhiteSpace(c) && c != '.') {
      adjacentDay = 0;
      monthIsAdjacent &= c == '-' || c == '/';
      numbered = false;
    }
    at++;
  }

  private Optional<String> word() {
    int from = at;
    at = DateParts.letters(text, at, end);
    String word = text.substring(from, at).toLowerCase(Locale.ROOT);
    int named = DateParts.month(word);
    numbered = NUMBERED.contains(word);
    monthIsAdjacent = named > 0;
    if (named > 0) {
      month = named;
      day = adjacentDay;
      adjacentDay = 0;
    } else if (DateParts.isUpdateWord(word)) {
      forget();
      updated = true;
    } else if (DateParts.isPublicationWord(word)) {
      forget();
    } else if (!BETWEEN.contains(word)) {
      adjacentDay = 0;
    }
    return Optional.empty();
  }

  private Optional<String> number() {
    int from = at;
    Optional<String> figures = figures();
    if (at > from) {
      return figures;
    }
    at = Math.max(from + 1, DateParts.digits(text, from, end));
    int length = at - from;
    if (at < end && text.charAt(at) == ':') {
      skipClock();
    } else if (length == 4) {
      return year(Integer.parseInt(text, from, at, 10));
    } else if (length <= 2 && !numbered) {
      return day(Integer.parseInt(text, from, at, 10));
    }
    numbered = false;
    adjacentDay = 0;
    monthIsAdjacent = false;
    return Optional.empty();
  }

  private Optional<String> year(int value) {
    year = value;
    adjacentDay = 0;
    return month > 0 && day > 0 ? DateParts.valid(value, month, day) : Optional.empty();
  }

  private Optional<String> day(int value) {
    boolean afterMonth = monthIsAdjacent && day == 0;
    monthIsAdjacent = false;
    if (!afterMonth) {
      adjacentDay = value;
      return Optional.empty();
    }
    day = value;
    boolean ends = year > 0 && !isYearAhead();
    return ends ? DateParts.valid(year, month, day) : Optional.empty();
  }

  /** Returns whether the rest of the range has a number of four digits. */
  private boolean isYearAhead() {
    for (int i = at; i < end; i++) {
      int to = DateParts.digits(text, i, end);
      if (to - i == 4) {
        return true;
      }
      i = Math.max(i, to);
    }
    return false;
  }

  private void skipClock() {
    while (at < end && (Character.isDigit(text.charAt(at)) || ":.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
  }

  /** Reads a date in figures with an unambiguous order, and moves behind it. */
  private Optional<String> figures() {
    int[] parts = new int[3];
    int[] lengths = new int[3];
    int i = at;
    for (int part = 0; part < parts.length; part++) {
      int to = DateParts.digits(text, i, end);
      lengths[part] = to - i;
      if (to == i || to - i > 4) {
        return Optional.empty();
      }
      parts[part] = Integer.parseInt(text, i, to, 10);
      i = to;
      if (part < 2) {
        if (i == end || FIGURE_SEPARATORS.indexOf(text.charAt(i)) < 0) {
          return Optional.empty();
        }
        i = WhiteSpace.skip(text, i + 1, end);
      }
    }
    boolean small = lengths[1] <= 2;
    if (small && lengths[0] == 4 && lengths[2] <= 2) {
      return ended(i, DateParts.valid(parts[0], parts[1], parts[2]));
    }
    if (small && lengths[0] <= 2 && lengths[2] == 4) {
      Optional<String> european = DateParts.valid(parts[2], parts[1], parts[0]);
      Optional<String> american = DateParts.valid(parts[2], parts[0], parts[1]);
      boolean ambiguous =
          !dayFirst && european.isPresent() && american.isPresent() && !european.equals(american);
      return ended(i, ambiguous ? Optional.empty() : european.or(() -> american));
    }
    return Optional.empty();
  }

  /** Moves behind a date in figures; one that is ambiguous has no parts for another date. */
  private Optional<String> ended(int behind, Optional<String> date) {
    at = behind;
    year = 0;
    return date;
  }
}
