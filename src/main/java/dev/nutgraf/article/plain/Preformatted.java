package dev.nutgraf.article.plain;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.boilerplate.TextShape;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;

/**
 * Tells prose from program code and tables of characters in preformatted text, which mail archives
 * and court records use for prose.
 *
 * <p>Most of prose stands in paragraphs that end as sentences do and are longer than a line of
 * code, and marks of programming languages are rare in it.
 */
public final class Preformatted {
  /** Shorter paragraphs prove nothing. */
  private static final int MIN_PARAGRAPH_CHARS = 60;

  private static final String CODE_MARKS = "{}[]=<>_;|\\*&#$^~+/";

  /** Characters for each mark of code, at least; code has a mark in every ten or so. */
  private static final int MIN_CHARS_PER_MARK = 40;

  private Preformatted() {}

  /** Returns whether most of a text is prose. */
  public static boolean isProse(String text) {
    int chars = 0;
    int marks = 0;
    for (int at = 0; at < text.length(); at++) {
      chars += WhiteSpace.isWhiteSpace(text.charAt(at)) ? 0 : 1;
      marks += CODE_MARKS.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
    }
    if (marks * MIN_CHARS_PER_MARK > chars) {
      return false;
    }
    int prose = 0;
    for (Block block : PlainText.blocks(text)) {
      int start = block.start();
      int end = block.end();
      if (block.role().prose()
          && TextShape.width(text, start, end) >= MIN_PARAGRAPH_CHARS
          && SentenceTerminators.endsSentence(text, start, end)) {
        prose += end - start;
      }
    }
    return prose * 2 > text.strip().length();
  }
}
