package dev.nutgraf.article;

import java.util.ArrayList;
import java.util.List;

/** Writes an extracted text block by block, with a blank line between two blocks. */
final class BlockWriter {
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();

  /** Adds a block; outer white space is dropped, and a block of nothing else with it. */
  void add(String content, Block.Role role) {
    String stripped = content.strip();
    if (stripped.isEmpty()) {
      return;
    }
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    int start = text.length();
    text.append(stripped);
    blocks.add(new Block(start, text.length(), role));
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  Extraction extraction(Facts facts, List<Warning> warnings) {
    return new Extraction(text.toString(), List.copyOf(blocks), facts, warnings);
  }
}
