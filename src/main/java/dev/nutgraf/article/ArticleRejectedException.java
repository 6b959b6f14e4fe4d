package dev.nutgraf.article;

import java.util.Locale;

/**
 * Thrown when a file can't be summarized, now or on a retry. The message says what is wrong, where,
 * and what is accepted instead.
 */
public final class ArticleRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Reasons for a rejection. */
  public enum Reason {
    /** No bytes, or only white space. */
    EMPTY("empty"),
    /** More bytes than {@code MAX_ARTICLE_BYTES}, as stored or expanded. */
    TOO_LARGE("too-large"),
    /** Not text: a picture, a PDF, a program. */
    BINARY("binary"),
    /** Bytes that no character set decodes. */
    UNDECODABLE("undecodable"),
    /** A damaged gzip stream or an unknown content coding. */
    BAD_ENCODING("bad-encoding"),
    /** A document that breaks the rules of its own format, or nests too deeply. */
    MALFORMED("malformed"),
    /** JSON without a field of article text. */
    UNKNOWN_SHAPE("unknown-shape"),
    /** A JSON array of several articles. */
    SEVERAL_ARTICLES("several-articles"),
    /** A feed or a sitemap: RSS, Atom. */
    FEED("feed"),
    /** Subtitles: SubRip, WebVTT. */
    SUBTITLES("subtitles"),
    /** Rows of a table: CSV, TSV. */
    TABLE("table"),
    /** A mail message or a web archive with its parts: EML, mbox, MHTML. */
    MAIL("mail"),
    /** Text in a format that isn't read: NewsML, NITF, a calendar. */
    UNSUPPORTED_FORMAT("unsupported-format"),
    /** Text without a sentence to choose. */
    NO_SENTENCES("no-sentences"),
    /** More sentences, lines or words than the smallest function has memory for. */
    TOO_MANY_SENTENCES("too-many-sentences");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** Returns the code in metadata.json, which never changes. */
    public String code() {
      return code;
    }
  }

  private final Reason reason;
  private final String message;

  /** Creates an exception with a message for users. */
  public ArticleRejectedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
    this.message = message;
  }

  /**
   * Creates an exception for an article of {@code size} bytes, of which {@code limit} are accepted.
   */
  public static ArticleRejectedException tooLarge(long size, long limit) {
    return new ArticleRejectedException(
        Reason.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "The article has %,d bytes; at most %,d are accepted, as stored and as expanded.",
            size,
            limit));
  }

  /** Creates an exception for an article with more than {@code limit} sentences, lines or words. */
  public static ArticleRejectedException tooMany(String what, int limit) {
    return new ArticleRejectedException(
        Reason.TOO_MANY_SENTENCES,
        String.format(Locale.ROOT, "The article has more than the accepted %,d %s.", limit, what));
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** Returns the reason. */
  public Reason reason() {
    return reason;
  }
}
