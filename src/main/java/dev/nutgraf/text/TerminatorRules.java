package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;

/**
 * Decides whether a sentence ends at a run of terminators, or leaves it to the classifier. The
 * first rule that applies decides:
 *
 * <ol>
 *   <li>None ends a sentence at the start of the block, in a bracketed remark after which the
 *       sentence continues, or before a comma, a colon, a semicolon or a closing bracket.
 *   <li>A terminator without another use ({@code 。 ؟ ।}) ends one, and so do the Greek and the
 *       Armenian marks.
 *   <li>{@code ?} ends none where it stands for {@link LostCharacters}.
 *   <li>Without white space after it, a terminator is left to {@link GluedSentenceRules}.
 *   <li>{@code !} and {@code ?} end one before a capital or a letter without case.
 *   <li>An ellipsis is left to the classifier, except in a few fixed forms.
 *   <li>A full stop is left to {@link PeriodRules}.
 * </ol>
 */
final class TerminatorRules {
  /** Characters of a spaced ellipsis, {@code . . . .}; a longer run ends a sentence. */
  private static final int MAX_SPACED_ELLIPSIS = 7;

  private final SentenceContext context;
  private final String text;
  private final NestingTracker nesting;
  private final GluedSentenceRules glued;
  private final QuotationRules quotations;
  private final PeriodRules periods;

  TerminatorRules(SentenceContext context, NestingTracker nesting) {
    this.context = context;
    this.text = context.text();
    this.nesting = nesting;
    this.glued = new GluedSentenceRules(context);
    this.quotations = new QuotationRules(context);
    this.periods = new PeriodRules(context);
  }

  /**
   * Returns whether a sentence ends at the terminators, or why that is in doubt.
   *
   * @param stop position of the first terminator of the run
   * @param runEnd end of the run, exclusive
   * @param close end of what closes after the run, exclusive
   * @param next position of the next character that isn't white space; it exists
   */
  BoundaryKind kind(int stop, int runEnd, int close, int next) {
    char mark = text.charAt(stop);
    char follows = text.charAt(next);
    if (stop == context.begin() || nesting.remarkContinues(stop, runEnd, close, next)) {
      return BoundaryKind.NEVER;
    }
    if (follows == ';'
        || follows == ':'
        || isComma(next)
        || (Punctuation.onlyCloses(follows) && !context.opensWithElision(next))) {
      return BoundaryKind.NEVER;
    }
    if (SentenceTerminators.isUnambiguous(mark)) {
      return close > runEnd && next == close && quotations.continuesQuotation(next)
          ? BoundaryKind.NEVER
          : BoundaryKind.ALWAYS;
    }
    if (!SentenceTerminators.isTerminator(mark)) {
      return BoundaryKind.ALWAYS; // a mark of its script only
    }
    if (mark == '．') {
      return Letters.isDigit(follows) && next == close ? BoundaryKind.NEVER : BoundaryKind.ALWAYS;
    }
    int word = context.wordStart(stop);
    if (mark == '?' && isLostCharacter(stop, runEnd, next)) {
      return BoundaryKind.NEVER;
    }
    if (next == close) {
      return glued.kind(stop, runEnd, close, word);
    }
    int first = context.firstLetter(next);
    char opening = first < context.end() ? text.charAt(first) : ' ';
    if (mark == '!' || mark == '?') {
      if (Letters.isUpper(opening) || Letters.isCaseless(opening)) {
        return close > runEnd && quotations.isAttribution(first)
            ? BoundaryKind.NEVER
            : BoundaryKind.ALWAYS;
      }
      boolean name =
          word > context.begin() && word < stop && Letters.isUpper(text.charAt(word)); // Yahoo!
      return close > runEnd || (name && mark == '!')
          ? BoundaryKind.NEVER
          : BoundaryKind.MARK_THEN_OTHER;
    }
    if (runEnd - stop > 1 || mark == '…') {
      return afterEllipsis(stop, runEnd, first, opening);
    }
    if (close > runEnd
        && Punctuation.isTwoWayQuote(text.charAt(close - 1))
        && Letters.isLower(opening)) {
      return BoundaryKind.NEVER;
    }
    if (close > runEnd
        && text.charAt(close - 1) == '.'
        && (Letters.isUpper(opening) || Letters.isCaseless(opening))) {
      return BoundaryKind.ALWAYS; // a full stop of its own after a bracket: "(transl. by Ed.)."
    }
    return periods.kind(word, stop, next, first, opening);
  }

  /**
   * Returns whether the question mark stands for a lost character: after a comma, where it opens a
   * word, and before a word in lower case or after an elided one, {@code d?Arles}, of a text in
   * which others do.
   */
  private boolean isLostCharacter(int stop, int runEnd, int next) {
    return runEnd - stop == 1
        && (text.charAt(stop - 1) == ','
            || LostCharacters.opensWord(text, stop)
            || (context.losesCharacters()
                && (Letters.isLower(text.charAt(next)) || isElision(stop, next))));
  }

  private boolean isElision(int stop, int next) {
    return next == stop + 1
        && stop - context.wordStart(stop) <= LostCharacters.MAX_ENDING
        && Letters.isLetter(text.charAt(next));
  }

  /** Returns whether a comma stands there, other than the two that open a Dutch quotation. */
  private boolean isComma(int at) {
    return text.charAt(at) == ',' && !text.startsWith(",,", at);
  }

  /** Returns whether the run is a full stop that was typed twice: {@code ..}, {@code . .} */
  private boolean isTypedTwice(int stop, int runEnd) {
    int length = runEnd - stop;
    return text.charAt(stop) == '.'
        && text.charAt(runEnd - 1) == '.'
        && (length == 2 || (length == 3 && text.charAt(stop + 1) == ' '));
  }

  private BoundaryKind afterEllipsis(int stop, int runEnd, int first, char opening) {
    if (isTypedTwice(stop, runEnd) && Letters.isUpper(opening)) {
      return BoundaryKind.ALWAYS;
    }
    boolean apart = WhiteSpace.isWhiteSpace(text.charAt(stop - 1));
    if (apart && runEnd - stop < MAX_SPACED_ELLIPSIS && text.charAt(stop) == '.') {
      return BoundaryKind.NEVER;
    }
    if (Letters.isUpper(opening) && runEnd - stop > 3) { // an ellipsis and a full stop
      return BoundaryKind.ALWAYS;
    }
    return context.isAcronym(first) ? BoundaryKind.NEVER : BoundaryKind.ELLIPSIS;
  }
}
