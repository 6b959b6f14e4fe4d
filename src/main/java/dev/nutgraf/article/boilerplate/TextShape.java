package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds headings, kickers, captions, signatures and fragments by shape and position, for every
 * format.
 *
 * <p>A short line without a terminator is a heading. If the same line occurs twice it is a caption,
 * which exports repeat with the picture's alternative text; in capitals before the headline it is a
 * kicker; at the end of the text, if it is a name, the byline. The first line is also a headline if
 * it ends in a question or exclamation mark and most of its words are capitalized. A list item of a
 * few words without a terminator is a fragment; longer ones are often sentences.
 *
 * <p>Shape is weak evidence. If less text remains as sentences than became headings, the writer
 * doesn't use full stops (poems, chats, subtitles), and all of it stays prose.
 *
 * <p>The limits are those of headlines in public sets of news articles.
 */
public final class TextShape {
  private static final int MAX_HEADING_WIDTH = 110;
  private static final int MAX_HEADING_WORDS = 18;

  /** A longer line that ends in a colon is a sentence that introduces the next. */
  private static final int MAX_LABEL_WORDS = 5;

  private static final int MAX_FRAGMENT_WIDTH = 50;
  private static final int MAX_FRAGMENT_WORDS = 6;

  private static final int MAX_HEADLINE_CHARS = 160;
  private static final int MIN_HEADLINE_WORDS = 3;
  private static final double MIN_CAPITALIZED_SHARE = 0.75;

  private static final int MAX_NAME_CHARS = 40;
  private static final int MIN_NAME_WORDS = 2;
  private static final int MAX_NAME_WORDS = 5;

  /** A Han, kana or Hangul character says as much as two or three letters. */
  private static final int WIDE = 3;

  private final String text;
  private final List<Block> blocks;

  private TextShape(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
  }

  /** Returns blocks with the roles that shape and position give to paragraphs. */
  public static List<Block> apply(String text, List<Block> blocks) {
    return new TextShape(text, blocks).apply();
  }

