package dev.nutgraf.text;

import dev.nutgraf.chars.Emoji;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.UnicodeBlocks;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;

/**
 * Finds the terminators of sentences and the end of what belongs to each: further terminators,
 * closing quotation marks and brackets, note marks, emoji.
 *
 * <p>The parts follow each other in this order, each optional: the run of terminators, closers
 * without white space, one closer after white space ({@code ! »}), note marks, emoji.
 */
final class TerminatorScanner {
  /** Digits of a bracketed note mark, {@code [1234]}. */
  private static final int MAX_NOTE_DIGITS = 4;

  /** Characters of a bracketed note in words, {@code [citation needed]}. */
  private static final int MAX_NOTE_WORDS = 20;

  /** Characters of the shortest word that digits follow as a note mark: {@code Dulwich.17}. */
  private static final int MIN_WORD_BEFORE_NOTE = 5;

  private final SentenceContext context;
  private final String text;
  private final Lexicon lexicon;
  private final NestingTracker nesting;

  TerminatorScanner(SentenceContext context, NestingTracker nesting) {
    this.context = context;
    this.text = context.text();
    this.lexicon = context.lexicon();
    this.nesting = nesting;
  }

  /**
   * Returns whether the character may end a sentence. Some terminators are typed as others that
   * keyboards have, and count after a letter of their script: the Greek question mark as a
   * semicolon, the Armenian full stop as a colon, the Ethiopic one as two colons, the danda as a
   * vertical bar, the Burmese one as two commas.
   */
  boolean isTerminator(char c, int at) {
    return switch (c) {
      case ';' -> UnicodeBlocks.isGreek(lastLetter(at));
      case ':' ->
          UnicodeBlocks.isArmenian(lastLetter(at))
              || (context.isDoubled(at) && UnicodeBlocks.isEthiopic(lastLetter(at)));
      case '|' ->
          UnicodeBlocks.isIndic(lastLetter(at)) && (at + 1 == context.end() || !isSeparator(at));
      case '\u1361', '\u104A' -> context.isDoubled(at); // Ethiopic word space, Burmese comma
      default -> SentenceTerminators.isTerminator(c);
    };
  }

  /**
   * Returns whether spaces set the bar apart, as between links, and no word before it ends
   * sentences, as auxiliary verbs do.
   */
  private boolean isSeparator(int at) {
    int stop = WhiteSpace.skipBack(text, at, context.begin());
    return stop < at
        && WhiteSpace.isWhiteSpace(text.charAt(at + 1))
        && (lexicon.kinds(text, context.wordStart(stop), stop) & Lexicon.STOP_WORD) == 0;
  }

  /** The character before, a space aside; a space at the start of the sentence. */
  private char lastLetter(int at) {
    int before = at > context.begin() && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
    return before >= context.begin() ? text.charAt(before) : ' ';
  }

