package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.chars.Letters;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the notes and references that end a text.
 *
 * <p>Notes start with {@code ^}, {@code ↑}, {@code [1]} or a raised digit. References are list
 * items under a heading of one or two words, each with a year in brackets: {@code (2021)}. Both
 * have only blocks that aren't prose below them, and prose above.
 */
public final class EndNotes {
  private static final int MAX_HEADING_WORDS = 2;
  private static final int YEAR_DIGITS = 4;
  private static final String FIRST_NOTE = "[1]";

  private final String text;
  private final List<Block> blocks;

  private EndNotes(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
  }

  /** Returns blocks with the role of notes for those that end the text. */
  public static List<Block> apply(String text, List<Block> blocks) {
    int notes = start(text, blocks);
    List<Block> applied = new ArrayList<>(blocks.subList(0, notes));
    for (Block block : blocks.subList(notes, blocks.size())) {
      Role role = block.role().prose() ? Role.NOTE : block.role();
      applied.add(new Block(block.start(), block.end(), role));
    }
    return applied;
  }

  /** Returns the index of the first note; the number of blocks if the text has none. */
  static int start(String text, List<Block> blocks) {
    return new EndNotes(text, blocks).start();
  }

  private int start() {
    int notes = blocks.size();
    int references = blocks.size();
    boolean first = false;
    for (int i = blocks.size() - 1; i > 0; i--) {
      Block block = blocks.get(i);
      if (!block.role().prose()) {
        if (references == i + 1 && references < blocks.size() && isShortHeading(block)) {
          return references;
        }
        continue;
      }
      int at = block.start();
      char mark = text.charAt(at);
      boolean note = mark == '^' || mark == '↑' || isRaisedDigit(mark) || isNumber(at);
      if (note) {
        notes = i;
        first |= mark == '^' || mark == '↑' || mark == '¹' || text.startsWith(FIRST_NOTE, at);
      } else if (block.role() == Role.LIST_ITEM && hasYear(block)) {
        references = i;
      } else {
        break;
      }
    }
    return first ? notes : blocks.size();
  }

  private static boolean isRaisedDigit(char c) {
    return c == '¹' || c == '²' || c == '³' || (c >= '\u2074' && c <= '\u2079');
  }

  /** Returns whether a number in square brackets stands there. */
  private boolean isNumber(int at) {
    int i = at + 1;
    while (i < text.length() && Letters.isDigit(text.charAt(i))) {
      i++;
    }
    return text.charAt(at) == '[' && i > at + 1 && i < text.length() && text.charAt(i) == ']';
  }

  private boolean isShortHeading(Block block) {
    return (block.role() == Role.HEADING || TextShape.isHeading(text, block))
        && TextShape.words(text, block.start(), block.end()) <= MAX_HEADING_WORDS;
  }

  /** Returns whether the block has a year in brackets. */
  private boolean hasYear(Block block) {
    for (int at = block.start(); at + YEAR_DIGITS + 1 < block.end(); at++) {
      if (text.charAt(at) == '(') {
        int i = at + 1;
        while (i < block.end() && Letters.isDigit(text.charAt(i))) {
          i++;
        }
        if (i == at + 1 + YEAR_DIGITS && i < block.end() && text.charAt(i) == ')') {
          return true;
        }
      }
    }
    return false;
  }
}
