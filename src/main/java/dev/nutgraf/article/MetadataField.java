package dev.nutgraf.article;

/**
 * A value of a metadata property and its origin in the source.
 *
 * @param value the value, never blank
 * @param origin the part of the source that declares it
 */
public record MetadataField(String value, Origin origin) {

  /** Parts of a source that declare metadata, most trusted first. */
  public enum Origin {
    /** A JSON-LD block in the page. */
    JSON_LD("json-ld"),
    /** A meta, time, title or html element of the page. */
    META("meta"),
    /** A field of a JSON article. */
    JSON("json"),
    /** The front matter of a Markdown file. */
    FRONT_MATTER("front-matter"),
    /** The first line of the text. */
    FIRST_LINE("first-line"),
    /** The running text. */
    TEXT("text");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /** Returns the name in metadata.json. */
    public String label() {
      return label;
    }
  }
}
