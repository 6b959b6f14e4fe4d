package dev.nutgraf.article;

/**
 * A stretch of the article text that plays one part: a paragraph, a heading, a caption. No sentence
 * crosses the border of a block.
 *
 * @param start first position, inclusive
 * @param end last position, exclusive; greater than {@code start}
 * @param role the part it plays
 */
public record Block(int start, int end, Role role) {

  /** The parts a block can play in an article. Only prose is a candidate for the summary. */
  public enum Role {
    /** Running text. */
    PARAGRAPH(true),
    /** An item of a list within the running text. */
    LIST_ITEM(true),
    /** Headline or sub-heading. */
    HEADING(false),
    /** A short label above a headline. */
    KICKER(false),
    /** Who wrote it. */
    BYLINE(false),
    /** When it was published. */
    DATE(false),
    /** Place and agency that open a report: {@code LONDON (Reuters) -}. */
    DATELINE(false),
    /** The words under a picture. */
    CAPTION(false),
    /** Whose picture it is. */
    CREDIT(false),
    /** A quoted post of a social network, with its signature. */
    POST(false),
    /** Links to other pages, share bars, "read more". */
    NAVIGATION(false),
    /** A bare address. */
    ADDRESS(false),
    /** Program code or preformatted text. */
    CODE(false),
    /** A table cell or row. */
    TABLE(false);

    private final boolean prose;

    Role(boolean prose) {
      this.prose = prose;
    }

    /** Whether sentences of such a block may be chosen for the summary. */
    public boolean prose() {
      return prose;
    }
  }
}
