package dev.nutgraf.article.metadata;

import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes dates and times in the forms that newsrooms print.
 *
 * <p>Month and weekday names come from the lexicons of all languages, because a date line is read
 * before the language of its article is known. Dates in figures, such as 3/4/2014, mean different
 * days to different readers and count as unknown, unless the year comes first or only one reading
 * is a date.
 */
public final class Dates {
  /** Characters of the longest date line, with published and updated times. */
  private static final int MAX_CHARS = 120;

  private static final Set<String> WEEKDAYS =
      union(Section.WEEKDAYS, Section.WEEKDAY_ABBREVIATIONS);

  /** Words of a date line beside the date itself. */
  private static final Set<String> AROUND =
      union(Section.DATE_WORDS, Section.UPDATE_WORDS, Section.PUBLICATION_WORDS);

  private static final int SECONDS_DIGITS = 10;
  private static final int MILLIS_DIGITS = 13;

  private Dates() {}

  private static Set<String> union(Section... sections) {
    Set<String> words = new HashSet<>();
    for (Section section : sections) {
      words.addAll(LexiconFiles.union(section));
    }
    return words;
  }

  /** Returns whether a range is a date, a time, and words that go with them, and nothing else. */
  public static boolean isDateLine(String text, int start, int end) {
    if (end - start > MAX_CHARS) {
      return false;
    }
    int numbers = 0;
    boolean dated = false;
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      int from = at;
      if (Character.isDigit(c)) {
        at = DateParts.digits(text, at, end);
        numbers++;
        boolean pair =
            at + 1 < end
                && at - from <= 4
                && ":/-".indexOf(text.charAt(at)) >= 0
                && Character.isDigit(text.charAt(at + 1));
        dated |= pair || isYear(text, from, at) || isDotted(text, from, end);
        if (at - from > 4) {
          return false;
        }
      } else if (Character.isLetter(c)) {
        at = DateParts.letters(text, at, end);
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        if (DateParts.month(word) > 0 || WEEKDAYS.contains(word)) {
          dated = true;
        } else if (!AROUND.contains(word)) {
          return false;
        }
      } else {
        if (!WhiteSpace.isWhiteSpace(c) && " ,.:;|/-–—·•()+（）：".indexOf(c) < 0) {
          return false;
        }
        at++;
      }
    }
    return dated && numbers >= 1;
  }

  /**
   * Finds the first unambiguous date of publication in a range: {@code 2022-01-22}, {@code 3 March
   * 2014}, {@code March 3, 2014}, {@code 2014. 3. 12.}, {@code 25.12.2014}. A date after a word
   * such as {@code updated} is skipped, and a date without a day is unknown.
   *
   * @return the date in ISO 8601
   */
  public static Optional<String> find(String text, int start, int end) {
    return find(text, start, end, false);
  }

  /**
   * Finds the first date of publication in a range.
   *
   * @param dayFirst whether the language writes the day before the month, so that {@code 3/4/2014}
   *     is a day of April
   * @return the date in ISO 8601
   */
  public static Optional<String> find(String text, int start, int end, boolean dayFirst) {
    return new DateScanner(text, start, Math.min(end, start + MAX_CHARS), dayFirst).next();
  }

  /** Returns whether a text says when an article changed, and not when it was published. */
  public static boolean isUpdate(String text) {
    int limit = Math.min(text.length(), MAX_CHARS);
    boolean update = false;
    for (int at = 0; at < limit; ) {
      int to = DateParts.letters(text, at, limit);
      String word = text.substring(at, to).toLowerCase(Locale.ROOT);
      if (DateParts.isPublicationWord(word)) {
        return false;
      }
      update |= DateParts.isUpdateWord(word);
      at = Math.max(to, at + 1);
    }
    return update;
  }

  /** Returns whether a range starts with a date such as {@code 12.03.2024}. */
  private static boolean isDotted(String text, int start, int end) {
    int month = DateParts.digits(text, start, end) + 1;
    int year = DateParts.digits(text, Math.min(month, end), end) + 1;
    return month < end
        && year + 4 <= end
        && text.charAt(month - 1) == '.'
        && text.charAt(year - 1) == '.'
        && isYear(text, year, DateParts.digits(text, year, end));
  }

  private static boolean isYear(String text, int start, int end) {
    return end - start == 4 && (text.startsWith("19", start) || text.startsWith("20", start));
  }

  /**
   * Parses a declared date or date-time.
   *
   * @return ISO 8601 as precise as the value: with time and offset if the value is in that form,
   *     else the first unambiguous date in it
   */
  static Optional<String> parse(String value) {
    Optional<String> stamp = timestamp(value);
    if (stamp.isPresent()) {
      return stamp;
    }
    Optional<String> date = iso(value, 0, value.length());
    if (date.isEmpty()) {
      return compact(value).or(() -> find(value, 0, value.length()));
    }
    Optional<String> time = time(value, "yyyy-mm-dd".length());
    return time.isPresent() ? Optional.of(date.get() + 'T' + time.get()) : date;
  }

  /** Parses the seconds or milliseconds since 1970 that databases export. */
  private static Optional<String> timestamp(String value) {
    boolean digitsOnly = DateParts.digits(value, 0, value.length()) == value.length();
    if (!digitsOnly || (value.length() != SECONDS_DIGITS && value.length() != MILLIS_DIGITS)) {
      return Optional.empty();
    }
    long number = Long.parseLong(value);
    long seconds = value.length() == SECONDS_DIGITS ? number : number / 1000;
    return Optional.of(Instant.ofEpochSecond(seconds).toString());
  }

  /** Parses {@code 20240506}, alone or before a time. */
  private static Optional<String> compact(String value) {
    int length = "yyyymmdd".length();
    boolean alone = value.length() == length || value.startsWith("T", length);
    return alone && DateParts.digits(value, 0, value.length()) == length
        ? DateParts.valid(
            Integer.parseInt(value, 0, 4, 10),
            Integer.parseInt(value, 4, 6, 10),
            Integer.parseInt(value, 6, length, 10))
        : Optional.empty();
  }

  /** Parses {@code T10:48} or {@code 10:48:05.123}, with or without an offset. */
  private static Optional<String> time(String value, int from) {
    int start = from + 1;
    if (start + 5 > value.length() || "Tt ".indexOf(value.charAt(from)) < 0) {
      return Optional.empty();
    }
    int end = start;
    while (end < value.length() && "0123456789:.".indexOf(value.charAt(end)) >= 0) {
      end++;
    }
    String clock = value.substring(start, end);
    String offset = value.substring(end).strip();
    if (offset.length() == 5 && offset.indexOf(':') < 0) {
      offset = offset.substring(0, 3) + ':' + offset.substring(3);
    }
    try {
      LocalTime.parse(clock);
      return Optional.of(clock + (offset.isEmpty() ? "" : ZoneOffset.of(offset).getId()));
    } catch (DateTimeException unknownForm) {
      return Optional.empty();
    }
  }

  /** Returns the valid date if a range starts with {@code yyyy-mm-dd}. */
  public static Optional<String> iso(String text, int start, int end) {
    if (end - start < 10
        || text.charAt(start + 4) != '-'
        || text.charAt(start + 7) != '-'
        || DateParts.digits(text, start, end) != start + 4
        || DateParts.digits(text, start + 5, end) != start + 7
        || DateParts.digits(text, start + 8, end) != start + 10) {
      return Optional.empty();
    }
    return DateParts.valid(
        Integer.parseInt(text, start, start + 4, 10),
        Integer.parseInt(text, start + 5, start + 7, 10),
        Integer.parseInt(text, start + 8, start + 10, 10));
  }
}
