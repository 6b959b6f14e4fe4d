package dev.nutgraf.article.json;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.boilerplate.BlockWriter;
import dev.nutgraf.article.html.HtmlArticle;
import dev.nutgraf.article.html.HtmlText;
import dev.nutgraf.article.html.Shortcodes;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder;
import dev.nutgraf.article.metadata.Json;
import dev.nutgraf.article.metadata.JsonMetadata;
import dev.nutgraf.article.metadata.MetadataText;
import dev.nutgraf.article.plain.PlainText;
import dev.nutgraf.chars.SentenceTerminators;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Reads articles in JSON: a schema.org article, alone or in a {@code @graph}, or an object with
 * field names that news APIs and exports use.
 */
public final class JsonArticle {
  /** Names of the fields of the text, as {@link JsonMetadata#fields} writes them. */
  private static final List<String> BODY_FIELDS =
      List.of(
          "articlebody",
          "body",
          "maintext",
          "text",
          "content",
          "contentelements",
          "contenthtml",
          "contenttext",
          "bodytext",
          "bodyhtml",
          "fulltext",
          "story",
          "articletext",
          "textcontent",
          "cleanedtext",
          "liveblogupdate",
          "blocks",
          "root",
          "plaintext",
          "html");

  /** Fields of an outer object that may contain the article. */
  private static final List<String> WRAPPERS =
      List.of(
          "@graph",
          "mainEntity",
          "article",
          "articles",
          "content",
          "data",
          "document",
          "fields",
          "item",
          "items",
          "objects",
          "post",
          "posts",
          "response",
          "result",
          "results");

  /** Fields of a part of the text; elements of a page builder, updates of a live blog. */
  private static final List<String> PART_FIELDS =
      List.of("text", "content", "rendered", "articleBody", "bodyHtml", "html", "value");

  /** Fields of the parts within a part, in the rich text of editors. */
  private static final List<String> CHILD_FIELDS =
      List.of("children", "content", "content_elements", "items", "root", "data");

  /** Fields that state what a part is, in the order in which they are read. */
  private static final List<String> TYPE_FIELDS = List.of("type", "nodeType", "_type", "style");

  /** Types of parts that aren't prose, in the formats of publishing systems. */
  private static final Set<String> OTHER_PARTS =
      Set.of(
          "image",
          "video",
          "audio",
          "gallery",
          "oembed_response",
          "raw_html",
          "custom_embed",
          "embed",
          "interstitial_link",
          "link_list",
          "reference",
          "table",
          "code",
          "codeblock",
          "code_block",
          "embedded-asset-block",
          "embedded-entry-block",
          "ad",
          "divider");

  private static final Set<String> HEADINGS =
      Set.of("header", "heading", "h1", "h2", "h3", "h4", "h5", "h6");

  /** Parts of a line in rich text; other parts with a text are paragraphs. */
  private static final Set<String> INLINE =
      Set.of("text", "span", "link", "hyperlink", "a", "mention", "hardbreak", "linebreak");

  /** Characters in which a page shows that it is one. */
  private static final int PAGE_START = 100;

  /** Levels of wrappers around an article. */
  private static final int MAX_OUTER = 8;

  /** A paragraph or a whole text, and whether it is a heading. */
  private record Part(String text, boolean heading) {}

  /** An object with a text, and the objects around it up to the next array. */
  private record Found(Json article, List<Json> outer) {}

  private JsonArticle() {}

