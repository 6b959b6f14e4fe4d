package dev.nutgraf.article.html;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import dev.nutgraf.article.metadata.Json;
import dev.nutgraf.article.metadata.JsonMetadata;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the metadata of a page: from JSON-LD, then from meta elements (Open Graph, Dublin Core and
 * names of publishing systems), then from elements such as {@code title}, {@code time} and {@code
 * link}. The first source that has a valid value for a property wins.
 */
final class HtmlMetadata {
  private static final Map<Property, List<String>> META_NAMES =
      Map.of(
          Property.HEADLINE,
          List.of("og:title", "twitter:title", "dc.title", "parsely-title"),
          Property.AUTHOR,
          List.of(
              "author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"),
          Property.DATE_PUBLISHED,
          List.of(
              "article:published_time",
              "datepublished",
              "date",
              "pubdate",
              "publishdate",
              "publish-date",
              "dc.date.issued",
              "dc.date",
              "parsely-pub-date",
              "sailthru.date",
              "og:pubdate",
              "article.published"),
          Property.PUBLISHER,
          List.of("og:site_name", "application-name", "dc.publisher"),
          Property.URL,
          List.of("og:url"),
          Property.IN_LANGUAGE,
          List.of("content-language", "og:locale"));

  /** Suffixes of schema.org's article types; no other type has them. */
  private static final List<String> ARTICLE_TYPES = List.of("Article", "BlogPosting", "Report");

  /** Separators between a title and the name of the site. */
  private static final List<String> SEPARATORS =
      List.of(" | ", " - ", " – ", " — ", " :: ", " » ", " · ");

  /** With fewer words before the separator, the separator is part of the title. */
  private static final int MIN_TITLE_WORDS = 3;

  private final Document page;
  private final ArticleMetadataBuilder metadata = new ArticleMetadataBuilder();

  private HtmlMetadata(Document page) {
    this.page = page;
  }

  static ArticleMetadata of(Document page) {
    HtmlMetadata found = new HtmlMetadata(page);
    found.readJsonLd();
    found.readMeta();
    found.readElements();
    return found.metadata.build();
  }

  private void readJsonLd() {
    for (Element script : page.select("script[type=application/ld+json]")) {
      Deque<Json> queue = new ArrayDeque<>();
      try {
        queue.add(Json.parse(script.data()));
      } catch (ArticleRejectedException notJson) {
        continue; // Broken JSON-LD is common and optional.
      }
      while (!queue.isEmpty()) {
        Json value = queue.remove();
        if (value instanceof Json.Items items) {
          queue.addAll(items.values());
        } else if (isArticle(value)) {
          JsonMetadata.read(value, metadata, MetadataField.Origin.JSON_LD);
        } else {
          queue.add(value.get("@graph"));
          queue.add(value.get("mainEntity"));
        }
      }
    }
  }

  private static boolean isArticle(Json value) {
    return value.get("@type").items().stream()
        .flatMap(type -> type.text().stream())
        .anyMatch(type -> ARTICLE_TYPES.stream().anyMatch(type::endsWith));
  }

  private void readMeta() {
    Map<String, String> contents = new HashMap<>();
    for (Element meta : page.select("meta[content]")) {
      for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
        contents.putIfAbsent(meta.attr(key).toLowerCase(Locale.ROOT), meta.attr("content"));
      }
    }
    META_NAMES.forEach(
        (property, names) -> {
          for (String name : names) {
            state(property, contents.getOrDefault(name, ""));
          }
        });
  }

  private void readElements() {
    state(Property.HEADLINE, withoutSiteName(WhiteSpace.collapse(page.title())));
    state(Property.HEADLINE, textOf("h1"));
    state(Property.AUTHOR, textOf("[itemprop=author] [itemprop=name]"));
    state(Property.AUTHOR, textOf("[itemprop=author], a[rel=author]"));
    state(Property.DATE_PUBLISHED, attributeOf("time[itemprop=datePublished]", "datetime"));
    state(Property.DATE_PUBLISHED, attributeOf("time[pubdate]", "datetime"));
    state(Property.DATE_PUBLISHED, attributeOf("time[datetime]", "datetime"));
    state(Property.URL, attributeOf("link[rel=canonical]", "href"));
    state(Property.IN_LANGUAGE, attributeOf("html", "lang"));
    state(Property.IN_LANGUAGE, attributeOf("html", "xml:lang"));
  }

  private void state(Property property, String value) {
    metadata.add(property, value, MetadataField.Origin.META);
  }

  private String textOf(String selector) {
    Element element = page.selectFirst(selector);
    return element == null ? "" : element.text();
  }

  private String attributeOf(String selector, String attribute) {
    Element element = page.selectFirst(selector);
    return element == null ? "" : element.attr(attribute);
  }

  /** Cuts a title at its last separator, if enough words remain. */
  private static String withoutSiteName(String title) {
    int end = -1;
    for (String separator : SEPARATORS) {
      end = Math.max(end, title.lastIndexOf(separator));
    }
    if (end < 0 || title.substring(0, end).split(" ", -1).length < MIN_TITLE_WORDS) {
      return title;
    }
    return title.substring(0, end);
  }
}
