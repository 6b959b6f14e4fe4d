package dev.nutgraf.article.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Decides which elements are visible although they are marked as hidden.
 *
 * <p>Two marks mislead. {@code aria-hidden} hides from screen readers only; sites set it on
 * paragraphs that cost money and on a whole page behind an open dialog. And pages hide their
 * article until a script shows it. So an {@code aria-hidden} paragraph is visible, and so are
 * {@code aria-hidden} paragraphs that follow visible ones. Any hidden prose is visible if the page
 * shows next to none, or if it far outweighs what the page shows and is {@code aria-hidden} only or
 * marked up as an article. Hidden copies of the article, menus and dialogs stay hidden.
 */
final class Visibility {
  /** A page with less visible prose shows a notice, not an article. */
  private static final int MIN_VISIBLE_PROSE = 300;

  /** Prose of a hidden article to visible prose; a hidden copy of what is visible has less. */
  private static final int MIN_RATIO = 3;

  /** Text with the same start as another one is its copy. */
  private static final int COMPARED_CHARS = 60;

  /** Hidden elements that are compared with the text of the whole page. */
  private static final int MAX_COMPARED = 100;

  private static final String ARTICLE = "article, main, [itemprop=articleBody]";

  /** An element that is marked as hidden, with the characters of its prose. */
  private record Hidden(Element element, int prose) {}

  private final ClassNameHints hints;

  private Visibility(ClassNameHints hints) {
    this.hints = hints;
  }

  /** Returns the elements below a root that are visible although they are marked as hidden. */
  static Set<Element> shown(Element root, ClassNameHints hints) {
    Visibility visibility = new Visibility(hints);
    List<Hidden> hidden =
        hidden(root).stream()
            .map(element -> new Hidden(element, visibility.prose(element)))
            .filter(found -> found.prose > 0)
            .toList();
    if (hidden.isEmpty()) {
      return Set.of();
    }
    int visible = visibility.prose(root);
    String page = root.text();
    Set<Element> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    int compared = 0;
    for (Hidden found : hidden) {
      if (shows(found.element, found.prose, visible)
          || (compared++ < MAX_COMPARED && continuesParagraphs(found.element, page))) {
        shown.add(found.element);
      }
    }
    return shown;
  }

  private static boolean shows(Element element, int prose, int visible) {
    boolean displayed = !HtmlText.isUndisplayed(element);
    boolean article = displayed || element.selectFirst(ARTICLE) != null;
    return (displayed && element.normalName().equals("p"))
        || (prose > visible
            && (visible < MIN_VISIBLE_PROSE || (article && prose > MIN_RATIO * visible)));
  }

  /** Returns whether an element that is displayed continues visible paragraphs beside it. */
  private static boolean continuesParagraphs(Element element, String page) {
    Element before = element.previousElementSibling();
    if (HtmlText.isUndisplayed(element) || before == null || !before.nameIs("p")) {
      return false;
    }
    String text = element.text();
    String start = text.substring(0, Math.min(COMPARED_CHARS, text.length()));
    return page.indexOf(start) == page.lastIndexOf(start);
  }

  private int prose(Element element) {
    int prose = 0;
    for (Region region : new RegionFinder(element, hints, Set.of()).regions()) {
      prose += region.own().proseChars();
    }
    return prose;
  }

  /** Returns the outermost hidden elements, in document order. */
  private static List<Element> hidden(Element root) {
    List<Element> hidden = new ArrayList<>();
    NodeTraversor.filter(
        (Node node, int depth) -> {
          if (depth == 0 || !(node instanceof Element element)) {
            return NodeFilter.FilterResult.CONTINUE;
          }
          if (HtmlText.isNeverShown(element)) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
          }
          if (!HtmlText.isHidden(element)) {
            return NodeFilter.FilterResult.CONTINUE;
          }
          hidden.add(element);
          return NodeFilter.FilterResult.SKIP_ENTIRELY;
        },
        root);
    return hidden;
  }
}
