package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;

/**
 * The brackets and straight quotation marks that are open at the current position.
 *
 * <p>The direction of a straight quotation mark shows only from counting, over the whole block.
 * Brackets count within a sentence, because an unclosed one must not affect the rest of the block.
 */
final class NestingTracker {
  /** Characters between a bracket and a terminator within which both belong to one remark. */
  private static final int MAX_REMARK = 300;

  private final SentenceContext context;
  private final String text;
  private int bracketDepth;
  private int bracketAt; // position of the outermost open bracket
  private boolean quoteOpen;

  NestingTracker(SentenceContext context) {
    this.context = context;
    this.text = context.text();
  }

  /** Forgets what is open, at the start of a block. */
  void enterBlock() {
    bracketDepth = 0;
    quoteOpen = false;
  }

  /** Forgets the open brackets, at the start of a sentence. */
  void enterSentence() {
    bracketDepth = 0;
  }

  /** Returns whether a straight double quotation mark is open. */
  boolean isQuoteOpen() {
    return quoteOpen;
  }

  /** Counts the character if it opens or closes something. */
  void track(char c, int at) {
    if (c == '(' || c == '[' || c == '（') {
      if (bracketDepth++ == 0) {
        bracketAt = at;
      }
    } else if ((c == ')' || c == ']' || c == '）') && bracketDepth > 0) {
      bracketDepth--;
    } else if (c == '"') {
      quoteOpen = !quoteOpen;
    }
  }

  /** Counts the characters from {@code from}, inclusive, to {@code to}, exclusive. */
  void trackAll(int from, int to) {
    for (int i = from; i < to; i++) {
      track(text.charAt(i), i);
    }
  }

  /**
   * Returns whether the terminator belongs to a remark in brackets within a sentence. Either the
   * bracket closes with it and the sentence continues in lower case, or it closes later.
   */
  boolean remarkContinues(int stop, int runEnd, int close, int next) {
    if (bracketDepth == 0 || close - bracketAt > MAX_REMARK) {
      return false;
    }
    for (int i = runEnd; i < close; i++) {
      if (Punctuation.onlyCloses(text.charAt(i))) {
        return Letters.isLower(text.charAt(next)) || bracketAt == stop - 1;
      }
    }
    if (bracketAt == context.begin()) {
      return false;
    }
    int limit = Math.min(context.end(), bracketAt + MAX_REMARK);
    for (int i = close; i < limit; i++) {
      if (text.charAt(i) == ')' || text.charAt(i) == ']') {
        return true;
      }
    }
    return false;
  }
}
