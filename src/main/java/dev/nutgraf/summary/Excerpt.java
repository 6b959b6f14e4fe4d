package dev.nutgraf.summary;

import dev.nutgraf.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranges of an article that the page shows: the whole article, or for a very long one its beginning
 * and the surroundings of each chosen sentence. This bounds the size of the page.
 *
 * @param ranges in text order, without overlap
 */
record Excerpt(List<Range> ranges) {
  // Lengths in UTF-16 units.

  /** Longest article that is shown as a whole; about 80,000 words. */
  static final int MAX_WHOLE = 500_000;

  private static final int BEGINNING = 20_000;
  private static final int SURROUNDINGS = 4_000;
  private static final int MAX_SENTENCE = 10_000;

  Excerpt {
    ranges = List.copyOf(ranges);
  }

  /** Range of the article text in UTF-16 units, end-exclusive. */
  record Range(int start, int end) {}

  /** Returns the excerpt of a text with the given chosen sentences, which are in text order. */
  static Excerpt of(String text, List<Sentence> chosen) {
    int length = text.length();
    if (length <= MAX_WHOLE) {
      return new Excerpt(List.of(new Range(0, length)));
    }
    List<Range> ranges = new ArrayList<>();
    Range open = new Range(0, BEGINNING);
    for (Sentence sentence : chosen) {
      int start = Math.max(0, sentence.start() - SURROUNDINGS);
      int shown = Math.min(sentence.end(), sentence.start() + MAX_SENTENCE);
      int end = Math.min(length, shown + SURROUNDINGS);
      if (start <= open.end()) {
        open = new Range(open.start(), Math.max(open.end(), end));
      } else {
        ranges.add(trimmed(text, open));
        open = new Range(start, end);
      }
    }
    ranges.add(trimmed(text, open));
    return new Excerpt(ranges);
  }

  /** Returns the range without half a surrogate pair at either end. */
  private static Range trimmed(String text, Range range) {
    int start = range.start();
    int end = range.end();
    return new Range(
        start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start,
        end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
  }
}
