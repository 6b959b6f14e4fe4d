package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.UnicodeBlocks;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;

/** Decides whether a terminator without white space after it ends a sentence. */
final class GluedSentenceRules {
  private final SentenceContext context;
  private final String text;
  private final Lexicon lexicon;

  GluedSentenceRules(SentenceContext context) {
    this.context = context;
    this.text = context.text();
    this.lexicon = context.lexicon();
  }

  /**
   * The kind of a terminator that no white space follows: {@code year.Charlie}. Addresses and file
   * names never have a boundary there.
   */
  BoundaryKind kind(int stop, int runEnd, int close, int word) {
    char follows = text.charAt(close);
    char mark = text.charAt(stop);
    if (!Letters.isLetter(follows) || !inPlainWord(stop)) {
      return BoundaryKind.NEVER;
    }
    boolean capitalized =
        Letters.isUpper(follows)
            && close + 1 < context.end()
            && Letters.isLower(text.charAt(close + 1));
    if (capitalized && (mark == '?' || mark == '!') && endsPlainWord(stop, close == runEnd)) {
      return BoundaryKind.ALWAYS;
    }
    if (mark != '.' || runEnd - stop > 1) {
      return UnicodeBlocks.isArmenian(follows) ? BoundaryKind.NEVER : BoundaryKind.GLUED;
    }
    if (close > runEnd) {
      return Letters.isUpper(follows) ? BoundaryKind.ALWAYS : BoundaryKind.NEVER;
    }
    if (!Letters.isUpper(follows) || close + 1 >= context.end() || word == stop) {
      return BoundaryKind.NEVER;
    }
    char before = text.charAt(stop - 1);
    boolean ends = Letters.isDigit(before) || (Letters.isLower(before) && stop - word > 1);
    boolean starts = Letters.isLower(text.charAt(close + 1)) || text.charAt(close + 1) == ' ';
    return ends && starts && (lexicon.kinds(text, word, stop) & Lexicon.TITLE) == 0
        ? BoundaryKind.ALWAYS
        : BoundaryKind.NEVER;
  }

  /**
   * Returns whether a word in lower case ends before the mark, which isn't part of a name then.
   *
   * @param nameable whether a name may continue after the mark: {@code Yahoo!Mail}
   */
  private boolean endsPlainWord(int stop, boolean nameable) {
    char start = text.charAt(context.wordStart(stop));
    return stop > context.begin()
        && Letters.isLower(text.charAt(stop - 1))
        && (text.charAt(stop) == '?' || !nameable || Letters.isLower(start));
  }

  /** Returns whether the characters around, up to white space, have no sign of an address. */
  private boolean inPlainWord(int at) {
    int from = at;
    while (from > context.begin()
        && at - from < SentenceContext.REACH
        && !WhiteSpace.isWhiteSpace(text.charAt(from - 1))) {
      from--;
    }
    int limit = Math.min(context.end(), at + SentenceContext.REACH);
    for (int i = from; i < limit && !WhiteSpace.isWhiteSpace(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '/' || c == '_' || c == '\\' || c == '=') {
        return false;
      }
    }
    return !text.regionMatches(true, from, "www.", 0, 4);
  }
}
