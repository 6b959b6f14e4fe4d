package dev.nutgraf.article.metadata;

import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a name, a colon and a value, with which mail, press releases and MultiMarkdown begin:
 * {@code Subject: Ferry leaves late}.
 *
 * <p>A transcript has the same shape, so the names decide: the first line has one of the lexicons'
 * header names, and either two lines have one, or the only line names a title. Further lines may
 * have a name that is one word, such as {@code X-Mailer}, before the last one from the lexicons. A
 * line that is indented continues the value before it.
 *
 * @param fields values by name in lower case; those with a known meaning also by {@code title},
 *     {@code author} or {@code date}
 * @param known number of lines with a name of the lexicons
 * @param end end of the last line, without its line break
 */
public record HeaderLines(Map<String, String> fields, int known, int end) {
  /** Names of the values that {@link #fields()} has under one name in every language. */
  public static final String TITLE = "title";

  public static final String AUTHOR = "author";
  public static final String DATE = "date";

  private static final int MAX_LINES = 60;
  private static final int MAX_LINE_CHARS = 1000;
  private static final int MAX_NAME_CHARS = 30;

  private static final Set<String> TITLES = LexiconFiles.union(Section.HEADER_TITLES);
  private static final Set<String> AUTHORS = LexiconFiles.union(Section.HEADER_AUTHORS);
  private static final Set<String> DATES = LexiconFiles.union(Section.HEADER_DATES);
  private static final Set<String> OTHERS = LexiconFiles.union(Section.HEADER_NAMES);

  /** Returns the header lines that start at an index, the first character of a line. */
  public static Optional<HeaderLines> of(String text, int start) {
    Map<String, String> fields = new LinkedHashMap<>();
    String previous = "";
    int known = 0;
    int end = start;
    int at = start;
    for (int line = 0; line < MAX_LINES && at < text.length(); line++) {
      int lineEnd = lineEnd(text, at);
      int first = WhiteSpace.skip(text, at, lineEnd);
      String name = name(text, first, lineEnd);
      boolean continues = first > at && !previous.isEmpty();
      if (first == lineEnd || lineEnd - at > MAX_LINE_CHARS || (name == null && !continues)) {
        break;
      }
      if (continues) {
        String more = text.substring(first, lineEnd).strip();
        fields.merge(previous, more, (value, next) -> value + " " + next);
        end = known > 0 && isKnown(previous) ? lineEnd : end;
      } else if (name != null) {
        previous = name;
        boolean isKnown = isKnown(name);
        if (line == 0 && !isKnown) {
          return Optional.empty();
        }
        int colon = first;
        while (!isColon(text.charAt(colon))) {
          colon++;
        }
        fields.putIfAbsent(name, text.substring(colon + 1, lineEnd).strip());
        known += isKnown ? 1 : 0;
        end = isKnown ? lineEnd : end;
      }
      at = lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1);
    }
    boolean title = fields.keySet().stream().anyMatch(TITLES::contains);
    if (known == 0 || (known == 1 && !(title && fields.size() == 1))) {
      return Optional.empty();
    }
    return Optional.of(new HeaderLines(withCommonNames(fields), known, end));
  }

  private static Map<String, String> withCommonNames(Map<String, String> fields) {
    Map<String, String> named = new LinkedHashMap<>(fields);
    fields.forEach(
        (name, value) -> {
          if (TITLES.contains(name)) {
            named.putIfAbsent(TITLE, value);
          } else if (AUTHORS.contains(name)) {
            named.putIfAbsent(AUTHOR, value);
          } else if (DATES.contains(name)) {
            named.putIfAbsent(DATE, value);
          }
        });
    return named;
  }

  private static boolean isKnown(String name) {
    return TITLES.contains(name)
        || AUTHORS.contains(name)
        || DATES.contains(name)
        || OTHERS.contains(name);
  }

  /** Returns the name before the colon of a line, in lower case; null if the line has none. */
  private static @Nullable String name(String text, int start, int end) {
    int limit = Math.min(end, start + MAX_NAME_CHARS);
    int colon = start;
    boolean word = true;
    while (colon < limit && !isColon(text.charAt(colon))) {
      char c = text.charAt(colon);
      boolean letter = Character.isLetterOrDigit(c) || c == '-' || c == '_';
      if (!letter && c != ' ' && !isMark(c)) {
        return null;
      }
      word &= letter;
      colon++;
    }
    if (colon == limit || colon == start) {
      return null;
    }
    String name = text.substring(start, colon).strip().toLowerCase(Locale.ROOT);
    return word || isKnown(name) ? name : null;
  }

  /** Returns whether a character is part of a word but no letter, as in Indic scripts. */
  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isColon(char c) {
    return c == ':' || c == '：';
  }

  private static int lineEnd(String text, int start) {
    int at = start;
    while (at < text.length() && !WhiteSpace.isLineBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
