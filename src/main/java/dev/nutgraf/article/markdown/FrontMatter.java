package dev.nutgraf.article.markdown;

import dev.nutgraf.article.Warning;
import dev.nutgraf.article.metadata.HeaderLines;
import dev.nutgraf.article.metadata.Json;
import dev.nutgraf.article.metadata.JsonMetadata;
import dev.nutgraf.chars.WhiteSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata at the start of a Markdown document: YAML between two {@code ---} lines, TOML
 * between two {@code +++} lines (Hugo, Zola), the {@code %} lines of Pandoc (title, authors, date),
 * or the header lines of MultiMarkdown.
 *
 * @param fields by key in lower case; an empty value is absent, a list is joined by commas, and an
 *     object is represented by its name
 * @param end index of the first character after the closing line
 * @param warnings whether front matter couldn't be read
 */
public record FrontMatter(Map<String, String> fields, int end, List<Warning> warnings) {
  private static final String YAML_FENCE = "---";
  private static final String TOML_FENCE = "+++";

  /** YAML's mark for the end of a document, which Pandoc accepts as the closing line. */
  private static final String DOCUMENT_END = "...";

  /** Opens each line of a title block. */
  private static final String TITLE_BLOCK = "% ";

  private static final List<String> TITLE_BLOCK_FIELDS =
      List.of(HeaderLines.TITLE, HeaderLines.AUTHOR, HeaderLines.DATE);

  /** Bounds the time that a long text between two rules takes; real front matter is far shorter. */
  private static final int MAX_CHARS = 1 << 16;

  private record Fenced(String source, int end) {}

  /** Returns front matter between fences, which makes any file Markdown. */
  public static Optional<FrontMatter> ofFences(String text) {
    if (text.startsWith(YAML_FENCE)) {
      return fenced(text, YAML_FENCE).flatMap(FrontMatter::yaml);
    }
    return text.startsWith(TOML_FENCE)
        ? fenced(text, TOML_FENCE).flatMap(FrontMatter::toml)
        : Optional.empty();
  }

  /** Returns the front matter of a document; empty if the document doesn't begin with any. */
  static Optional<FrontMatter> of(String text) {
    return ofFences(text)
        .or(() -> titleBlock(text))
        .or(
            () ->
                HeaderLines.of(text, 0)
                    .map(lines -> new FrontMatter(lines.fields(), lines.end(), List.of())));
  }

  private static Optional<Fenced> fenced(String text, String fence) {
    int start = 0;
    int limit = Math.min(text.length(), MAX_CHARS);
    for (int at = 0; at < limit; ) {
      int newline = text.indexOf('\n', at);
      int lineEnd = newline < 0 ? text.length() : newline;
      int next = Math.min(lineEnd + 1, text.length());
      String line = text.substring(at, Math.min(lineEnd, limit)).stripTrailing();
      if (start == 0) {
        if (!line.equals(fence)) {
          return Optional.empty();
        }
        start = next;
      } else if (line.equals(fence) || (line.equals(DOCUMENT_END) && fence.equals(YAML_FENCE))) {
        return Optional.of(new Fenced(text.substring(start, at), next));
      }
      at = lineEnd + 1;
    }
    return Optional.empty();
  }

  private static Optional<FrontMatter> yaml(Fenced yaml) {
    if (yaml.source.indexOf(':') < 0) {
      return Optional.empty(); // a text between two rules; the YAML library needn't be loaded
    }
    Map<String, String> fields = Yaml.parse(yaml.source).map(FrontMatter::texts).orElse(Map.of());
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new FrontMatter(fields, yaml.end, List.of()));
  }

  /** Returns TOML's values; invalid TOML is skipped, since nothing else has these fences. */
  private static Optional<FrontMatter> toml(Fenced toml) {
    if (toml.source.indexOf('=') < 0) {
      return Optional.empty();
    }
    Optional<Json.Fields> parsed = Toml.parse(toml.source);
    List<Warning> warnings =
        parsed.isPresent()
            ? List.of()
            : List.of(
                new Warning(
                    "bad-front-matter",
                    "The front matter between +++ lines is invalid TOML and was skipped."));
    return Optional.of(
        new FrontMatter(parsed.map(FrontMatter::texts).orElse(Map.of()), toml.end, warnings));
  }

  private static Map<String, String> texts(Json.Fields parsed) {
    Map<String, String> fields = new LinkedHashMap<>();
    parsed
        .values()
        .forEach(
            (key, value) ->
                fields.putIfAbsent(key.strip().toLowerCase(Locale.ROOT), JsonMetadata.text(value)));
    return fields;
  }

  private static Optional<FrontMatter> titleBlock(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    int at = 0;
    for (String field : TITLE_BLOCK_FIELDS) {
      if (!text.startsWith("%", at)) {
        break;
      }
      StringBuilder value = new StringBuilder();
      do { // a line that starts with a space continues the one before
        int newline = text.indexOf('\n', at);
        int end = newline < 0 ? text.length() : newline;
        value.append(text, at + 1, end).append(' ');
        at = Math.min(end + 1, text.length());
      } while (text.startsWith(" ", at) && at < MAX_CHARS);
      fields.put(field, WhiteSpace.collapse(value.toString()));
    }
    return text.startsWith(TITLE_BLOCK)
        ? Optional.of(new FrontMatter(fields, at, List.of()))
        : Optional.empty();
  }
}
