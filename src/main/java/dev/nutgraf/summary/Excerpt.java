package dev.nutgraf.summary;

import dev.nutgraf.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page shows of an article: all of it, or of a very long one its beginning and what stands
 * around each chosen sentence.
 *
 * @param ranges in text order, without overlap
 */
record Excerpt(List<Range> ranges) {
  /** Up to this length, some 80,000 words, the whole article is shown. */
  static final int WHOLE = 500_000;

  private static final int BEGINNING = 20_000;
  private static final int AROUND = 4_000;
  private static final int OF_A_SENTENCE = 10_000;

  Excerpt {
    ranges = List.copyOf(ranges);
  }

  /** A stretch of the article text in UTF-16 units, end-exclusive. */
  record Range(int start, int end) {}

  /** What to show of a text with these chosen sentences, given in text order. */
  static Excerpt of(String text, List<Sentence> chosen) {
    int length = text.length();
    if (length <= WHOLE) {
      return new Excerpt(List.of(new Range(0, length)));
    }
    List<Range> ranges = new ArrayList<>();
    Range open = new Range(0, BEGINNING);
    for (Sentence sentence : chosen) {
      int start = Math.max(0, sentence.start() - AROUND);
      int shown = Math.min(sentence.end(), sentence.start() + OF_A_SENTENCE);
      int end = Math.min(length, shown + AROUND);
      if (start <= open.end()) {
        open = new Range(open.start(), Math.max(open.end(), end));
      } else {
        ranges.add(whole(text, open));
        open = new Range(start, end);
      }
    }
    ranges.add(whole(text, open));
    return new Excerpt(ranges);
  }

  /** The range without half a character at its ends. */
  private static Range whole(String text, Range range) {
    int start = range.start();
    int end = range.end();
    return new Range(
        start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start,
        end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
  }
}
