package dev.nutgraf.article.json;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.boilerplate.BlockWriter;
import dev.nutgraf.article.html.HtmlText;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder;
import dev.nutgraf.article.metadata.Json;
import dev.nutgraf.article.metadata.JsonMetadata;
import dev.nutgraf.article.plain.PlainText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads articles in JSON: a schema.org article, alone or in a {@code @graph}, or an object with
 * field names that news APIs and exports use.
 */
public final class JsonArticle {
  private static final List<String> BODY_FIELDS =
      List.of("articleBody", "body", "text", "content", "bodyText", "fullText", "story");

  /** Fields of an outer object that may contain the article. */
  private static final List<String> WRAPPERS =
      List.of(
          "@graph",
          "mainEntity",
          "article",
          "articles",
          "data",
          "document",
          "fields",
          "item",
          "items",
          "response",
          "result",
          "results");

  private JsonArticle() {}

  public static Extraction read(String text) {
    Json article = find(Json.parse(text)).orElseThrow(JsonArticle::unknownShape);
    ArticleMetadataBuilder metadata = new ArticleMetadataBuilder();
    JsonMetadata.read(article, metadata, MetadataField.Origin.JSON);
    BlockWriter writer = new BlockWriter();
    for (String part : body(article)) {
      write(part, writer);
    }
    return writer.extraction(metadata.build(), List.of());
  }

  private static ArticleRejectedException unknownShape() {
    return new ArticleRejectedException(
        Reason.UNKNOWN_SHAPE,
        "The JSON has no article text: none of the fields "
            + String.join(", ", BODY_FIELDS)
            + " has text, neither at the top level nor under "
            + String.join(", ", WRAPPERS)
            + ".");
  }

  /** Finds the first object with a body, outer objects before inner ones. */
  private static Optional<Json> find(Json root) {
    Deque<Json> queue = new ArrayDeque<>(List.of(root));
    while (!queue.isEmpty()) {
      Json value = queue.remove();
      if (value instanceof Json.Items items) {
        queue.addAll(items.values());
      } else if (!body(value).isEmpty()) {
        return Optional.of(value);
      } else {
        WRAPPERS.forEach(name -> queue.add(value.get(name)));
      }
    }
    return Optional.empty();
  }

  /** Returns the paragraphs of the first body field with text. */
  private static List<String> body(Json article) {
    for (String field : BODY_FIELDS) {
      List<String> parts = new ArrayList<>();
      for (Json part : article.get(field).items()) {
        part.text().or(() -> part.get("text").text()).ifPresent(parts::add);
      }
      if (!parts.isEmpty()) {
        return parts;
      }
    }
    return List.of();
  }

  private static void write(String part, BlockWriter writer) {
    if (isHtml(part)) {
      HtmlText.write(part, writer);
      return;
    }
    for (Block block : PlainText.read(part).blocks()) {
      writer.add(part.substring(block.start(), block.end()), block.role());
    }
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
