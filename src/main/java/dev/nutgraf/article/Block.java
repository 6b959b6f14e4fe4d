package dev.nutgraf.article;

/**
 * A range of the article text with one role, such as a paragraph, a heading or a caption. No
 * sentence crosses the border of a block.
 *
 * @param start first position, inclusive
 * @param end last position, exclusive; greater than {@code start}
 * @param role its role in the article
 */
public record Block(int start, int end, Role role) {

  /** Roles of blocks. Only sentences of prose are candidates for the summary. */
  public enum Role {
    /** Running text. */
    PARAGRAPH(true),
    /** An item of a list within the running text. */
    LIST_ITEM(true),
    /** Headline or sub-heading. */
    HEADING(false),
    /** A short label above a headline. */
    KICKER(false),
    /** Names of the authors. */
    BYLINE(false),
    /** Date of publication or update. */
    DATE(false),
    /** Place and agency that open a report: {@code LONDON (Reuters) -}. */
    DATELINE(false),
    /** Text under a picture. */
    CAPTION(false),
    /** Copyright holder of a picture. */
    CREDIT(false),
    /** Embedded post of a social network, with its signature. */
    POST(false),
    /** Links to other pages, share bars, "read more". */
    NAVIGATION(false),
    /** A few words that aren't a sentence, such as an ingredient in a list. */
    FRAGMENT(false),
    /** Notes below the text, header lines, quoted mail and signatures. */
    NOTE(false),
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

    /** Returns whether sentences of the block are candidates for the summary. */
    public boolean prose() {
      return prose;
    }
  }
}
