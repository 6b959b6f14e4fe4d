package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the headline off the first paragraph, where exports repeat it without a line break.
 *
 * <p>The headline must be long and a new sentence must follow it; otherwise a first sentence that
 * starts with the words of the headline would lose them.
 */
public final class RepeatedHeadline {
  private static final int MIN_HEADLINE_WIDTH = 20;

  /** Characters of the first sentences, below which the headline is part of them. */
  private static final int MIN_PROSE_CHARS = 40;

  private RepeatedHeadline() {}

  /** Returns an extraction in which a headline before the first words of prose is a heading. */
  public static Extraction cut(Extraction extraction) {
    String headline = extraction.metadata().headline().map(MetadataField::value).orElse("");
    List<Block> blocks = extraction.blocks();
    int first = 0;
    while (first < blocks.size() && !opensProse(blocks.get(first))) {
      first++;
    }
    if (first == blocks.size()
        || TextShape.width(headline, 0, headline.length()) < MIN_HEADLINE_WIDTH) {
      return extraction;
    }
    List<Block> cut = cut(extraction.text(), blocks.get(first), headline);
    if (cut.isEmpty()) {
      return extraction;
    }
    List<Block> all = new ArrayList<>(blocks.subList(0, first));
    all.addAll(cut);
    all.addAll(blocks.subList(first + 1, blocks.size()));
    return new Extraction(
        extraction.text(), List.copyOf(all), extraction.metadata(), extraction.warnings());
  }

  private static boolean opensProse(Block block) {
    return block.role().prose() || block.role() == Role.DATELINE;
  }

  /** Returns the parts of a block; none if it doesn't start with the headline. */
  private static List<Block> cut(String text, Block block, String headline) {
    int end = block.start() + headline.length();
    if (end >= block.end()
        || !text.regionMatches(true, block.start(), headline, 0, headline.length())) {
      return List.of();
    }
    int rest = WhiteSpace.skip(text, end, block.end());
    boolean dateline = block.role() == Role.DATELINE;
    boolean apart =
        rest > end
            && !Character.isLowerCase(text.charAt(rest))
            && (dateline || block.end() - rest >= MIN_PROSE_CHARS);
    if (!apart) {
      return List.of();
    }
    List<Block> parts = new ArrayList<>(List.of(new Block(block.start(), end, Role.HEADING)));
    if (dateline) {
      parts.add(new Block(rest, block.end(), Role.DATELINE));
    } else {
      parts.addAll(BoilerplateCutter.cut(text, rest, block.end(), true));
    }
    return parts;
  }
}
