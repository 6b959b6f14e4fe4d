package dev.nutgraf.article;

/**
 * One stated fact and where it was found.
 *
 * @param value the fact, never blank
 * @param origin where in the source it stands
 */
public record MetadataField(String value, Origin origin) {

  /** Where a fact was found, most trusted first. */
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

    /** The origin as metadata.json names it. */
    public String label() {
      return label;
    }
  }
}
