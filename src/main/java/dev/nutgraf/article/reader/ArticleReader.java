package dev.nutgraf.article.reader;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.Warning;
import dev.nutgraf.article.boilerplate.RepeatedHeadline;
import dev.nutgraf.article.decoding.Charsets;
import dev.nutgraf.article.decoding.Gzip;
import dev.nutgraf.article.decoding.QuotedText;
import dev.nutgraf.article.html.HtmlArticle;
import dev.nutgraf.article.json.JsonArticle;
import dev.nutgraf.article.markdown.MarkdownArticle;
import dev.nutgraf.article.plain.PlainText;
import dev.nutgraf.chars.Sanitizer;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads an {@link Article} from the bytes of a file: expands gzip, decodes the character set,
 * recognizes the format and extracts the text. Thread-safe; it does no I/O, also where a document
 * refers to other resources.
 */
public final class ArticleReader {
  /** Two, because some tools compress on upload what is compressed already. */
  private static final int MAX_GZIP_LAYERS = 2;

  /**
   * Characters of the longest document that isn't plain text. A tree of HTML takes up to 40 bytes
   * per character, when elements are as short as possible; and the text of such a document is part
   * of its metadata.json, where Jackson and others read strings of up to 20 million characters.
   */
  static final int MAX_MARKUP_CHARS = 10_000_000;

  /**
   * Marks in the longest Markdown: line breaks and the punctuation of ASCII. Its tree has about one
   * node for each, of up to 300 bytes. Prose has three or four in a hundred characters.
   */
  static final int MAX_MARKDOWN_MARKS = 500_000;

  private static final char DELETE = 0x7F;

  private final long maxBytes;

  /**
   * Creates a reader that rejects files of more than {@code maxBytes} bytes, stored or expanded.
   */
  public ArticleReader(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Reads an article.
   *
   * @throws ArticleRejectedException if the file can't be read as an article, now or on a retry
   */
  public Article read(ArticleFile file) {
    if (file.bytes().length > maxBytes) {
      throw ArticleRejectedException.tooLarge(file.bytes().length, maxBytes);
    }
    List<Warning> warnings = new ArrayList<>();
    byte[] bytes = expand(file, warnings);
    Charsets.Decoded decoded =
        Charsets.decode(bytes, file.contentType().flatMap(ArticleReader::charset));
    warnings.addAll(decoded.warnings());
    String text = Sanitizer.sanitize(decoded.text());
    if (isBlank(text)) {
      throw new ArticleRejectedException(Reason.EMPTY, "The file contains no text.");
    }
    ForeignFormat.reject(text, file);
    Format format = Format.of(text, file);
    if (format != Format.PLAIN_TEXT) {
      checkSize(format, "characters", text.length(), MAX_MARKUP_CHARS);
    }
    if (format == Format.MARKDOWN) {
      checkSize(format, "line breaks and punctuation marks", marks(text), MAX_MARKDOWN_MARKS);
    }
    Extraction extraction =
        RepeatedHeadline.cut(
            switch (format) {
              case PLAIN_TEXT -> PlainText.read(text);
              case HTML -> HtmlArticle.read(text);
              case MARKDOWN -> MarkdownArticle.read(text);
              case JSON -> JsonArticle.read(text);
            });
    if (isBlank(extraction.text())) {
      throw new ArticleRejectedException(
          Reason.EMPTY, "The file is " + format.mediaType() + " and contains no text.");
    }
    warnings.addAll(extraction.warnings());
    boolean extracted = !extraction.text().equals(decoded.text());
    if (extracted && extraction.text().length() > MAX_MARKUP_CHARS) {
      extracted = false;
      warnings.add(
          new Warning(
              "text-omitted",
              "The article text, the file with its control characters replaced, isn't in this"
                  + " document, because it is too long."));
    }
    return new Article(
        extraction.text(),
        extracted,
        decoded.charset(),
        format.mediaType(),
        extraction.metadata(),
        extraction.blocks(),
        warnings);
  }

  private static void checkSize(Format format, String unit, int size, int limit) {
    if (size > limit) {
      throw new ArticleRejectedException(
          Reason.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "The file is %s and has %,d %s; at most %,d are accepted, more only of plain text.",
              format.mediaType(),
              size,
              unit,
              limit));
    }
  }

  private static int marks(String text) {
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      marks += c == '\n' || (c > ' ' && c < DELETE && !Character.isLetterOrDigit(c)) ? 1 : 0;
    }
    return marks;
  }

  private byte[] expand(ArticleFile file, List<Warning> warnings) {
    boolean declared = declaresGzip(file.contentEncoding().orElse(""));
    byte[] bytes = file.bytes();
    if (declared && bytes.length > 0 && !Gzip.recognizes(bytes)) {
      warnings.add(
          new Warning(
              "not-gzip", "The content encoding is gzip, but the file isn't in gzip format."));
    }
    for (int layer = 0; layer < MAX_GZIP_LAYERS && Gzip.recognizes(bytes); layer++) {
      bytes = Gzip.expand(bytes, maxBytes);
    }
    return bytes;
  }

  private static boolean declaresGzip(String contentEncoding) {
    boolean gzip = false;
    for (String coding : contentEncoding.split(",", -1)) {
      switch (coding.strip().toLowerCase(Locale.ROOT)) {
        case "", "identity", "aws-chunked" -> {}
        case "gzip", "x-gzip" -> gzip = true;
        default ->
            throw new ArticleRejectedException(
                Reason.BAD_ENCODING,
                "The content encoding "
                    + QuotedText.of(coding.strip())
                    + " isn't supported; gzip and identity are.");
      }
    }
    return gzip;
  }

  /** Returns the charset parameter of a media type. */
  private static Optional<String> charset(String contentType) {
    for (String parameter : contentType.split(";", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
        String value = parameter.substring(equals + 1).replace('"', ' ').replace('\'', ' ').strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!WhiteSpace.isWhiteSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
