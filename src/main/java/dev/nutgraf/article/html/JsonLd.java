package dev.nutgraf.article.html;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.metadata.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The articles in the JSON-LD scripts of a page, and all objects by their {@code @id}. Scripts in
 * CDATA sections or comments, with escaped quotation marks or with what {@link Json#parseLeniently}
 * accepts are read; others are skipped, because broken JSON-LD is common and optional.
 *
 * @param articles objects with a type of article, in the order of the page
 * @param byId objects by {@code @id}
 */
record JsonLd(List<Json> articles, Map<String, Json> byId) {
  /** Suffixes of schema.org's article types; no other type has them. */
  private static final List<String> ARTICLE_TYPES = List.of("Article", "BlogPosting", "Report");

  static JsonLd of(Document page) {
    JsonLd found = new JsonLd(new ArrayList<>(), new HashMap<>());
    for (Element script : page.select("script[type*=ld+json]")) {
      found.add(parse(script.data()));
    }
    return found;
  }

  private static Json parse(String data) {
    int from = 0;
    while (from < data.length() && !startsValue(data, from)) {
      from++;
    }
    String value = data.substring(from);
    try {
      return Json.parseLeniently(
          value.startsWith("{&quot;") || value.startsWith("[{&quot;")
              ? Parser.unescapeEntities(value, false)
              : value);
    } catch (ArticleRejectedException notJson) {
      return Json.Items.NONE;
    }
  }

  /** Returns whether a JSON value starts there, which {@code [CDATA[} doesn't. */
  private static boolean startsValue(String data, int at) {
    char c = data.charAt(at);
    return c == '{'
        || (c == '[' && !data.startsWith("[CDATA[", at) && !data.startsWith("[CDATA[", at - 6));
  }

  private void add(Json root) {
    Deque<Json> queue = new ArrayDeque<>(List.of(root));
    while (!queue.isEmpty()) {
      Json value = queue.remove();
      if (value instanceof Json.Items items) {
        queue.addAll(items.values());
        continue;
      }
      value.get("@id").text().ifPresent(id -> byId.merge(id, value, JsonLd::larger));
      if (isArticle(value)) {
        articles.add(value);
      } else {
        queue.add(value.get("@graph"));
        queue.add(value.get("mainEntity"));
      }
    }
  }

  /** Returns the object with more fields; references have only an {@code @id}. */
  private static Json larger(Json one, Json other) {
    return size(other) > size(one) ? other : one;
  }

  private static int size(Json value) {
    return value instanceof Json.Fields fields ? fields.values().size() : 0;
  }

  private static boolean isArticle(Json value) {
    return value.get("@type").items().stream()
        .flatMap(type -> type.text().stream())
        .anyMatch(type -> ARTICLE_TYPES.stream().anyMatch(type::endsWith));
  }
}
