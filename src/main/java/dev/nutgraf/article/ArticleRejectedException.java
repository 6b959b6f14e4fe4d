package dev.nutgraf.article;

import java.util.Locale;

/**
 * The file can never be summarized as it is. Retrying does not help; the message says what is
 * wrong, where, and what is accepted.
 */
public final class ArticleRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a file is rejected. */
  public enum Reason {
    /** No bytes, or nothing but white space. */
    EMPTY("empty"),
    /** More bytes than {@code MAX_ARTICLE_BYTES}, as stored or expanded. */
    TOO_LARGE("too-large"),
    /** Not text: a picture, a PDF, a program. */
    BINARY("binary"),
    /** Text in no character set that decodes it. */
    UNDECODABLE("undecodable"),
    /** A damaged gzip stream or an unknown content coding. */
    BAD_ENCODING("bad-encoding"),
    /** A document that breaks the rules of its own format, or nests too deeply. */
    MALFORMED("malformed"),
    /** JSON without any of the fields an article is known by. */
    UNKNOWN_SHAPE("unknown-shape"),
    /** Text without a sentence that could be chosen. */
    NO_SENTENCES("no-sentences"),
    /** More sentences than an article can have. */
    TOO_MANY_SENTENCES("too-many-sentences");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The stable code that metadata.json carries. */
    public String code() {
      return code;
    }
  }

  private final Reason reason;
  private final String message;

  /** A rejection for a reason, with a message for people. */
  public ArticleRejectedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
    this.message = message;
  }

  /** The rejection of an article of {@code size} bytes where {@code limit} are accepted. */
  public static ArticleRejectedException tooLarge(long size, long limit) {
    return new ArticleRejectedException(
        Reason.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "The article has %,d bytes; accepted are up to %,d, as stored and as expanded.",
            size,
            limit));
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
