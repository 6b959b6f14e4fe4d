package dev.nutgraf.local.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The files that the page consists of. All are UTF-8 and served as bytes with that charset: a
 * server encodes text without a charset as ISO-8859-1, in which an ellipsis becomes a question
 * mark.
 */
final class PageFiles {
  private static final String DOCUMENT = "index.html";
  private static final List<String> OTHERS =
      List.of(
          "favicon.svg",
          "dropzone.css",
          "articles.js",
          "buckets.js",
          "card.js",
          "composer.js",
          "copy.js",
          "deletion.js",
          "dom.js",
          "format.js",
          "list.js",
          "main.js",
          "reader.js",
          "server.js",
          "settings.js",
          "uploads.js");

  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /**
   * Reads all files.
   *
   * @param variables values of the names that stand in braces in the document
   */
  PageFiles(Map<String, String> variables) {
    String document = new String(resource(DOCUMENT), StandardCharsets.UTF_8);
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      document = document.replace("{{" + variable.getKey() + "}}", variable.getValue());
    }
    files.put(DOCUMENT, document.getBytes(StandardCharsets.UTF_8));
    for (String name : OTHERS) {
      files.put(name, resource(name));
    }
  }

  /** Serves each file under its name, the document under the empty path. */
  void addTo(RoutesConfig routes) {
    files.forEach(
        (name, content) -> {
          String type = CONTENT_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
          routes.get(
              name.equals(DOCUMENT) ? "/" : "/" + name,
              request -> request.contentType(type).result(content));
        });
  }

  private static byte[] resource(String name) {
    try (InputStream resource =
        Objects.requireNonNull(PageFiles.class.getResourceAsStream(name), name)) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