  public static Extraction read(String text) {
    Json root = Json.parse(text);
    if (root.items().stream().filter(item -> !body(item).isEmpty()).count() > 1) {
      throw new ArticleRejectedException(
          Reason.SEVERAL_ARTICLES,
          "The JSON is an array of several articles; store each as a file of its own.");
    }
    Found found = find(root).orElseThrow(JsonArticle::unknownShape);
    ArticleMetadataBuilder metadata = new ArticleMetadataBuilder();
    Map<String, Json> byId = byId(root);
    JsonMetadata.read(found.article(), byId, metadata, MetadataField.Origin.JSON);
    for (Json outer : found.outer()) {
      JsonMetadata.read(outer, byId, metadata, MetadataField.Origin.JSON);
    }
    BlockWriter writer = new BlockWriter();
    for (Part part : body(found.article())) {
      if (part.heading()) {
        writer.add(MetadataText.plain(part.text()), Block.Role.HEADING);
      } else {
        write(withoutCut(part.text()), writer);
      }
    }
    return writer.extraction(metadata.build(), List.of());
  }

  private static ArticleRejectedException unknownShape() {
    return new ArticleRejectedException(
        Reason.UNKNOWN_SHAPE,
        "The JSON has no article text: none of the fields articleBody, "
            + String.join(", ", BODY_FIELDS.subList(1, BODY_FIELDS.size()))
            + " has text, neither at the top level nor under "
            + String.join(", ", WRAPPERS)
            + ".");
  }

  /** Returns the objects of a graph by the {@code @id} that others refer to. */
  private static Map<String, Json> byId(Json root) {
    Map<String, Json> byId = new HashMap<>();
    for (Json value : root.get("@graph").items()) {
      value.get("@id").text().ifPresent(id -> byId.putIfAbsent(id, value));
    }
    return byId;
  }

