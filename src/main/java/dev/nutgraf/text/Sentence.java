package dev.nutgraf.text;

import dev.nutgraf.article.Block;

/**
 * A sentence, or a piece of a block that isn't prose.
 *
 * @param start position in the text of the article, inclusive; never white space
 * @param end position in the text, exclusive; the character before is never white space
 * @param block the block around it; a caption within a paragraph has one of its own
 */
public record Sentence(int start, int end, Block block) {
  /**
   * Characters of the longest sentence that may be chosen. The longest real one of 244,187 in the
   * news articles of the development data has 1,805, so the limit leaves room for any writer. It
   * keeps a file without terminators, such as a dump of words, from becoming its own summary.
   */
  public static final int MAX_CHARS = 10_000;

  /** Returns whether the sentence may be chosen for the summary: it is prose and not too long. */
  public boolean isCandidate() {
    return block.role().prose() && end - start <= MAX_CHARS;
  }

  /** Returns whether it is the first of its block. */
  public boolean opensBlock() {
    return start == block.start();
  }
}
