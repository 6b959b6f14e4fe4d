package dev.nutgraf.article.metadata;

import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import dev.nutgraf.chars.WhiteSpace;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads metadata from a JSON object (JSON-LD of a page, or a JSON article) by schema.org's property
 * names and those of news APIs and exports. Names are compared without case, hyphens and
 * underscores: {@code date_published} is {@code datePublished}.
 */
public final class JsonMetadata {
  private static final Map<Property, List<String>> FIELDS =
      Map.of(
          Property.HEADLINE,
              List.of("headline", "title", "headlines", "webtitle", "name", "subject"),
          Property.AUTHOR,
              List.of("author", "authors", "byline", "creator", "credits", "authorname", "writer"),
          Property.DATE_PUBLISHED,
              List.of(
                  "datepublished",
                  "datepublish",
                  "published",
                  "publishedat",
                  "publishedon",
                  "publisheddate",
                  "publishedtime",
                  "publishdate",
                  "publishtime",
                  "pubdate",
                  "publicationdate",
                  "webpublicationdate",
                  "firstpublishedat",
                  "firstpublishdate",
                  "firstpublicationdate",
                  "date",
                  "displaydate",
                  "datetime",
                  "postedat",
                  "postdate",
                  "dateposted",
                  "datecreated",
                  "createdat",
                  "created",
                  "timestamp"),
          Property.PUBLISHER,
              List.of(
                  "publisher",
                  "source",
                  "provider",
                  "sitename",
                  "publication",
                  "outlet",
                  "sourcename",
                  "sourcedomain",
                  "domain"),
          Property.URL,
              List.of(
                  "url",
                  "mainentityofpage",
                  "link",
                  "weburl",
                  "canonicalurl",
                  "permalink",
                  "pageurl"),
          Property.IN_LANGUAGE, List.of("inlanguage", "language", "lang", "locale"));

  /** Fields that represent an object as text, such as an author's name. */
  private static final List<String> NAMES =
      List.of(
          "name",
          "@value",
          "rendered",
          "basic",
          "main",
          "original",
          "displayName",
          "full_name",
          "title",
          "alternateName",
          "by");

  /** Fields that represent an object by its address. */
  private static final List<String> ADDRESSES = List.of("@id", "url");

  /** Levels of objects and arrays within a value. */
  private static final int MAX_DEPTH = 4;

  private JsonMetadata() {}

  /** Adds the properties of an object to the metadata of an article. */
  public static void read(
      Json article, ArticleMetadataBuilder metadata, MetadataField.Origin origin) {
    read(article, Map.of(), metadata, origin);
  }

  /**
   * Adds the properties of an object to the metadata of an article.
   *
   * @param byId objects that the values refer to by {@code @id}
   */
  public static void read(
      Json article,
      Map<String, Json> byId,
      ArticleMetadataBuilder metadata,
      MetadataField.Origin origin) {
    Map<String, Json> fields = fields(article);
    FIELDS.forEach(
        (property, names) -> {
          for (String name : names) {
            Json value = fields.getOrDefault(name, Json.Items.NONE);
            metadata.add(
                property,
                property == Property.URL ? address(value) : text(value, byId, MAX_DEPTH),
                origin);
          }
        });
  }

  /** Returns the fields of an object by their names in lower case without separators. */
  public static Map<String, Json> fields(Json object) {
    Map<String, Json> fields = new HashMap<>();
    if (object instanceof Json.Fields written) {
      written
          .values()
          .forEach(
              (name, value) ->
                  fields.putIfAbsent(
                      name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT), value));
    }
    return fields;
  }

  /** Returns a value as text: an object is represented by its name, an array joined by commas. */
  public static String text(Json value) {
    return text(value, Map.of(), MAX_DEPTH);
  }

  private static String text(Json value, Map<String, Json> byId, int depth) {
    Set<String> parts = new LinkedHashSet<>();
    for (Json part : depth == 0 ? List.<Json>of() : value.items()) {
      String text =
          part.text().map(WhiteSpace::collapse).orElseGet(() -> inner(part, byId, depth - 1));
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return String.join(", ", parts);
  }

  /** Returns the text of an object or an array within a value. */
  private static String inner(Json part, Map<String, Json> byId, int depth) {
    if (part instanceof Json.Items) {
      return text(part, byId, depth);
    }
    for (String name : NAMES) {
      String text = text(part.get(name), byId, depth);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return part.get("@id")
        .text()
        .map(byId::get)
        .map(named -> text(named, Map.of(), depth))
        .orElse("");
  }

  private static String address(Json value) {
    for (Json part : value.items()) {
      Optional<String> text = part.text();
      for (String name : ADDRESSES) {
        text = text.or(() -> part.get(name).text());
      }
      if (text.isPresent()) {
        return text.get();
      }
    }
    return "";
  }
}
