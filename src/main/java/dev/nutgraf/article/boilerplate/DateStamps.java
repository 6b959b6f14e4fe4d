package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.Set;

/** Recognizes the date that an export puts before the first words of an article. */
final class DateStamps {
  private static final int ISO_DATE_CHARS = "yyyy-mm-dd".length();

  private static final Set<String> LABELS = LexiconFiles.union(Section.DATE_STAMPS);

  private DateStamps() {}

  /**
   * Returns the end of an ISO date before prose, with or without a label: {@code date 2022-01-22
   * Amid tension}. Returns {@code start} if there is none. Without a label, the prose must start
   * with a capital letter.
   */
  static int end(String text, int start, int end) {
    int at = start;
    boolean labeled = false;
    for (String label : LABELS) {
      if (!labeled && text.regionMatches(true, at, label, 0, label.length())) {
        labeled = true;
        at += label.length();
        while (at < end && (text.charAt(at) == ':' || WhiteSpace.isWhiteSpace(text.charAt(at)))) {
          at++;
        }
      }
    }
    int after = at + ISO_DATE_CHARS;
    int next = WhiteSpace.skip(text, after, end);
    boolean apart = next > after && next < end;
    boolean stamp =
        Dates.iso(text, at, end).isPresent()
            && apart
            && (labeled || Character.isUpperCase(text.codePointAt(next)));
    return stamp ? after : start;
  }
}