  /**
   * The end of the run of terminators that starts there: {@code ?!}, {@code ....}, and the spaced
   * ellipsis {@code . . .}
   */
  int endOfRun(int at) {
    int i = at + 1;
    while (i < context.end() && text.charAt(i) == text.charAt(at)) {
      i++;
    }
    while (i < context.end()) {
      if (SentenceTerminators.isTerminator(text.charAt(i))) {
        i++;
      } else if (text.charAt(i - 1) == '.'
          && text.charAt(i) == ' '
          && i + 1 < context.end()
          && text.charAt(i + 1) == '.'
          && (i + 2 == context.end() || text.charAt(i + 2) != '.')
          && !opensEllipsis(at, i)) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  /**
   * Returns whether the full stop ends a sentence and the next one opens with a spaced ellipsis:
   * {@code done. . . . The}.
   */
  private boolean opensEllipsis(int stop, int space) {
    return stop == space - 1 // a single one so far
        && stop > context.begin()
        && Letters.isLetterOrDigit(text.charAt(stop - 1))
        && text.startsWith(". . . ", space + 1)
        && space + 8 < context.end()
        && Letters.isUpper(text.charAt(space + 7));
  }

  /**
   * The end of what closes after the terminators: quotation marks, brackets, further terminators
   * and note marks. A quotation mark that could open as well closes if white space, the end or the
   * same mark follows.
   */
  int endOfClosers(int at) {
    int i = at;
    while (i < context.end()) {
      char c = text.charAt(i);
      if (Punctuation.onlyCloses(c)
          || SentenceTerminators.isTerminator(c)
          || isDirectionMark(c)
          || (c == '”' && (closesWithoutSpace(at - 1, i + 1) || isCapital(i + 1)))) {
        i++;
      } else if (Punctuation.isTwoWayQuote(c)
          && (i + 1 == context.end()
              || (c == '"' && nesting.isQuoteOpen() && i == at)
              || (!Letters.isLetterOrDigit(text.charAt(i + 1))
                  && !Punctuation.canOpen(text.charAt(i + 1)))
              || text.charAt(i + 1) == c)) {
        i++;
      } else {
        break;
      }
    }
    if (i + 1 < context.end() && WhiteSpace.isWhiteSpace(text.charAt(i))) {
      i = Math.max(i, endOfCloserApart(i + 1));
    }
    return endOfEmoji(endOfNoteMarks(i));
  }

  private boolean isCapital(int at) {
    return at < context.end() && Letters.isUpper(text.charAt(at));
  }

  /** Returns whether it is an invisible mark of the direction of writing. */
  private static boolean isDirectionMark(char c) {
    return c == '\u200E'
        || c == '\u200F'
        || c == '\u061C'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /**
   * Returns whether the curly quotation mark between the positions closes, as it always does in
   * Chinese, Japanese and Korean, where letters may follow at once.
   */
  private boolean closesWithoutSpace(int before, int after) {
    return UnicodeBlocks.isEastAsian(text.charAt(before))
        || (after < context.end() && UnicodeBlocks.isEastAsian(text.charAt(after)));
  }

  /**
   * The end of the quotation mark that closes after white space, as in French ({@code ! »}) and in
   * tokenized text ({@code . " Then}); 0 if there is none.
   */
  private int endOfCloserApart(int at) {
    char c = text.charAt(at);
    int after = text.startsWith("''", at) ? at + 2 : at + 1;
    boolean closes = c == '»' || after == at + 2 || (c == '"' && nesting.isQuoteOpen());
    return closes && (after >= context.end() || WhiteSpace.isWhiteSpace(text.charAt(after)))
        ? after
        : 0;
  }

  /**
   * The end of note marks after the sentence: {@code Dulwich. [17] Placed}, {@code
   * Dulwich.[citation needed] Placed}, {@code Dulwich.¹ Placed}, {@code Dulwich.17 Placed}.
   */
  private int endOfNoteMarks(int at) {
    int done = endOfRaisedMarks(at);
    int i = WhiteSpace.skip(text, done, Math.min(context.end(), done + 2));
    while (i < context.end() && text.charAt(i) == '[') {
      int limit = Math.min(context.end(), i + (i == done ? MAX_NOTE_WORDS : MAX_NOTE_DIGITS) + 2);
      int inner = i + 1;
      while (inner < limit && isNotePart(text.charAt(inner), i == done)) {
        inner++;
      }
      if (inner == i + 1 || inner >= limit || text.charAt(inner) != ']') {
        break;
      }
      done = inner + 1;
      i = WhiteSpace.skip(text, done, Math.min(context.end(), done + 1));
    }
    return done;
  }

  private static boolean isNotePart(char c, boolean words) {
    return Letters.isDigit(c) || (words && (Letters.isLetter(c) || c == ' '));
  }

  /** The end of raised digits, asterisks and daggers, or of digits that were raised. */
  private int endOfRaisedMarks(int at) {
    int i = at;
    while (i < context.end() && i - at < MAX_NOTE_DIGITS && isRaised(text.charAt(i))) {
      i++;
    }
    if (i == at
        && Letters.isDigit(i < context.end() ? text.charAt(i) : ' ')
        && followsPlainWord(at)) {
      while (i < context.end()
          && i - at < MAX_NOTE_DIGITS
          && (Letters.isDigit(text.charAt(i)) || text.charAt(i) == ',')) {
        i++;
      }
      boolean mark =
          i + 1 < context.end()
              && text.charAt(i) == ' '
              && Letters.isUpper(text.charAt(i + 1))
              && text.charAt(i - 1) != ',';
      return mark ? i : at;
    }
    return i == context.end() || WhiteSpace.isWhiteSpace(text.charAt(i)) || text.charAt(i) == '['
        ? i
        : at;
  }

  private static boolean isRaised(char c) {
    return switch (c) {
      case '¹', '²', '³', '*', '†', '‡' -> true;
      default -> c >= '\u2070' && c <= '\u207E';
    };
  }

  /** Returns whether the full stop, or what closes after it, follows a word that isn't short. */
  private boolean followsPlainWord(int at) {
    int stop = at - 1;
    while (stop > context.begin()
        && stop > at - SentenceContext.REACH
        && !Letters.isLetterOrDigit(text.charAt(stop - 1))) {
      stop--;
    }
    int word = context.wordStart(stop);
    return stop - word >= MIN_WORD_BEFORE_NOTE
        && Letters.isLower(text.charAt(word + 1))
        && Letters.isLower(text.charAt(stop - 1))
        && (lexicon.kinds(text, word, stop)
                & (Lexicon.TITLE | Lexicon.NUMBERED | Lexicon.ABBREVIATION))
            == 0;
  }

  /** The end of emoji after the sentence, which they belong to: {@code Rebuilt! 🎉 Engineers}. */
  private int endOfEmoji(int at) {
    int done = at;
    int i = WhiteSpace.skip(text, at, Math.min(context.end(), at + 1));
    int after = Emoji.skip(text, i, context.end());
    while (after > i) {
      done = after;
      i = WhiteSpace.skip(text, after, Math.min(context.end(), after + 1));
      after = Emoji.skip(text, i, context.end());
    }
    return done;
  }
}