  /** Finds the first object with a body, outer objects before inner ones. */
  private static Optional<Found> find(Json root) {
    Deque<Found> queue = new ArrayDeque<>(List.of(new Found(root, List.of())));
    while (!queue.isEmpty()) {
      Found found = queue.remove();
      Json value = found.article();
      if (value instanceof Json.Items items) {
        items.values().forEach(item -> queue.add(new Found(item, List.of())));
      } else if (!body(value).isEmpty()) {
        return Optional.of(found);
      } else if (found.outer().size() < MAX_OUTER) {
        List<Json> outer = new ArrayList<>(List.of(value));
        outer.addAll(found.outer());
        for (String name : WRAPPERS) {
          Json inner = value.get(name);
          if (inner != Json.Items.NONE) {
            queue.add(new Found(inner, outer));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the paragraphs of the first body field with text. */
  private static List<Part> body(Json article) {
    Map<String, Json> fields = JsonMetadata.fields(article);
    for (String field : BODY_FIELDS) {
      List<Part> parts = new ArrayList<>();
      addParts(fields.getOrDefault(field, Json.Items.NONE), false, parts);
      if (!parts.isEmpty()) {
        return parts;
      }
    }
    return List.of();
  }

  /**
   * Adds the paragraphs of a value: a text, an array of parts, or the tree of an editor (Portable
   * Text, ProseMirror, Slate, Lexical, Contentful, Editor.js), whose parts contain parts. The
   * recursion ends at the depth that {@link Json} accepts.
   */
  private static void addParts(Json value, boolean inTree, List<Part> parts) {
    for (Json part : value.items()) {
      String type = typeOf(part);
      if (OTHER_PARTS.contains(type)) {
        continue;
      }
      boolean heading = isHeading(type);
      Optional<String> text = part.text();
      for (String name : PART_FIELDS) {
        text = text.or(() -> part.get(name).text());
      }
      if (text.isPresent()) {
        parts.add(new Part(text.get(), heading));
      } else if ((inTree || isNode(part)) && !isTitled(part)) {
        Json children = children(part);
        if (children.items().stream().anyMatch(JsonArticle::isInline)) {
          StringBuilder line = new StringBuilder();
          addLine(children, line);
          parts.add(new Part(line.toString(), heading));
        } else {
          addParts(children, true, parts);
        }
      }
    }
  }

  /** Adds the texts of a line, which may be white space between two links. */
  private static void addLine(Json children, StringBuilder line) {
    for (Json child : children.items()) {
      if (leaf(child) instanceof Json.Text text) {
        line.append(text.value());
      } else {
        addLine(children(child), line);
      }
    }
  }

  private static Json leaf(Json part) {
    Json text = part.get("text");
    return text instanceof Json.Text ? text : part.get("value");
  }

  private static boolean isInline(Json part) {
    String type = typeOf(part);
    return leaf(part) instanceof Json.Text && (type.isEmpty() || INLINE.contains(type));
  }

  private static boolean isNode(Json part) {
    return TYPE_FIELDS.stream().anyMatch(name -> part.get(name).text().isPresent())
        || part.get("root") != Json.Items.NONE;
  }

  private static boolean isTitled(Json part) {
    return part.get("title").text().isPresent() || part.get("headline").text().isPresent();
  }

  private static String typeOf(Json part) {
    for (String name : TYPE_FIELDS) {
      Optional<String> type = part.get(name).text();
      if (type.isPresent() && !type.get().equals("block")) {
        return type.get().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** Returns whether a type is that of a heading: {@code h2}, {@code heading-2}. */
  private static boolean isHeading(String type) {
    int dash = type.indexOf('-');
    return HEADINGS.contains(dash < 0 ? type : type.substring(0, dash));
  }

  private static Json children(Json part) {
    for (String name : CHILD_FIELDS) {
      Json children = part.get(name);
      if (children != Json.Items.NONE && !(children instanceof Json.Text)) {
        return children;
      }
    }
    return Json.Items.NONE;
  }

  /** Drops the note that a news API cut the text, with the sentence that it cut. */
  private static String withoutCut(String text) {
    int note = text.lastIndexOf("[+");
    if (note < 0 || !text.stripTrailing().endsWith(" chars]")) {
      return text;
    }
    int end = note;
    while (end > 0 && " .…".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (end > 0 && !SentenceTerminators.isTerminator(text.charAt(end - 1))) {
      end--;
    }
    return end == 0 ? text.substring(0, note) : text.substring(0, end);
  }

  /** Decodes a text whose tags or characters are escaped as in HTML. */
  private static String unescaped(String text) {
    boolean escaped =
        text.contains("&lt;/") || text.contains("&lt;p&gt;") || text.contains("&lt;br");
    return !isHtml(text) && (escaped || MetadataText.hasEntity(text))
        ? Parser.unescapeEntities(text, false)
        : text;
  }

  private static void write(String written, BlockWriter writer) {
    String part = Shortcodes.remove(unescaped(written));
    if (isPage(part)) {
      Extraction page = HtmlArticle.read(part);
      for (Block block : page.blocks()) {
        writer.add(page.text().substring(block.start(), block.end()), block.role());
      }
      return;
    }
    if (isHtml(part)) {
      HtmlText.write(part, writer);
      return;
    }
    PlainText.write(part, Block.Role.PARAGRAPH, writer);
  }

  /** Returns whether a body is a page, as crawlers store it. */
  private static boolean isPage(String text) {
    String start = text.substring(0, Math.min(text.length(), PAGE_START)).stripLeading();
    String lower = start.toLowerCase(Locale.ROOT);
    return lower.startsWith("<!doctype html") || lower.startsWith("<html");
  }

  /** Returns whether a body is HTML: it has an end tag, or a paragraph or line break tag. */
  private static boolean isHtml(String text) {
    int end = -1;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (end < at) {
        end = text.indexOf('>', at);
        if (end < 0) {
          return false;
        }
      }
      if (at + 2 < text.length()
          && text.charAt(at + 1) == '/'
          && Character.isLetter(text.charAt(at + 2))) {
        return true;
      }
      String tag = text.substring(at + 1, Math.min(end, at + 5)).toLowerCase(Locale.ROOT);
      if (tag.equals("p") || tag.equals("br") || tag.equals("br/") || tag.equals("br /")) {
        return true;
      }
    }
    return false;
  }
}
