package dev.nutgraf.article.html;

import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.boilerplate.BlockWriter;
import dev.nutgraf.article.plain.PlainText;
import dev.nutgraf.article.plain.Preformatted;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Converts elements to text as a browser lays them out: block elements separate, white space
 * folded, hidden elements skipped. Lines that {@code br} or {@code pre} breaks are joined to
 * paragraphs as in plain text.
 */
public final class HtmlText implements NodeFilter {
  /** Elements whose text is invisible or never part of an article. */
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "svg",
          "canvas",
          "object",
          "embed",
          "applet",
          "iframe",
          "frame",
          "frameset",
          "audio",
          "video",
          "map",
          "button",
          "input",
          "select",
          "option",
          "textarea",
          "datalist",
          "dialog",
          "meter",
          "progress",
          "rp",
          "rt");

  /** Roles of DPUB-ARIA for notes and references. */
  private static final Set<String> NOTES_ROLES =
      Set.of("doc-endnotes", "doc-footnote", "doc-bibliography");

  /** Class names of MediaWiki, WordPress and Pandoc for notes and references. */
  private static final List<String> NOTES_CLASSES =
      List.of("references", "reflist", "footnotes", "endnotes");

  /** A longer question is prose that the writer stresses. */
  private static final int MAX_QUESTION_CHARS = 110;

  private final BlockWriter writer;
  private final StringBuilder line = new StringBuilder();
  private final Deque<Role> roles = new ArrayDeque<>();

  private final Predicate<Element> skipped;

  private HtmlText(BlockWriter writer, Predicate<Element> skipped) {
    this.writer = writer;
    this.skipped = skipped;
  }

  /** Writes the text of an element block by block, without the elements that are skipped. */
  static void write(Element element, BlockWriter writer, Predicate<Element> skipped) {
    HtmlText text = new HtmlText(writer, skipped);
    NodeTraversor.filter(text, element);
    text.flush();
  }

  /** Writes the text of an HTML fragment block by block. */
  public static void write(String html, BlockWriter writer) {
    write(HtmlParser.parse(html).body(), writer, HtmlText::isHidden);
  }

  /** Returns whether an element is of a kind that never shows its text. */
  static boolean isNeverShown(Element element) {
    return SKIPPED.contains(element.normalName());
  }

  /** Returns whether an element is marked as hidden. */
  static boolean isHidden(Element element) {
    return element.attributesSize() > 0 && (isUndisplayed(element) || isAriaHidden(element));
  }

  private static boolean isAriaHidden(Element element) {
    return element.attr("aria-hidden").equalsIgnoreCase("true");
  }

  /** Returns whether an element has no place on the page until a script gives it one. */
  static boolean isUndisplayed(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    String folded = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return folded.contains("display:none") || folded.contains("visibility:hidden");
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element) {
      if (depth > 0 && (isNeverShown(element) || skipped.test(element))) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (element.normalName().equals("br")) {
        line.append('\n');
      } else if (isBlock(element)) {
        flush();
        roles.push(role(element));
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && isBlock(element)) {
      flush();
      roles.pop();
    }
    return FilterResult.CONTINUE;
  }

  static boolean isBlock(Element element) {
    return element.isBlock() && !element.normalName().equals("br");
  }

  private Role role(Element element) {
    Role outer = roles.isEmpty() ? Role.PARAGRAPH : roles.peek();
    if (outer == Role.POST || outer == Role.TABLE || outer == Role.NOTE) {
      return outer;
    }
    if (isNotes(element)) {
      return Role.NOTE;
    }
    if (PostEmbed.isPost(element)) {
      return Role.POST;
    }
    return switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "summary", "dt" -> Role.HEADING;
      case "li", "dd" -> Role.LIST_ITEM;
      case "figcaption", "caption" -> Role.CAPTION;
      case "pre", "samp", "listing" -> Role.CODE;
      case "table" -> LayoutTable.isLayout(element) ? outer : Role.TABLE;
      case "p" -> isBoldQuestion(element) ? Role.HEADING : outer;
      default -> outer;
    };
  }

  /** Returns whether a paragraph is a question in bold, as between the parts of a text. */
  private static boolean isBoldQuestion(Element paragraph) {
    Element only = paragraph.childrenSize() == 1 ? paragraph.firstElementChild() : null;
    if (only == null
        || !(only.nameIs("b") || only.nameIs("strong"))
        || !paragraph.ownText().isEmpty()) {
      return false;
    }
    String text = only.text();
    return !text.isEmpty()
        && text.length() <= MAX_QUESTION_CHARS
        && SentenceTerminators.isQuestionMark(text.charAt(text.length() - 1));
  }

  private static boolean isNotes(Element element) {
    return element.attributesSize() > 0
        && (NOTES_ROLES.contains(element.attr("role"))
            || NOTES_CLASSES.stream().anyMatch(element::hasClass));
  }

  private void append(String text) {
    boolean preformatted = !roles.isEmpty() && roles.peek() == Role.CODE;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (preformatted && c != '\r') {
        line.append(c);
      } else if (!WhiteSpace.isWhiteSpace(c)) {
        line.append(c);
      } else if (!line.isEmpty() && !WhiteSpace.isWhiteSpace(line.charAt(line.length() - 1))) {
        line.append(' ');
      }
    }
  }

  private void flush() {
    if (line.isEmpty()) {
      return;
    }
    String text = Shortcodes.remove(line.toString());
    line.setLength(0);
    Role role = roles.isEmpty() ? Role.PARAGRAPH : roles.peek();
    if (role == Role.CODE && Preformatted.isProse(text)) {
      PlainText.write(text, Role.PARAGRAPH, writer);
      return;
    }
    String joined = role.prose() ? joinContinuations(text) : "";
    if (joined.indexOf('\n') >= 0) {
      PlainText.write(joined, role, writer);
    } else {
      writer.add(text, role);
    }
  }

  /** Joins lines that start in lower case to the line before, unless it ends a sentence. */
  private static String joinContinuations(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      int next = end + 1;
      boolean lower = next < text.length() && Character.isLowerCase(text.charAt(next));
      int trimmed = WhiteSpace.skipBack(text, end, start);
      boolean continues =
          lower && trimmed > start && !SentenceTerminators.endsSentence(text, start, trimmed);
      joined.append(text, start, trimmed).append(continues ? ' ' : '\n');
      start = next;
    }
    return joined.append(text, start, text.length()).toString();
  }
}
