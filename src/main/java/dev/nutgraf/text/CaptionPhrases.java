package dev.nutgraf.text;

import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The phrases of one kind by which captions are known, of all languages. */
final class CaptionPhrases {
  private final Map<Character, List<String>> byInitial;

  /** A bit for each first character, by the low bits of its code. */
  private final long initials;

  private CaptionPhrases(Map<Character, List<String>> byInitial) {
    this.byInitial = byInitial;
    this.initials = byInitial.keySet().stream().mapToLong(c -> 1L << c).reduce(0, (a, b) -> a | b);
  }

  static CaptionPhrases of(Section section) {
    return new CaptionPhrases(
        LexiconFiles.union(section).stream()
            .collect(Collectors.groupingBy(phrase -> phrase.charAt(0))));
  }

  /** Returns whether a range starts with one of the phrases in any case, as whole words. */
  boolean startAny(String text, int start, int end) {
    if (start >= end) {
      return false;
    }
    char initial = Character.toLowerCase(text.charAt(start));
    if ((initials & 1L << initial) == 0) { // settles most ranges
      return false;
    }
    for (String phrase : byInitial.getOrDefault(initial, List.of())) {
      int after = start + phrase.length();
      if (after <= end
          && text.regionMatches(true, start, phrase, 0, phrase.length())
          && (after == end
              || !Character.isLetter(text.charAt(after))
              || !Character.isLetter(text.charAt(after - 1)))) {
        return true;
      }
    }
    return false;
  }
}
