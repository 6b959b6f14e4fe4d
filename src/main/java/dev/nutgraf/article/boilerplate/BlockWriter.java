package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.Warning;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an extracted text block by block, with a blank line between two of them. What the source
 * marks as prose is cut further by its wording ({@link Boilerplate}).
 */
public final class BlockWriter {
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private boolean opening = true;

  /** Adds a block; outer white space is dropped, and a block of nothing else with it. */
  public void add(String content, Role role) {
    int first = WhiteSpace.skip(content, 0, content.length());
    int last = WhiteSpace.skipBack(content, content.length(), first);
    if (first == last) {
      return;
    }
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    int offset = text.length() - first;
    text.append(content, first, last);
    if (!role.prose()) {
      blocks.add(new Block(offset + first, offset + last, role));
      return;
    }
    for (Block block : Boilerplate.cut(content, first, last, opening)) {
      Role cut = block.role() == Role.PARAGRAPH ? role : block.role();
      blocks.add(new Block(offset + block.start(), offset + block.end(), cut));
      opening &= !cut.prose();
    }
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  public Extraction extraction(ArticleMetadata metadata, List<Warning> warnings) {
    return new Extraction(text.toString(), List.copyOf(blocks), metadata, warnings);
  }
}
