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
 * Parses pages in time and memory linear to their length, whatever they hold.
 *
 * <p>Two things cost the parser more than a constant per element: an element that it closes early
 * because of its depth, by the number of those before it; and an element that the rules of HTML
 * move from between the cells of a table to the place before the table, by the number of its
 * siblings. Both are counted while the page is parsed, and a page that has too much of them is
 * rejected. Of real pages few have any.
 */
final class HtmlParser {
  /** The tree of a page of the shortest elements takes up to 40 bytes a character. */
  static final int MAX_CHARS = 10_000_000;

  /** Deeper elements are closed early: the parser looks through all open ones at every tag. */
  private static final int MAX_DEPTH = 200;

  /** Deeper is what counts as deep, as elements moved are open deeper than they stand. */
  private static final int DEEP = MAX_DEPTH / 2;

  private static final int MAX_DEEP = 20_000;

  /** The most siblings that may be counted anew for moved elements. */
  private static final long MAX_MOVES = 200_000_000;

  private int deep;
  private long moves;

  private HtmlParser() {}

  /**
   * Parses a page or a piece of one.
   *
   * @throws ArticleRejectedException if it is too large or would take more than linear time
   */
  static Document parse(String html) {
    if (html.length() > MAX_CHARS) {
      throw new ArticleRejectedException(
          Reason.TOO_LARGE,
          "The HTML has %,d characters; accepted are up to %,d of HTML, less than of other text."
              .formatted(html.length(), MAX_CHARS));
    }
    HtmlParser limits = new HtmlParser();
    try (StreamParser parser =
        new StreamParser(Parser.htmlParser().setMaxDepth(MAX_DEPTH)).parse(html, "")) {
      for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); ) {
        limits.count(elements.next());
      }
      return parser.document();
    }
  }

  /** Counts an element that was just closed, or followed by another. */
  private void count(Element element) {
    deep += isDeep(element) ? 1 : 0;
    if (deep > MAX_DEEP) {
      throw new ArticleRejectedException(
          Reason.MALFORMED,
          "The page has more than %,d elements that are nested deeper than %d."
              .formatted(MAX_DEEP, DEEP));
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
