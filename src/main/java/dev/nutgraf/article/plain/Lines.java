package dev.nutgraf.article.plain;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.chars.WhiteSpace;
import java.util.Arrays;

/**
 * The lines of a text that aren't blank, without outer white space. A line ends at Unicode's
 * mandatory breaks; CR LF is one break, and U+2029 counts as a blank line.
 */
final class Lines {
  /** Lines of a 50 MB article that is wrapped after 25 characters. */
  private static final int MAX_LINES = 2_000_000;

  private int count;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] indents = new int[64];
  private boolean[] afterBlank = new boolean[64];

  private Lines() {}

  static Lines of(String text) {
    Lines lines = new Lines();
    boolean blank = true;
    int at = 0;
    int length = text.length();
    while (at <= length) {
      int end = at;
      while (end < length && !WhiteSpace.isLineBreak(text.charAt(end))) {
        end++;
      }
      int from = WhiteSpace.skip(text, at, end);
      int to = WhiteSpace.skipBack(text, end, from);
      if (from < to) {
        lines.add(from, to, from - at, blank);
        blank = false;
      } else {
        blank = true;
      }
      if (end < length && text.charAt(end) == '\u2029') {
        blank = true;
      }
      boolean pair = end + 1 < length && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      at = end + (pair ? 2 : 1);
    }
    return lines;
  }

  private void add(int start, int end, int indent, boolean blank) {
    if (count == MAX_LINES) {
      throw ArticleRejectedException.tooMany("lines", MAX_LINES);
    }
    if (count == starts.length) {
      int capacity = Math.min(MAX_LINES, 2 * count);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      indents = Arrays.copyOf(indents, capacity);
      afterBlank = Arrays.copyOf(afterBlank, capacity);
    }
    starts[count] = start;
    ends[count] = end;
    indents[count] = indent;
    afterBlank[count] = blank;
    count++;
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  int end(int line) {
    return ends[line];
  }

  int length(int line) {
    return ends[line] - starts[line];
  }

  /** Returns the number of white space characters before the text of a line. */
  int indent(int line) {
    return indents[line];
  }

  /** Returns whether a line is the first or follows a blank line. */
  boolean afterBlank(int line) {
    return afterBlank[line];
  }
}
