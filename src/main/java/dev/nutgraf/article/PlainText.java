package dev.nutgraf.article;

import java.util.ArrayList;
import java.util.List;

/** Plain text as it stands: the article text is the decoded source itself. */
final class PlainText {
  private PlainText() {}

  static Extraction read(String text) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    for (String line : text.split("\n", -1)) {
      String stripped = line.strip();
      if (!stripped.isEmpty()) {
        int start = at + line.indexOf(stripped);
        blocks.add(new Block(start, start + stripped.length(), Block.Role.PARAGRAPH));
      }
      at += line.length() + 1;
    }
    return new Extraction(text, List.copyOf(blocks), Facts.NONE, List.of());
  }
}
