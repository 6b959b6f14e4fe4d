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
  /** Characters of the longest sentence that a reader would take for one. */
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
