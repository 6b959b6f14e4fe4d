package dev.nutgraf.article.markdown;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The block between two {@code ---} lines in front of a Markdown document. Of YAML it reads what
 * articles use: one {@code key: value} a line, quoted or not, and lists of names.
 *
 * @param fields by key in lower case; a list is joined by commas
 * @param end where the document proper begins
 */
public record FrontMatter(Map<String, String> fields, int end) {
  private static final String FENCE = "---";

  /** The front matter of a document; empty if the document does not begin with one. */
  public static Optional<FrontMatter> of(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    String key = "";
    boolean opened = false;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      String line = text.substring(at, end < 0 ? text.length() : end).stripTrailing();
      at = next;
      if (!opened) {
        if (!line.equals(FENCE)) {
          return Optional.empty();
        }
        opened = true;
      } else if (line.equals(FENCE) || line.equals("...")) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(new FrontMatter(fields, at));
      } else if (line.stripLeading().startsWith("- ") && !key.isEmpty()) {
        String item = unquote(line.stripLeading().substring(2));
        fields.merge(key, item, (had, more) -> had.isEmpty() ? more : had + ", " + more);
      } else if (!line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '#') {
        int colon = line.indexOf(':');
        if (colon <= 0) {
          return Optional.empty();
        }
        key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(key, unquote(line.substring(colon + 1)));
      }
    }
    return Optional.empty();
  }

  private static String unquote(String value) {
    String stripped = value.strip();
    if (stripped.startsWith("[") && stripped.endsWith("]")) {
      return stripped.substring(1, stripped.length() - 1).replace("\"", "").replace("'", "");
    }
    if (stripped.startsWith("\"") || stripped.startsWith("'")) {
      int close = stripped.lastIndexOf(stripped.charAt(0));
      String quoted = stripped.substring(1, Math.max(1, close));
      return quoted.replace("\\\"", "\"").replace("''", "'");
    }
    int comment = stripped.indexOf(" #");
    return comment < 0 ? stripped : stripped.substring(0, comment).strip();
  }
}
