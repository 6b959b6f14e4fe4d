package dev.nutgraf.article;

import java.util.List;

/**
 * An article: its text, the blocks the text falls into, and the metadata it states about itself.
 *
 * <p>Every position in Nutgraf is an index into {@link #text}, in UTF-16 units as Java counts them;
 * the documents convert them to Unicode code points on the way out.
 *
 * @param text the article text: for plain text the decoded source with its byte order mark removed
 *     and its line ends untouched, for other formats the extracted text
 * @param extracted whether {@code text} differs from the decoded source
 * @param charset the IANA name of the character set the bytes were decoded with
 * @param mediaType the format that was recognized, such as {@code text/html}
 * @param metadata headline, author, dates and so on, as far as they are known
 * @param blocks in text order, without overlap; together they cover all text outside white space
 * @param warnings what a reader of the summary should know about the reading
 */
public record Article(
    String text,
    boolean extracted,
    String charset,
    String mediaType,
    ArticleMetadata metadata,
    List<Block> blocks,
    List<Warning> warnings) {

  /** Copies the lists. */
  public Article {
    blocks = List.copyOf(blocks);
    warnings = List.copyOf(warnings);
  }
}
