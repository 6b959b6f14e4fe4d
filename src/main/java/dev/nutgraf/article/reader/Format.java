package dev.nutgraf.article.reader;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.markdown.FrontMatter;
import dev.nutgraf.chars.WhiteSpace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Formats of articles, and the rules that recognize them. */
enum Format {
  PLAIN_TEXT("text/plain"),
  HTML("text/html"),
  MARKDOWN("text/markdown"),
  JSON("application/json");

  /** Elements that only a page begins with. */
  private static final List<String> PAGE_TAGS =
      List.of("!doctype", "html", "head", "body", "meta", "title", "link");

  /** Elements that a fragment of a page begins with, and a Markdown file may begin with. */
  private static final List<String> FRAGMENT_TAGS =
      List.of(
          "script",
          "style",
          "article",
          "main",
          "section",
          "header",
          "div",
          "p",
          "h1",
          "h2",
          "h3",
          "span",
          "table",
          "ul",
          "ol",
          "blockquote",
          "figure",
          "img",
          "a",
          "b",
          "i",
          "em",
          "strong",
          "center",
          "font",
          "pre");

  private static final List<String> ALL_TAGS =
      Stream.concat(PAGE_TAGS.stream(), FRAGMENT_TAGS.stream()).toList();

  /** Lines searched for signs of Markdown. */
  private static final int MAX_LINES = 40;

  /** Characters of a line searched for a link. */
  private static final int MAX_LINE_CHARS = 1000;

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * Returns the format of a document: by an unambiguous beginning, then by its declared media type,
   * its file name extension, and last by headings and links in Markdown's syntax. What begins like
   * a fragment of a page is Markdown if it is declared or named so.
   */
  static Format of(String text, ArticleFile file) {
    Optional<Format> stated =
        file.contentType().flatMap(Format::byMediaType).or(() -> byExtension(file.name()));
    boolean markdown = stated.filter(format -> format == MARKDOWN).isPresent();
    return byBeginning(text, markdown ? PAGE_TAGS : ALL_TAGS)
        .or(() -> stated)
        .orElseGet(() -> looksLikeMarkdown(text) ? MARKDOWN : PLAIN_TEXT);
  }

  private static Optional<Format> byBeginning(String text, List<String> tags) {
    int at = WhiteSpace.skip(text, 0, text.length());
    if (at == text.length()) {
      return Optional.empty();
    }
    return switch (text.charAt(at)) {
      case '{' -> followedBy(text, at + 1, "\"}") ? Optional.of(JSON) : Optional.empty();
      case '[' -> followedBy(text, at + 1, "{") ? Optional.of(JSON) : Optional.empty();
      case '<' -> beginsLikeAPage(text, at, tags) ? Optional.of(HTML) : Optional.empty();
      case '-', '+' ->
          FrontMatter.ofFences(text).isPresent() ? Optional.of(MARKDOWN) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean followedBy(String text, int from, String any) {
    int at = WhiteSpace.skip(text, from, text.length());
    return at < text.length() && any.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean beginsLikeAPage(String text, int from, List<String> tags) {
    int at = from;
    while (text.startsWith("<!--", at)) {
      int end = text.indexOf("-->", at);
      if (end < 0) {
        return true;
      }
      at = WhiteSpace.skip(text, end + 3, text.length());
    }
    if (text.startsWith("<?xml", at)) {
      return true;
    }
    for (String tag : tags) {
      int end = at + 1 + tag.length();
      if (end < text.length()
          && text.charAt(at) == '<'
          && text.regionMatches(true, at + 1, tag, 0, tag.length())
          && " \t\r\n>/".indexOf(text.charAt(end)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Format> byMediaType(String contentType) {
    int parameters = contentType.indexOf(';');
    String type =
        (parameters < 0 ? contentType : contentType.substring(0, parameters))
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/plain" -> Optional.of(PLAIN_TEXT);
      case "text/html", "application/xhtml+xml" -> Optional.of(HTML);
      case "text/markdown", "text/x-markdown" -> Optional.of(MARKDOWN);
      case "application/json", "text/json" -> Optional.of(JSON);
      default -> type.endsWith("+json") ? Optional.of(JSON) : Optional.empty();
    };
  }

  private static Optional<Format> byExtension(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (file.endsWith(".gz")) {
      file = file.substring(0, file.length() - ".gz".length());
    }
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "txt", "text" -> Optional.of(PLAIN_TEXT);
      case "html", "htm", "xhtml" -> Optional.of(HTML);
      case "md", "markdown", "mdown", "mkd", "mkdn", "mdx", "qmd", "rmd" -> Optional.of(MARKDOWN);
      case "json", "jsonld" -> Optional.of(JSON);
      default -> Optional.empty();
    };
  }

  /** Returns whether a text has a {@code #} heading and a second sign of Markdown. */
  private static boolean looksLikeMarkdown(String text) {
    int headings = 0;
    int others = 0;
    int at = 0;
    for (int line = 0; line < MAX_LINES && at < text.length(); line++) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int signs = at;
      while (signs < end && text.charAt(signs) == '#') {
        signs++;
      }
      if (signs > at && signs - at <= 6 && signs < end && text.charAt(signs) == ' ') {
        headings++;
      } else if (text.startsWith("```", at)
          || text.startsWith("- ", at)
          || text.startsWith("> ", at)
          || text.substring(at, Math.min(end, at + MAX_LINE_CHARS)).contains("](http")) {
        others++;
      }
      at = end + 1;
    }
    return headings > 1 || (headings > 0 && others > 0);
  }
}
