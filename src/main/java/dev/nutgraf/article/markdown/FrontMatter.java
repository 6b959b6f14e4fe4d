package dev.nutgraf.article.markdown;

import dev.nutgraf.article.metadata.JsonMetadata;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The YAML between two {@code ---} lines at the start of a Markdown document.
 *
 * @param fields by key in lower case; an empty value is absent, a list is joined by commas, and an
 *     object is represented by its name
 * @param end index of the first character after the closing line
 */
public record FrontMatter(Map<String, String> fields, int end) {
  private static final String FENCE = "---";

  /** YAML's mark for the end of a document, which Pandoc accepts as the closing line. */
  private static final String DOCUMENT_END = "...";

  /** Bounds the time that a long text between two rules takes; real front matter is far shorter. */
  private static final int MAX_CHARS = 1 << 16;

  /** Returns the front matter of a document; empty if the document doesn't begin with any. */
  public static Optional<FrontMatter> of(String text) {
    if (!text.startsWith(FENCE)) {
      return Optional.empty();
    }
    int start = 0;
    int limit = Math.min(text.length(), MAX_CHARS);
    for (int at = 0; at < limit; ) {
      int newline = text.indexOf('\n', at);
      int lineEnd = newline < 0 ? text.length() : newline;
      int next = Math.min(lineEnd + 1, text.length());
      String line = text.substring(at, Math.min(lineEnd, limit)).stripTrailing();
      if (start == 0) {
        if (!line.equals(FENCE)) {
          return Optional.empty();
        }
        start = next;
      } else if (line.equals(FENCE) || line.equals(DOCUMENT_END)) {
        return of(text.substring(start, at), next);
      }
      at = lineEnd + 1;
    }
    return Optional.empty();
  }

  private static Optional<FrontMatter> of(String yaml, int end) {
    if (yaml.indexOf(':') < 0) {
      return Optional.empty(); // a text between two rules; the YAML library needn't be loaded
    }
    Map<String, String> fields = new LinkedHashMap<>();
    Yaml.parse(yaml)
        .ifPresent(
            parsed ->
                parsed
                    .values()
                    .forEach(
                        (key, value) ->
                            fields.putIfAbsent(
                                key.strip().toLowerCase(Locale.ROOT), JsonMetadata.text(value))));
    return fields.isEmpty() ? Optional.empty() : Optional.of(new FrontMatter(fields, end));
  }
}
