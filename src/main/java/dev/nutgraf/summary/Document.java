package dev.nutgraf.summary;

/**
 * One output of an article.
 *
 * @param kind which output it is
 * @param bytes its content, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Document(Kind kind, byte[] bytes) {

  /** The outputs an article can have, in the order they are written: metadata.json comes last. */
  public enum Kind {
    /** The chosen sentences, one a line. */
    SUMMARY(".summary.txt", "text/plain; charset=utf-8"),
    /** The article with the chosen sentences marked, for people; only where it is asked for. */
    PAGE(".summary.html", "text/html; charset=utf-8"),
    /** The metadata document; its presence means that all is there. */
    METADATA(".metadata.json", "application/json");

    private final String suffix;
    private final String contentType;

    Kind(String suffix, String contentType) {
      this.suffix = suffix;
      this.contentType = contentType;
    }

    /** What is appended to the article's key. */
    public String suffix() {
      return suffix;
    }

    /** The media type it is stored with. */
    public String contentType() {
      return contentType;
    }
  }
}
