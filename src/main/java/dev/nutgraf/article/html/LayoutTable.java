package dev.nutgraf.article.html;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Tells tables that lay out a page, as in newsletters and old sites, from tables of data.
 *
 * <p>The page says so by {@code role=presentation}. Otherwise a table with a caption, or with both
 * header and other cells, has data (some mail templates use header cells only, for layout). Of the
 * others, those with tables inside are layout, and those whose text is mostly prose, unless several
 * of their rows have a short cell beside another one, as in a timeline.
 *
 * <p>Only the text outside of inner tables is read, so that all tables of a page take linear time.
 */
final class LayoutTable implements NodeFilter {
  private static final Set<String> LAYOUT_ROLES = Set.of("presentation", "none");

  /** A longer line is prose, as in {@link Region}. */
  private static final int PROSE_CHARS = 80;

  /** Rows with a short cell beside another from which a table has data. */
  private static final int MIN_DATA_ROWS = 3;

  private boolean hasCaption;
  private boolean hasHeader;
  private boolean hasCell;
  private boolean hasTable;
  private int chars;
  private int proseChars;
  private int lineChars;
  private int cellChars;
  private int rowCells;
  private boolean rowHasShortCell;
  private int dataRows;

  private LayoutTable() {}

  /** Returns whether a table element lays out text that isn't tabular. */
  static boolean isLayout(Element table) {
    if (LAYOUT_ROLES.contains(table.attr("role"))) {
      return true;
    }
    LayoutTable counts = new LayoutTable();
    NodeTraversor.filter(counts, table);
    if (counts.hasCaption || (counts.hasHeader && counts.hasCell)) {
      return false;
    }
    return counts.hasTable
        || (counts.proseChars * 2 > counts.chars && counts.dataRows < MIN_DATA_ROWS);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      lineChars += text.isBlank() ? 0 : text.text().length();
    } else if (node instanceof Element element && depth > 0) {
      String name = element.normalName();
      if (name.equals("table")) {
        hasTable = true;
        return FilterResult.SKIP_ENTIRELY;
      }
      hasCaption |= name.equals("caption");
      hasHeader |= name.equals("th");
      hasCell |= name.equals("td");
      if (element.isBlock()) {
        endLine();
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) {
      endLine();
      switch (element.normalName()) {
        case "td", "th" -> endCell();
        case "tr" -> endRow();
        default -> {}
      }
    }
    return FilterResult.CONTINUE;
  }

  private void endLine() {
    chars += lineChars;
    cellChars += lineChars;
    proseChars += lineChars > PROSE_CHARS ? lineChars : 0;
    lineChars = 0;
  }

  private void endCell() {
    rowCells += cellChars > 0 ? 1 : 0;
    rowHasShortCell |= cellChars > 0 && cellChars <= PROSE_CHARS;
    cellChars = 0;
  }

  private void endRow() {
    dataRows += rowCells > 1 && rowHasShortCell ? 1 : 0;
    rowCells = 0;
    rowHasShortCell = false;
  }
}
