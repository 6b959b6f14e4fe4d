package dev.nutgraf.article;

import java.util.List;

/**
 * An article: text, blocks and metadata.
 *
 * <p>Positions are indexes into {@link #text} in UTF-16 code units; only the output documents count
 * in Unicode code points.
 *
 * @param text the article text: for plain text the decoded source with its byte order mark removed,
 *     its line ends untouched and its control characters replaced, for other formats the extracted
 *     text
 * @param extracted whether {@code text} differs from the decoded source and belongs in documents
 * @param charset IANA name of the character set that decoded the bytes
 * @param mediaType media type of the recognized format, such as {@code text/html}
 * @param metadata headline, author, dates and so on; unknown properties are absent
 * @param blocks in text order, without overlap; they cover all text except white space
 * @param warnings deviations that a user of the summary should know
 */
public record Article(
    String text,
    boolean extracted,
    String charset,
    String mediaType,
    ArticleMetadata metadata,
    List<Block> blocks,
    List<Warning> warnings) {

  /**
   * Sentences, and so blocks, of the largest article: what the smallest function has memory for. A
   * 50 MB article of prose has fewer.
   */
  public static final int MAX_SENTENCES = 500_000;

  /** Copies the lists. */
  public Article {
    blocks = List.copyOf(blocks);
    warnings = List.copyOf(warnings);
  }
}
