package dev.nutgraf.article.html;

import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Divides a page into regions, leaving out elements that are never part of an article. */
final class RegionFinder implements NodeFilter {
  private static final Set<String> DROPPED_NAMES =
      Set.of("nav", "footer", "aside", "figcaption", "menu", "marquee");

  private static final Set<String> DROPPED_ROLES =
      Set.of(
          "alert",
          "alertdialog",
          "banner",
          "complementary",
          "contentinfo",
          "dialog",
          "menu",
          "menubar",
          "navigation",
          "search",
          "tooltip");

  /** Elements to click or fill in. */
  private static final Set<String> CONTROLS = Set.of("a", "button", "input", "form");

  /** A Chinese or Japanese word has one or two characters, an English one five. */
  private static final int CHARS_PER_IDEOGRAPH = 3;

  private final ClassNameHints hints;
  private final Set<Element> shown;
  private final List<Region> regions = new ArrayList<>();
  private final Set<Element> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Region current;
  private final StringBuilder line = new StringBuilder();
  private int links;
  private int lineChars;
  private int lineLinkChars;

  /**
   * Finds the regions of an element.
   *
   * @param shown elements that are visible although they are marked as hidden
   */
  RegionFinder(Element root, ClassNameHints hints, Set<Element> shown) {
    this.hints = hints;
    this.shown = shown;
    NodeTraversor.filter(this, root);
  }

  /** Returns the regions in document order, the root first. */
  List<Region> regions() {
    return regions;
  }

  /** Returns the elements that were left out. */
  Set<Element> dropped() {
    return dropped;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      count(text.getWholeText());
    } else if (node instanceof Element element) {
      boolean block = current == null || HtmlText.isBlock(element);
      if (current != null && CONTROLS.contains(element.normalName())) {
        current.consent().countControl();
      }
      // The root is kept, because pages hide their body until a script has run.
      if ((depth > 0 && isDropped(element))
          || (!block && hints.of(element).contains(ClassNameHints.Hint.CAPTION))) {
        dropped.add(element);
        return FilterResult.SKIP_ENTIRELY;
      }
      if (isLink(element)) {
        links++;
      }
      if (block) {
        endLine();
        current = new Region(element, current, hints.of(element));
        regions.add(current);
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (isLink(element)) {
        links--;
      }
      if (current != null && current.element().equals(element)) {
        endLine();
        current = current.parent();
      }
    }
    return FilterResult.CONTINUE;
  }

  private boolean isDropped(Element element) {
    return HtmlText.isNeverShown(element)
        || (HtmlText.isHidden(element) && !shown.contains(element))
        || DROPPED_NAMES.contains(element.normalName())
        || DROPPED_ROLES.contains(element.attr("role"));
  }

  /** Returns whether the element links to another page. */
  private static boolean isLink(Element element) {
    if (!element.normalName().equals("a")) {
      return false;
    }
    String href = element.attr("href");
    return !href.isEmpty() && !href.startsWith("#") && !href.startsWith("javascript:");
  }

  private void count(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int chars = 1;
      if (WhiteSpace.isWhiteSpace(c)) {
        chars = space ? 0 : 1;
        space = true;
        c = ' ';
      } else {
        chars = c >= 0x2E80 && c < Character.MIN_SURROGATE ? CHARS_PER_IDEOGRAPH : 1;
        space = false;
      }
      if (chars > 0) {
        line.append(c == '’' ? '\'' : c);
      }
      lineChars += chars;
      lineLinkChars += links > 0 ? chars : 0;
    }
  }

  private void endLine() {
    if (current != null && lineChars > 0) {
      int proseChars = current.countLine(lineChars, lineLinkChars);
      current.consent().countLine(line.toString(), proseChars);
    }
    line.setLength(0);
    lineChars = 0;
    lineLinkChars = 0;
  }
}
