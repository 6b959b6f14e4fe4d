package dev.nutgraf.article.html;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Parses pages in time and memory linear in their length, for any input.
 *
 * <p>jsoup takes more than constant time for two kinds of elements: one that is closed early at the
 * maximum depth costs the number of open elements, and one that HTML's foster parenting moves from
 * between table cells to before the table costs the number of its siblings. Both are counted during
 * parsing, and a page above either limit is rejected. Real pages have few of them or none.
 */
final class HtmlParser {
  /** jsoup closes deeper elements early; it searches all open elements at every tag. */
  private static final int MAX_DEPTH = 200;

  /** Depth from which elements are counted: moved elements were open deeper than they end. */
  private static final int DEEP = MAX_DEPTH / 2;

  private static final int MAX_DEEP = 20_000;

  /** Steps that moving elements may take, one per sibling. */
  private static final long MAX_MOVES = 200_000_000;

  private int deep;
  private long moves;

  private HtmlParser() {}

  /**
   * Parses a page or a fragment.
   *
   * @throws ArticleRejectedException if it exceeds a limit of this class
   */
  static Document parse(String html) {
    HtmlParser limits = new HtmlParser();
    try (StreamParser parser =
        new StreamParser(Parser.htmlParser().setMaxDepth(MAX_DEPTH)).parse(html, "")) {
      for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); ) {
        limits.count(elements.next());
      }
      return parser.document();
    }
  }

  /** Counts an element that has just been closed or followed by another. */
  private void count(Element element) {
    deep += isDeep(element) ? 1 : 0;
    if (deep > MAX_DEEP) {
      throw new ArticleRejectedException(
          Reason.MALFORMED,
          "The page has more than %,d elements nested deeper than %d.".formatted(MAX_DEEP, DEEP));
    }
    Node next = element.nextElementSibling();
    if (next != null && next.nextSibling() != null) {
      moves += element.parentNode() == null ? 0 : element.parentNode().childNodeSize();
    }
    if (moves > MAX_MOVES) {
      throw new ArticleRejectedException(
          Reason.MALFORMED,
          "The page has too many elements between the cells of its tables: moving them before the"
              + " tables takes more than %,d steps.".formatted(MAX_MOVES));
    }
  }

  private static boolean isDeep(Element element) {
    int depth = 0;
    for (Node above = element; above != null && depth <= DEEP; above = above.parentNode()) {
      depth++;
    }
    return depth > DEEP;
  }
}
