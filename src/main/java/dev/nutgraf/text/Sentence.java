package dev.nutgraf.text;

import dev.nutgraf.article.Block;

/**
 * One sentence, or one piece of a block that is no prose.
 *
 * @param start first position in the article text, inclusive; never white space
 * @param end last position, exclusive; the character before it is never white space
 * @param block the block it stands in
 */
public record Sentence(int start, int end, Block block) {

  /** Whether it may be chosen for the summary. */
  public boolean candidate() {
    return block.role().prose();
  }

  /** Whether it opens its block. */
  public boolean opensBlock() {
    return start == block.start();
  }
}
