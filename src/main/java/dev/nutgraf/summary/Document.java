package dev.nutgraf.summary;

/**
 * Content of one of an article's outputs.
 *
 * @param kind the output that it is for
 * @param bytes the content in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Document(Kind kind, byte[] bytes) {

  /** Outputs of an article, in the order in which they are written: metadata.json comes last. */
  public enum Kind {
    /** The chosen sentences, one per line. */
    SUMMARY(".summary.txt", "text/plain; charset=utf-8"),
    /** A page that shows the article with the chosen sentences marked; off by default. */
    PAGE(".summary.html", "text/html; charset=utf-8"),
    /** The metadata document; if it is present, so are the others. */
    METADATA(".metadata.json", "application/json");

    private final String suffix;
    private final String contentType;

    Kind(String suffix, String contentType) {
      this.suffix = suffix;
      this.contentType = contentType;
    }

    /** Returns what is appended to the article's key. */
    public String suffix() {
      return suffix;
    }

    /** Returns the media type that the output is stored with. */
    public String contentType() {
      return contentType;
    }
  }
}
