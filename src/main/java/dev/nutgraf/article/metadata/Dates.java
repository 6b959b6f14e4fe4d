package dev.nutgraf.article.metadata;

import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes dates and times in the forms that newsrooms print.
 *
 * <p>Month and weekday names come from the lexicons of all languages, because a date line is read
 * before the language of its article is known. Dates in figures, such as 3/4/2014, mean different
 * days to different readers and count as unknown; only {@code yyyy-mm-dd} is accepted.
 */
public final class Dates {
  /** Characters of the longest date line, with published and updated times. */
  private static final int MAX_CHARS = 120;

  private static final Map<String, Integer> MONTHS = LexiconFiles.months();

  private static final Set<String> WEEKDAYS =
      union(Section.WEEKDAYS, Section.WEEKDAY_ABBREVIATIONS);

  /** Words of a date line beside the date itself. */
  private static final Set<String> AROUND = union(Section.DATE_WORDS);

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
        at = digits(text, at, end);
        numbers++;
        boolean pair =
            at + 1 < end
                && at - from <= 4
                && ":/-".indexOf(text.charAt(at)) >= 0
                && Character.isDigit(text.charAt(at + 1));
        dated |= pair || isYear(text, from, at);
        if (at - from > 4) {
          return false;
        }
      } else if (Character.isLetter(c)) {
        at = letters(text, at, end);
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        if (MONTHS.containsKey(word) || WEEKDAYS.contains(word)) {
          dated = true;
        } else if (!AROUND.contains(word)) {
          return false;
        }
      } else {
        if (!WhiteSpace.isWhiteSpace(c) && " ,.:;|/-–—·•()+".indexOf(c) < 0) {
          return false;
        }
        at++;
      }
    }
    return dated && numbers >= 1;
  }

  /**
   * Finds the first unambiguous date in a range: {@code 2022-01-22}, {@code 3 March 2014}, {@code
   * March 3, 2014}.
   *
   * @return the date in ISO 8601
   */
  public static Optional<String> find(String text, int start, int end) {
    int limit = Math.min(end, start + MAX_CHARS);
    int day = 0;
    int month = 0;
    int at = start;
    while (at < limit) {
      char c = text.charAt(at);
      int from = at;
      if (Character.isDigit(c)) {
        at = digits(text, at, limit);
        Optional<String> iso = iso(text, from, limit);
        if (iso.isPresent()) {
          return iso;
        }
        if (at - from == 4 && month > 0 && day > 0) {
          return valid(Integer.parseInt(text, from, at, 10), month, day);
        }
        boolean clock = at < limit && text.charAt(at) == ':';
        if (clock) {
          at = digits(text, at + 1, limit);
        } else if (at - from <= 2) {
          day = Integer.parseInt(text, from, at, 10);
        }
      } else if (Character.isLetter(c)) {
        at = letters(text, at, limit);
        Integer named = MONTHS.get(text.substring(from, at).toLowerCase(Locale.ROOT));
        month = named == null ? month : named;
      } else {
        at++;
      }
    }
    return Optional.empty();
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
    Optional<String> date = iso(value, 0, value.length());
    if (date.isEmpty()) {
      return find(value, 0, value.length());
    }
    Optional<String> time = time(value, "yyyy-mm-dd".length());
    return time.isPresent() ? Optional.of(date.get() + 'T' + time.get()) : date;
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
        || digits(text, start, end) != start + 4
        || digits(text, start + 5, end) != start + 7
        || digits(text, start + 8, end) != start + 10) {
      return Optional.empty();
    }
    return valid(
        Integer.parseInt(text, start, start + 4, 10),
        Integer.parseInt(text, start + 5, start + 7, 10),
        Integer.parseInt(text, start + 8, start + 10, 10));
  }

  private static Optional<String> valid(int year, int month, int day) {
    if (year < 1500 || month < 1 || month > 12 || day < 1) {
      return Optional.empty();
    }
    YearMonth in = YearMonth.of(year, month);
    return day <= in.lengthOfMonth() ? Optional.of(in.atDay(day).toString()) : Optional.empty();
  }

  private static int digits(String text, int from, int end) {
    int at = from;
    while (at < end && at < from + 18 && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int letters(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