  private List<Block> apply() {
    Set<String> repeated = repeatedLines();
    List<Block> shaped = new ArrayList<>(blocks.size());
    long prose = 0;
    long demoted = 0;
    boolean opening = true;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Role role = block.role();
      if (isHeading(text, block)) {
        role = repeated.contains(content(block)) ? Role.CAPTION : headingRole(i, opening);
        demoted += opening && role == Role.HEADING ? 0 : block.end() - block.start();
      } else if (role == Role.PARAGRAPH && opening && isHeadline(i)) {
        role = Role.HEADING;
      } else if (role == Role.LIST_ITEM && isFragment(text, block)) {
        role = Role.FRAGMENT;
        opening = false;
      } else if (role == Role.LIST_ITEM && isTitleItem(i)) {
        role = Role.HEADING;
        demoted += block.end() - block.start();
      } else if (role.prose()) {
        prose += isSentence(block) ? block.end() - block.start() : 0;
        opening = false;
      }
      opening &= role != Role.HEADING;
      shaped.add(new Block(block.start(), block.end(), role));
    }
    boolean withoutStops = prose < demoted || prose == 0;
    boolean hasProse = blocks.stream().anyMatch(block -> block.role().prose());
    return List.copyOf(withoutStops && hasProse ? blocks : shaped);
  }

  private Set<String> repeatedLines() {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Block block : blocks) {
      if (isHeading(text, block) && !seen.add(content(block))) {
        repeated.add(content(block));
      }
    }
    return repeated;
  }

  private Role headingRole(int index, boolean opening) {
    Block block = blocks.get(index);
    boolean last = index == blocks.size() - 1;
    if (last && index > 1 && isSignedName(block)) {
      return Role.BYLINE;
    }
    boolean kicker =
        opening
            && !last
            && isInCapitals(block)
            && blocks.get(index + 1).role() == Role.PARAGRAPH
            && (isHeading(text, blocks.get(index + 1)) || isHeadline(index + 1));
    return kicker ? Role.KICKER : Role.HEADING;
  }

  /** Returns whether a block ends as sentences do, or is longer than any heading. */
  private boolean isSentence(Block block) {
    return block.end() - block.start() > MAX_HEADLINE_CHARS
        || SentenceTerminators.endsSentence(text, block.start(), block.end())
        || hasWideStop(text, block.start(), block.end());
  }

  /** Returns whether a short range has a Chinese or Japanese full stop, as no heading has. */
  private static boolean hasWideStop(String text, int start, int end) {
    return text.substring(start, end).indexOf('。') >= 0;
  }

  private String content(Block block) {
    return text.substring(block.start(), block.end());
  }

  private boolean isInCapitals(Block block) {
    boolean capitals = false;
    for (int i = block.start(); i < block.end(); i++) {
      if (Letters.isLower(text.charAt(i))) {
        return false;
      }
      capitals |= Character.isUpperCase(text.charAt(i));
    }
    return capitals && block.end() - block.start() <= MAX_NAME_CHARS;
  }

  private boolean isSignedName(Block block) {
    int words = 0;
    for (int i = block.start(); i < block.end(); i++) {
      char c = text.charAt(i);
      boolean first = i == block.start() || WhiteSpace.isWhiteSpace(text.charAt(i - 1));
      if (Character.isDigit(c) || (first && Letters.isLower(c))) {
        return false;
      }
      words += first && Character.isUpperCase(c) ? 1 : 0;
    }
    return words >= MIN_NAME_WORDS
        && words <= MAX_NAME_WORDS
        && block.end() - block.start() <= MAX_NAME_CHARS;
  }

  /** Returns whether a paragraph has the shape of a heading: one short line, no terminator. */
  public static boolean isHeading(String text, Block block) {
    if (block.role() != Role.PARAGRAPH) {
      return false;
    }
    if (isNumbered(text, block)) {
      return true;
    }
    int start = block.start();
    int end = block.end();
    char last = text.charAt(SentenceTerminators.lastBeforeClosers(text, start, end));
    int maxWidth = endsWithoutTerminator(last) ? MAX_FRAGMENT_WIDTH : MAX_HEADING_WIDTH;
    if (!isShort(text, block, maxWidth)) {
      return false;
    }
    int words = words(text, start, end);
    boolean introduces = last == ',' || ((last == ':' || last == '：') && words > MAX_LABEL_WORDS);
    return words <= MAX_HEADING_WORDS && !introduces && !hasWideStop(text, start, end);
  }

  /** Returns whether a block is a line with the number of a section: {@code 1.2 Who Owns It?}. */
  private static boolean isNumbered(String text, Block block) {
    int end = block.end();
    int at = block.start();
    int numbers = 0;
    while (at < end && Character.isDigit(text.charAt(at))) {
      while (at < end && Character.isDigit(text.charAt(at))) {
        at++;
      }
      numbers++;
      at += at < end && text.charAt(at) == '.' ? 1 : 0;
    }
    int title = WhiteSpace.skip(text, at, end);
    return numbers > 1
        && title > at
        && Character.isUpperCase(text.charAt(title))
        && isTitle(text, block);
  }

  /** Returns whether a block is a short line that may have a mark, but no full stop at its end. */
  private static boolean isTitle(String text, Block block) {
    return block.end() - block.start() <= MAX_HEADING_WIDTH
        && text.charAt(block.end() - 1) != '.'
        && !isWrapped(text, block);
  }

  /** Returns whether a numbered item stands alone above a paragraph, whose title it is. */
  private boolean isTitleItem(int index) {
    Block block = blocks.get(index);
    boolean alone = index == 0 || blocks.get(index - 1).role() != Role.LIST_ITEM;
    return alone
        && index + 1 < blocks.size()
        && blocks.get(index + 1).role() == Role.PARAGRAPH
        && Character.isDigit(text.charAt(block.start()))
        && isTitle(text, block);
  }

  /** Returns whether a letter is Thai or Lao, whose sentences end without a mark. */
  private static boolean endsWithoutTerminator(char last) {
    return last >= 0x0E00 && last <= 0x0EFF;
  }

  /** Returns whether a list item isn't a sentence: a few words on one line, no terminator. */
  private static boolean isFragment(String text, Block block) {
    return isShort(text, block, MAX_FRAGMENT_WIDTH)
        && words(text, block.start(), block.end()) <= MAX_FRAGMENT_WORDS;
  }

  /** Returns whether a block without a terminator is one line up to a width, or a few words. */
  private static boolean isShort(String text, Block block, int maxWidth) {
    int start = block.start();
    int end = block.end();
    return end - start <= maxWidth
        && width(text, start, end) <= (isWrapped(text, block) ? MAX_FRAGMENT_WIDTH : maxWidth)
        && !SentenceTerminators.endsSentence(text, start, end);
  }

  /** Returns the number of words, which is that of white space characters plus one. */
  public static int words(String text, int start, int end) {
    int words = 1;
    for (int i = start; i < end; i++) {
      words += WhiteSpace.isWhiteSpace(text.charAt(i)) ? 1 : 0;
    }
    return words;
  }

  /** Returns the number of characters, where a Han, kana or Hangul character counts threefold. */
  public static int width(String text, int start, int end) {
    int width = 0;
    for (int i = start; i < end; i++) {
      width += isWide(text.charAt(i)) ? WIDE : 1;
    }
    return width;
  }

  private static boolean isWide(char c) {
    return c >= 0x1100
        && (c <= 0x11FF || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF));
  }

  private static boolean isWrapped(String text, Block block) {
    for (int i = block.start(); i < block.end(); i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a first paragraph is capitalized like a headline, although it has a mark. */
  private boolean isHeadline(int index) {
    Block block = blocks.get(index);
    if (index + 1 >= blocks.size()
        || block.role() != Role.PARAGRAPH
        || block.end() - block.start() > MAX_HEADLINE_CHARS
        || isWrapped(text, block)
        || text.charAt(block.end() - 1) == '.') {
      return false;
    }
    int words = 0;
    int capitals = 0;
    for (int i = block.start(); i < block.end(); i++) {
      boolean first = i == block.start() || WhiteSpace.isWhiteSpace(text.charAt(i - 1));
      if (first && Character.isLetter(text.charAt(i))) {
        words++;
        capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      }
      if (text.charAt(i) == '.' && i + 1 < block.end() && text.charAt(i + 1) == ' ') {
        return false;
      }
    }
    return words >= MIN_HEADLINE_WORDS && capitals >= MIN_CAPITALIZED_SHARE * words;
  }
}
