package dev.nutgraf.article.plain;

import dev.nutgraf.chars.WhiteSpace;
import java.util.BitSet;

/**
 * Finds the rows of tables, whose cells are separated by tabs, bars or runs of spaces.
 *
 * <p>A table is a group of neighboring lines with the same number of short cells: at least two rows
 * of three cells, or three rows of two. Justified text has runs of two spaces, columns of prose
 * have long cells, and neither is a table.
 */
final class TableLines {
  /** Spaces that separate cells; two stand between sentences and in justified lines. */
  private static final int MIN_SPACES = 3;

  private static final int MAX_MEAN_CELL_CHARS = 25;
  private static final int MAX_ROW_CHARS = 250;

  /** Rows that two cells need to make a table. More cells need one row less. */
  private static final int MIN_PAIRS = 3;

  private TableLines() {}

  /** Returns the indexes of the rows; none if the text has no other lines. */
  static BitSet of(String text, Lines lines) {
    BitSet rows = new BitSet();
    int first = 0;
    int cells = 1;
    for (int line = 0; line <= lines.count(); line++) {
      int next = line < lines.count() ? cells(text, lines.start(line), lines.end(line)) : 1;
      if (next == cells) {
        continue;
      }
      mark(rows, first, line, cells);
      first = line;
      cells = next;
    }
    if (rows.nextClearBit(0) == lines.count()) {
      rows.clear();
    }
    return rows;
  }

  private static void mark(BitSet rows, int first, int end, int cells) {
    int required = cells == 2 ? MIN_PAIRS : MIN_PAIRS - 1;
    if (cells > 1 && end - first >= required) {
      rows.set(first, end);
    }
  }

  /** Returns the number of cells of a line; 1 if they are too long for those of a table. */
  private static int cells(String text, int start, int end) {
    if (end - start > MAX_ROW_CHARS) {
      return 1;
    }
    int cells = 0;
    int chars = 0;
    int at = start;
    while (at < end) {
      int from = at;
      while (at < end && separatorEnd(text, at, end) == at) {
        at++;
      }
      if (at > from) {
        cells++;
        chars += at - from;
      }
      at = separatorEnd(text, at, end);
    }
    return cells > 1 && chars <= cells * MAX_MEAN_CELL_CHARS ? cells : 1;
  }

  /** Returns the end of the separator of cells at a position, which it returns if there is none. */
  private static int separatorEnd(String text, int at, int end) {
    int after = WhiteSpace.skip(text, at, end);
    if (after < end && text.charAt(after) == '|') {
      return WhiteSpace.skip(text, after + 1, end);
    }
    return after - at >= MIN_SPACES || (after > at && text.charAt(at) == '\t') ? after : at;
  }
}
