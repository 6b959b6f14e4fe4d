package dev.nutgraf.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nutgraf.article.ArticleRejected.Reason;
import dev.nutgraf.article.FactsBuilder.Matter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An article in JSON: a schema.org article, alone or in a {@code @graph}, or an object with the
 * field names that news APIs and exports use.
 */
final class JsonArticle {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_NUMBER_LENGTH = 1000;

  private static final List<String> BODY_FIELDS =
      List.of("articleBody", "body", "text", "content", "bodyText", "fullText", "story");

  /** Where an article may stand within another object. */
  private static final List<String> WRAPPERS =
      List.of(
          "@graph",
          "article",
          "articles",
          "data",
          "item",
          "items",
          "results",
          "mainEntity",
          "document",
          "response",
          "fields");

  private static final Map<Matter, List<String>> FIELDS =
      Map.of(
          Matter.HEADLINE, List.of("headline", "title", "name"),
          Matter.AUTHOR, List.of("author", "authors", "byline", "creator"),
          Matter.DATE_PUBLISHED,
              List.of(
                  "datePublished",
                  "published",
                  "date",
                  "publishedAt",
                  "published_at",
                  "publishDate",
                  "pubDate",
                  "webPublicationDate",
                  "dateCreated"),
          Matter.PUBLISHER, List.of("publisher", "source", "provider", "siteName"),
          Matter.URL, List.of("url", "mainEntityOfPage", "link", "webUrl", "@id"),
          Matter.IN_LANGUAGE, List.of("inLanguage", "language", "lang"));

  /** What stands for an object where a text is wanted, such as an author's name. */
  private static final List<String> NAMES = List.of("name", "title", "@id", "url", "@value");

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxStringLength(Integer.MAX_VALUE) // the file's own limit holds
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonArticle() {}

  static Extraction read(String text) {
    JsonNode article = article(parse(text)).orElseThrow(JsonArticle::unknownShape);
    FactsBuilder facts = new FactsBuilder();
    state(article, facts, Fact.Origin.JSON);
    BlockWriter writer = new BlockWriter();
    write(body(article), writer);
    return writer.extraction(facts.build(), List.of());
  }

  /** Notes what an object states of an article, in schema.org's terms or those of news APIs. */
  static void state(JsonNode article, FactsBuilder facts, Fact.Origin origin) {
    FIELDS.forEach(
        (matter, names) -> {
          for (String name : names) {
            facts.add(matter, plain(article.path(name)), origin);
          }
        });
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new ArticleRejected(
          Reason.MALFORMED,
          "The JSON is not valid"
              + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
              + ": "
              + firstLine(e.getOriginalMessage()));
    }
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static ArticleRejected unknownShape() {
    return new ArticleRejected(
        Reason.UNKNOWN_SHAPE,
        "The JSON has no article text; looked for a field "
            + String.join(", ", BODY_FIELDS)
            + " in the object itself and under "
            + String.join(", ", WRAPPERS)
            + ".");
  }

  /** The first object with a body, outer before inner. */
  private static Optional<JsonNode> article(JsonNode root) {
    Deque<JsonNode> queue = new ArrayDeque<>(List.of(root));
    while (!queue.isEmpty()) {
      JsonNode node = queue.remove();
      if (node.isArray()) {
        node.forEach(queue::add);
      } else if (node.isObject()) {
        if (!body(node).isEmpty()) {
          return Optional.of(node);
        }
        WRAPPERS.forEach(name -> queue.add(node.path(name)));
      }
    }
    return Optional.empty();
  }

  /** The paragraphs of the first body field that holds text. */
  private static List<String> body(JsonNode article) {
    for (String field : BODY_FIELDS) {
      List<String> parts = new ArrayList<>();
      JsonNode body = article.path(field);
      for (JsonNode part : body.isArray() ? body : List.of(body)) {
        JsonNode value = part.isObject() ? part.path("text") : part;
        if (value.isTextual() && !value.textValue().isBlank()) {
          parts.add(value.textValue());
        }
      }
      if (!parts.isEmpty()) {
        return parts;
      }
    }
    return List.of();
  }

  private static void write(List<String> parts, BlockWriter writer) {
    for (String part : parts) {
      if (isHtml(part)) {
        HtmlText.write(part, writer);
      } else {
        Extraction plain = PlainText.read(part);
        for (Block block : plain.blocks()) {
          writer.add(part.substring(block.start(), block.end()), block.role());
        }
      }
    }
  }

  /** Whether a body is HTML: it has a closing tag, or one that stands alone. */
  private static boolean isHtml(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      int end = text.indexOf('>', at);
      if (end < 0) {
        return false;
      }
      if (text.startsWith("</", at) || text.startsWith("/>", end - 1)) {
        return true;
      }
      String name = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
      if (name.equals("p") || name.equals("br") || name.equals("hr")) {
        return true;
      }
    }
    return false;
  }

  /** A field as text: a string itself, an object by its name, an array joined by commas. */
  private static String plain(JsonNode node) {
    if (node.isValueNode()) {
      return node.isNull() ? "" : node.asText();
    }
    if (node.isObject()) {
      for (String name : NAMES) {
        if (node.path(name).isTextual()) {
          return node.path(name).textValue();
        }
      }
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode part : node) {
      String text = part.isArray() ? "" : plain(part);
      if (!text.isEmpty() && !parts.contains(text)) {
        parts.add(text);
      }
    }
    return String.join(", ", parts);
  }
}
