package dev.nutgraf.article.metadata;

import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import dev.nutgraf.chars.WhiteSpace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads metadata from a JSON object (JSON-LD of a page, or a JSON article) by schema.org's property
 * names and those of news APIs.
 */
public final class JsonMetadata {
  private static final Map<Property, List<String>> FIELDS =
      Map.of(
          Property.HEADLINE, List.of("headline", "title", "name"),
          Property.AUTHOR, List.of("author", "authors", "byline", "creator"),
          Property.DATE_PUBLISHED,
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
          Property.PUBLISHER, List.of("publisher", "source", "provider", "siteName"),
          Property.URL, List.of("url", "mainEntityOfPage", "link", "webUrl"),
          Property.IN_LANGUAGE, List.of("inLanguage", "language", "lang"));

  /** Fields that represent an object as text, such as an author's name. */
  private static final List<String> NAMES =
      List.of("name", "@value", "alternateName", "@id", "url");

  private JsonMetadata() {}

  /** Adds the properties of an object to the metadata of an article. */
  public static void read(
      Json article, ArticleMetadataBuilder metadata, MetadataField.Origin origin) {
    FIELDS.forEach(
        (property, names) -> {
          for (String name : names) {
            metadata.add(property, text(article.get(name)), origin);
          }
        });
  }

  /** Returns a value as text: an object is represented by its name, an array joined by commas. */
  public static String text(Json value) {
    Set<String> parts = new LinkedHashSet<>();
    for (Json part : value.items()) {
      Optional<String> text = part.text();
      for (String name : NAMES) {
        text = text.or(() -> part.get(name).text());
      }
      text.map(WhiteSpace::collapse).ifPresent(parts::add);
    }
    return String.join(", ", parts);
  }
}
