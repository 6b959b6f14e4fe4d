package dev.nutgraf.article.metadata;

import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the names in a declared author.
 *
 * <p>Publishing systems write more than a name into the field: a preposition ({@code By Ada
 * Finch}), the job after a comma, an outlet in brackets, an address, a handle, or only the number
 * of a user. The parts between commas and semicolons are read one by one; a part that isn't a name
 * is dropped.
 */
final class Authors {
  /** Openings of a byline that can't be part of a name, unlike {@code von} and {@code di}. */
  private static final List<String> OPENINGS =
      List.of(
          "by ",
          "por ",
          "par ",
          "door ",
          "written by ",
          "posted by ",
          "published by ",
          "story by ",
          "reported by ",
          "reporting by ",
          "words by ",
          "text by ",
          "author: ",
          "authors: ",
          "by: ");

  /** Accounts of publishing systems. */
  private static final Set<String> ACCOUNTS =
      Set.of("admin", "administrator", "webmaster", "root", "wordpress", "guest", "user", "author");

  private static final Set<String> JOBS = LexiconFiles.union(Section.JOB_TITLES);

  private Authors() {}

  /** Returns the names, joined by commas; empty if there is none. */
  static Optional<String> names(String value) {
    Set<String> names = new LinkedHashSet<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i <= value.length(); i++) {
      char c = i < value.length() ? value.charAt(i) : ',';
      depth += c == '(' ? 1 : 0;
      depth -= c == ')' && depth > 0 ? 1 : 0;
      if (i == value.length() || (depth == 0 && (c == ',' || c == ';' || c == '|'))) {
        String part = value.substring(from, i).strip();
        if (names.isEmpty() || !isJob(part)) {
          name(part).ifPresent(names::add);
        }
        from = i + 1;
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private static Optional<String> name(String part) {
    String name = withoutAddress(withoutOpening(part));
    int bracket = name.indexOf('(');
    if (bracket == 0) {
      int close = name.indexOf(')');
      name = name.substring(1, close < 0 ? name.length() : close);
    } else if (bracket > 0) {
      name = name.substring(0, bracket);
    }
    name = name.strip();
    boolean sound =
        name.codePoints().anyMatch(Character::isLetter)
            && !name.startsWith("@")
            && !name.startsWith("#")
            && !ACCOUNTS.contains(name.toLowerCase(Locale.ROOT))
            && !isTime(name)
            && !MetadataText.isPlaceholder(name);
    return sound ? Optional.of(name) : Optional.empty();
  }

  /** Returns whether a part is a time beside the name: {@code 3 hours ago}, {@code vor 2 Tagen}. */
  private static boolean isTime(String part) {
    String[] words = part.split(" ", -1);
    boolean number = false;
    for (String word : words) {
      number |= !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }
    int first = Character.isDigit(part.charAt(0)) && words.length > 1 ? words[0].length() + 1 : 0;
    boolean lower = first < part.length() && Character.isLowerCase(part.charAt(first));
    return (number && lower) || Dates.isDateLine(part, 0, part.length());
  }

  private static String withoutOpening(String part) {
    for (String opening : OPENINGS) {
      if (part.regionMatches(true, 0, opening, 0, opening.length())) {
        return part.substring(opening.length()).strip();
      }
    }
    return part;
  }

  /** Drops the words that are addresses of mail or of pages. */
  private static String withoutAddress(String name) {
    if (name.indexOf('@') < 0 && !name.contains("://")) {
      return name;
    }
    StringBuilder kept = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      boolean mail = word.indexOf('@') > 0 && word.indexOf('.') > 0;
      if (!mail && !word.contains("://")) {
        kept.append(word).append(' ');
      }
    }
    return WhiteSpace.collapse(kept.toString());
  }

  /** Returns whether a part after a name is the job of its bearer. */
  private static boolean isJob(String part) {
    for (String word : part.toLowerCase(Locale.ROOT).split(" ", -1)) {
      if (JOBS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
