package dev.nutgraf.text;

import dev.nutgraf.chars.Emoji;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;
import java.util.Locale;

/**
 * Splits blocks of text into sentences, in one pass over the characters.
 *
 * <p><b>Idea.</b> Every run of sentence terminators, with whatever closes after it (quotation
 * marks, brackets, note marks), is a candidate, and so is every white space. Rules settle most
 * candidates from a word or two on either side; a trained classifier decides the rest.
 *
 * <p><b>Order of the rules</b> at a terminator; the first that applies decides ({@link #kind}):
 *
 * <ol>
 *   <li>None ends a sentence at the start of the block, in a bracketed remark after which the
 *       sentence continues, or before a comma, a colon, a semicolon or a closing bracket.
 *   <li>A terminator without another use ({@code 。 ؟ ।}) ends one, and so do the Greek and the
 *       Armenian marks.
 *   <li>Without white space after it, a terminator ends one only between words that look like the
 *       end and the start of a sentence: {@code year.Charlie}.
 *   <li>{@code !} and {@code ?} end one before a capital or a letter without case.
 *   <li>An ellipsis is left to the classifier, except in a few fixed forms.
 *   <li>A full stop depends on the word before it: a title never ends a sentence; a number, letters
 *       with stops ({@code U.S.}), an abbreviation and an initial end one if a word follows that
 *       typically opens a sentence, which the capitalized stop words do. After any other word the
 *       full stop ends one before a capital.
 * </ol>
 *
 * <p>White space without a terminator is left to the classifier where the characters on both sides
 * permit a boundary ({@link #mayLackTerminator}). Inline lists ({@code 1. … 2. …}) are split before
 * each marker.
 *
 * <p><b>Sources.</b> The cases are those of the Golden Rules of pragmatic_segmenter (Kevin Dias,
 * 2014) and of the development sets of Universal Dependencies; docs/sentences.md has the scores. To
 * weigh an abbreviation against the word after it is an idea of Punkt (Kiss and Strunk, 2006). The
 * limits below come from the forms they describe, with room to spare. Words are looked up in a
 * {@link Lexicon} in place and every look around a candidate is bounded, so the time is linear in
 * the length of the text.
 */
final class SentenceSplitter {
  /** Receives sentences in text order. */
  @FunctionalInterface
  interface SentenceConsumer {
    /** Accepts the sentence from {@code start}, inclusive, to {@code end}, exclusive. */
    void accept(int start, int end);
  }

  /** Characters on either side of a candidate that a rule may read. */
  private static final int REACH = 80;

  /** Characters between a bracket and a terminator within which both belong to one remark. */
  private static final int MAX_REMARK = 300;

  /** Characters of the longest abbreviation that ends in a full stop and isn't in the lexicon. */
  private static final int MAX_UNKNOWN_ABBREVIATION = 6;

  /** Characters of a word that may be clipped before lower case: {@code esim}. */
  private static final int MAX_CLIPPED = 4;

  /** Digits of a bracketed note mark, {@code [1234]}. */
  private static final int MAX_NOTE_DIGITS = 4;

  /** Characters of a bracketed note in words, {@code [citation needed]}. */
  private static final int MAX_NOTE_WORDS = 20;

  /** Digits of an ordinal number, in languages that write one with a full stop: {@code 31.}. */
  private static final int MAX_ORDINAL_DIGITS = 2;

  /** Characters before a time of day with which it still opens the sentence: {@code At 5 a.m.}. */
  private static final int MAX_BEFORE_OPENING_TIME = 12;

  /** Characters of a spaced ellipsis, {@code . . . .}; a longer run ends a sentence. */
  private static final int MAX_SPACED_ELLIPSIS = 7;

  /** The numbers of a date. */
  private static final int MAX_DAY = 31;

  private static final int MAX_MONTH = 12;
  private static final int MIN_YEAR = 1000;
  private static final int MAX_YEAR = 2999;

  /** Characters of Chinese within which the speaker of a quotation is named. */
  private static final int MAX_ATTRIBUTION = 12;

  /** Words of a name before a verb of speech: {@code Mayor Ruth B. Hallam of}. */
  private static final int MAX_NAME_WORDS = 6;

  /** Letters of a time zone: {@code ET}, {@code CEST}. */
  private static final int MIN_ZONE = 2;

  private static final int MAX_ZONE = 4;

  private final String text;
  private final Lexicon lexicon;
  private final BoundaryFeatures features;
  private final BoundaryClassifier classifier;
  private final boolean caseless; // the language is written without capitals
  private final boolean english;

  // The state of the current block.
  private int begin; // start of the current sentence
  private int end; // end of the block, exclusive
  private int bracketDepth;
  private int bracketAt; // position of the outermost open bracket
  private boolean quoteOpen; // of straight quotation marks, whose direction only counting tells

  /** Creates a splitter that leaves doubtful boundaries to the model. */
  SentenceSplitter(String text, Lexicon lexicon, BoundaryModel model) {
    this.text = text;
    this.lexicon = lexicon;
    this.features = new BoundaryFeatures(text, lexicon);
    this.classifier = model.over(features);
    this.caseless = Script.isCaseless(lexicon.language());
    this.english = lexicon.language().equals("en");
  }

  /** Creates a splitter that leaves doubtful boundaries to the classifier. */
  SentenceSplitter(
      String text, Lexicon lexicon, BoundaryFeatures features, BoundaryClassifier classifier) {
    this.text = text;
    this.lexicon = lexicon;
    this.features = features;
    this.classifier = classifier;
    this.caseless = Script.isCaseless(lexicon.language());
    this.english = lexicon.language().equals("en");
  }

  /**
   * Splits the block from {@code from}, inclusive, to {@code to}, exclusive. The sentences cover
   * all of it outside white space, but for a stray mark before the first of them: {@code . The}. A
   * block of white space has none.
   */
  void split(int from, int to, SentenceConsumer sentences) {
    end = WhiteSpace.skipBack(text, to, from);
    int start = skipSpace(from, end);
    begin = afterStrayMark(start);
    bracketDepth = 0;
    quoteOpen = false;
    features.enter(start, end);
    ListMarker list = ListMarker.at(text, begin, end);
    int i = begin + list.length();
    while (i < end) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        i++;
      } else if (WhiteSpace.isWhiteSpace(c)) {
        int close = i;
        i = skipSpace(i, end);
        ListMarker marker = list.length() > 0 ? ListMarker.at(text, i, end) : ListMarker.NONE;
        if (i == end) {
          break;
        }
        if (list.precedes(marker)) {
          finish(close, i, sentences);
          list = marker;
          i += marker.length();
        } else if (close > begin
            && mayLackTerminator(close, i)
            && classifier.endsSentence(BoundaryKind.NO_TERMINATOR, begin, close, i)) {
          finish(close, i, sentences);
        }
      } else if (isTerminator(c, i)) {
        int runEnd = endOfRun(i);
        int close = endOfClosers(runEnd);
        int next = skipSpace(close, end);
        if (next < end && ends(i, runEnd, close, next)) {
          finish(close, next, sentences);
          ListMarker marker = ListMarker.at(text, next, end);
          if (marker.length() > 0) {
            list = marker;
          }
          i = next + marker.length();
        } else {
          trackQuotes(runEnd, close);
          i = close;
        }
      } else {
        track(c, i);
        i++;
      }
    }
    if (begin < end) {
      sentences.accept(begin, end);
    }
  }

  /**
   * The first position that is neither white space nor a character without width, which stands
   * between sentences where pages and files were joined.
   */
  private int skipSpace(int at, int limit) {
    int i = at;
    while (i < limit && (WhiteSpace.isWhiteSpace(text.charAt(i)) || isWidthless(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  /** Returns whether it is a zero-width space, a word joiner or a byte order mark. */
  private static boolean isWidthless(char c) {
    return c == '\u200B' || c == '\u2060' || c == '\uFEFF';
  }

  /** The position after a terminator or comma that was left at the start of a block. */
  private int afterStrayMark(int at) {
    if (at + 1 >= end || !WhiteSpace.isWhiteSpace(text.charAt(at + 1))) {
      return at;
    }
    char c = text.charAt(at);
    int next = skipSpace(at + 1, end);
    boolean stray = c == ',' || c == ';' || SentenceTerminators.isTerminator(c);
    return stray && next < end && !SentenceTerminators.isTerminator(text.charAt(next)) ? next : at;
  }

  private void finish(int sentenceEnd, int next, SentenceConsumer sentences) {
    sentences.accept(begin, sentenceEnd);
    trackQuotes(sentenceEnd - 1, sentenceEnd);
    begin = next;
    bracketDepth = 0;
  }

  private void track(char c, int at) {
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

  private void trackQuotes(int from, int to) {
    for (int i = from; i < to; i++) {
      track(text.charAt(i), i);
    }
  }

  /**
   * Returns whether the character may end a sentence. Some terminators are typed as others that
   * keyboards have, and count after a letter of their script: the Greek question mark as a
   * semicolon, the Armenian full stop as a colon, the Ethiopic one as two colons, the danda as a
   * vertical bar, the Burmese one as two commas.
   */
  private boolean isTerminator(char c, int at) {
    return switch (c) {
      case ';' -> isGreek(lastLetter(at));
      case ':' -> isArmenian(lastLetter(at)) || (isDoubled(at) && isEthiopic(lastLetter(at)));
      case '|' -> isIndic(lastLetter(at)) && (at + 1 == end || !isSeparator(at));
      case '\u1361', '\u104A' -> isDoubled(at); // Ethiopic word space, Burmese comma
      default -> SentenceTerminators.isTerminator(c);
    };
  }

  /**
   * Returns whether spaces set the bar apart, as between links, and no word before it ends
   * sentences, as auxiliary verbs do.
   */
  private boolean isSeparator(int at) {
    int stop = WhiteSpace.skipBack(text, at, begin);
    return stop < at
        && WhiteSpace.isWhiteSpace(text.charAt(at + 1))
        && (lexicon.kinds(text, wordStart(stop), stop) & Lexicon.STOP_WORD) == 0;
  }

  /** The character before, a space aside; a space at the start of the sentence. */
  private char lastLetter(int at) {
    int before = at > begin && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
    return before >= begin ? text.charAt(before) : ' ';
  }

  private boolean isDoubled(int at) {
    return at + 1 < end && text.charAt(at + 1) == text.charAt(at);
  }

  private static boolean isEthiopic(char c) {
    return c >= 0x1200 && c <= 0x135A;
  }

  private static boolean isIndic(char c) {
    return c >= 0x900 && c <= 0xDFF;
  }

  private static boolean isGreek(char c) {
    return (c >= 0x370 && c <= 0x3FF) || (c >= 0x1F00 && c <= 0x1FFF);
  }

  /**
   * The end of the run of terminators that starts there: {@code ?!}, {@code ....}, and the spaced
   * ellipsis {@code . . .}
   */
  private int endOfRun(int at) {
    int i = at + 1;
    while (i < end && text.charAt(i) == text.charAt(at)) {
      i++;
    }
    while (i < end) {
      if (SentenceTerminators.isTerminator(text.charAt(i))) {
        i++;
      } else if (text.charAt(i - 1) == '.'
          && text.charAt(i) == ' '
          && i + 1 < end
          && text.charAt(i + 1) == '.'
          && (i + 2 == end || text.charAt(i + 2) != '.')
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
        && stop > begin
        && Letters.isLetterOrDigit(text.charAt(stop - 1))
        && text.startsWith(". . . ", space + 1)
        && space + 8 < end
        && Letters.isUpper(text.charAt(space + 7));
  }

  /**
   * The end of what closes after the terminators: quotation marks, brackets, further terminators
   * and note marks. A quotation mark that could open as well closes if white space, the end or the
   * same mark follows.
   */
  private int endOfClosers(int at) {
    int i = at;
    while (i < end) {
      char c = text.charAt(i);
      if (Punctuation.onlyCloses(c)
          || SentenceTerminators.isTerminator(c)
          || isDirectionMark(c)
          || (c == '”' && closesWithoutSpace(at - 1, i + 1))) {
        i++;
      } else if (Punctuation.isTwoWayQuote(c)
          && (i + 1 == end
              || (c == '"' && quoteOpen && i == at)
              || (!Letters.isLetterOrDigit(text.charAt(i + 1))
                  && !Punctuation.canOpen(text.charAt(i + 1)))
              || text.charAt(i + 1) == c)) {
        i++;
      } else {
        break;
      }
    }
    if (i + 1 < end && WhiteSpace.isWhiteSpace(text.charAt(i))) {
      i = Math.max(i, endOfCloserApart(i + 1));
    }
    return endOfEmoji(endOfNoteMarks(i));
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
    return isFullWidth(text.charAt(before)) || (after < end && isFullWidth(text.charAt(after)));
  }

  /** Returns whether it is a letter or mark of Chinese, Japanese or Korean. */
  private static boolean isFullWidth(char c) {
    return (c >= 0x3000 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || c >= 0xFF00;
  }

  /** The end of emoji after the sentence, which they belong to: {@code Rebuilt! 🎉 Engineers}. */
  private int endOfEmoji(int at) {
    int done = at;
    int i = WhiteSpace.skip(text, at, Math.min(end, at + 1));
    int after = Emoji.skip(text, i, end);
    while (after > i) {
      done = after;
      i = WhiteSpace.skip(text, after, Math.min(end, after + 1));
      after = Emoji.skip(text, i, end);
    }
    return done;
  }

  /**
   * The end of the quotation mark that closes after white space, as in French ({@code ! »}) and in
   * tokenized text ({@code . " Then}); 0 if there is none.
   */
  private int endOfCloserApart(int at) {
    char c = text.charAt(at);
    int after = text.startsWith("''", at) ? at + 2 : at + 1;
    boolean closes = c == '»' || after == at + 2 || (c == '"' && quoteOpen);
    return closes && (after >= end || WhiteSpace.isWhiteSpace(text.charAt(after))) ? after : 0;
  }

  /**
   * The end of note marks after the sentence: {@code Dulwich. [17] Placed}, {@code
   * Dulwich.[citation needed] Placed}, {@code Dulwich.¹ Placed}, {@code Dulwich.17 Placed}.
   */
  private int endOfNoteMarks(int at) {
    int done = endOfRaisedMarks(at);
    int i = WhiteSpace.skip(text, done, Math.min(end, done + 2));
    while (i < end && text.charAt(i) == '[') {
      int limit = Math.min(end, i + (i == done ? MAX_NOTE_WORDS : MAX_NOTE_DIGITS) + 2);
      int inner = i + 1;
      while (inner < limit && isNotePart(text.charAt(inner), i == done)) {
        inner++;
      }
      if (inner == i + 1 || inner >= limit || text.charAt(inner) != ']') {
        break;
      }
      done = inner + 1;
      i = WhiteSpace.skip(text, done, Math.min(end, done + 1));
    }
    return done;
  }

  private static boolean isNotePart(char c, boolean words) {
    return Letters.isDigit(c) || (words && (Letters.isLetter(c) || c == ' '));
  }

  /** The end of raised digits, asterisks and daggers, or of digits that were raised. */
  private int endOfRaisedMarks(int at) {
    int i = at;
    while (i < end && i - at < MAX_NOTE_DIGITS && isRaised(text.charAt(i))) {
      i++;
    }
    if (i == at && Letters.isDigit(i < end ? text.charAt(i) : ' ') && followsPlainWord(at)) {
      while (i < end
          && i - at < MAX_NOTE_DIGITS
          && (Letters.isDigit(text.charAt(i)) || text.charAt(i) == ',')) {
        i++;
      }
      boolean mark =
          i + 1 < end
              && text.charAt(i) == ' '
              && Letters.isUpper(text.charAt(i + 1))
              && text.charAt(i - 1) != ',';
      return mark ? i : at;
    }
    return i == end || WhiteSpace.isWhiteSpace(text.charAt(i)) || text.charAt(i) == '[' ? i : at;
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
    while (stop > begin && stop > at - REACH && !Letters.isLetterOrDigit(text.charAt(stop - 1))) {
      stop--;
    }
    int word = wordStart(stop);
    return stop - word > MAX_UNKNOWN_ABBREVIATION - 2
        && Letters.isLower(text.charAt(word + 1))
        && Letters.isLower(text.charAt(stop - 1))
        && (lexicon.kinds(text, word, stop)
                & (Lexicon.TITLE | Lexicon.NUMBERED | Lexicon.ABBREVIATION))
            == 0;
  }

  /**
   * Returns whether a sentence ends at the terminator.
   *
   * @param stop position of the first terminator of the run
   * @param runEnd end of the run, exclusive
   * @param close end of what closes after the run, exclusive
   * @param next position of the next character that isn't white space; it exists
   */
  private boolean ends(int stop, int runEnd, int close, int next) {
    BoundaryKind kind = kind(stop, runEnd, close, next);
    return kind == BoundaryKind.ALWAYS
        || (kind != BoundaryKind.NEVER && classifier.endsSentence(kind, begin, close, next));
  }

  /**
   * Returns whether the white space may separate sentences without a terminator, as after a heading
   * or a signature.
   */
  private boolean mayLackTerminator(int close, int next) {
    char before = text.charAt(close - 1);
    char after = text.charAt(next);
    if (caseless || ((before == ';' || before == ':') && isItem(next))) {
      return false;
    }
    if (Letters.isLower(after)) {
      return !Letters.isLetterOrDigit(before)
          && before != ','
          && !Punctuation.isTwoWayQuote(before);
    }
    boolean quotation = before == ':' && Punctuation.canOpen(after);
    int excluded = // "Smith Jr.", "hast Du"
        Lexicon.ABBREVIATION | (Letters.isLetter(before) ? Lexicon.ADDRESS_PRONOUN : 0);
    return !Letters.isCaseless(after)
        && after != ','
        && after != ')'
        && !quotation
        && !SentenceTerminators.isTerminator(before)
        && (lexicon.kinds(text, next, wordEnd(next)) & excluded) == 0;
  }

  /** Returns whether a line starts there with the bullet or dash of a list. */
  private boolean isItem(int next) {
    char c = text.charAt(next);
    return (Punctuation.isBullet(c) || Punctuation.isDash(c))
        && next + 1 < end
        && WhiteSpace.isWhiteSpace(text.charAt(next + 1))
        && WhiteSpace.isLineBreak(text.charAt(next - 1));
  }

  private BoundaryKind kind(int stop, int runEnd, int close, int next) {
    char mark = text.charAt(stop);
    char follows = text.charAt(next);
    if (stop == begin || (bracketDepth > 0 && remarkContinues(stop, runEnd, close, next))) {
      return BoundaryKind.NEVER;
    }
    if (follows == ';' || follows == ':' || Punctuation.onlyCloses(follows) || isComma(next)) {
      return BoundaryKind.NEVER;
    }
    if (SentenceTerminators.isUnambiguous(mark)) {
      return close > runEnd && next == close && continuesQuotation(next)
          ? BoundaryKind.NEVER
          : BoundaryKind.ALWAYS;
    }
    if (!SentenceTerminators.isTerminator(mark)) {
      return BoundaryKind.ALWAYS; // a mark of its script only
    }
    if (mark == '．') {
      return Letters.isDigit(follows) && next == close ? BoundaryKind.NEVER : BoundaryKind.ALWAYS;
    }
    int word = wordStart(stop);
    if (next == close) {
      return glued(stop, runEnd, close, word);
    }
    int first = firstLetter(next);
    char opening = first < end ? text.charAt(first) : ' ';
    if (mark == '!' || mark == '?') {
      if (Letters.isUpper(opening) || Letters.isCaseless(opening)) {
        return close > runEnd && isAttribution(first) ? BoundaryKind.NEVER : BoundaryKind.ALWAYS;
      }
      boolean name = word > begin && word < stop && Letters.isUpper(text.charAt(word)); // Yahoo!
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
    return afterWord(word, stop, next, first, opening);
  }

  /** Returns whether a comma stands there, other than the two that open a Dutch quotation. */
  private boolean isComma(int at) {
    return text.charAt(at) == ',' && !text.startsWith(",,", at);
  }

  /**
   * Returns whether the terminator belongs to a remark in brackets within a sentence. Either the
   * bracket closes with it and the sentence continues in lower case, or it closes later.
   */
  private boolean remarkContinues(int stop, int runEnd, int close, int next) {
    if (close - bracketAt > MAX_REMARK) {
      return false;
    }
    for (int i = runEnd; i < close; i++) {
      if (Punctuation.onlyCloses(text.charAt(i))) {
        return Letters.isLower(text.charAt(next)) || bracketAt == stop - 1;
      }
    }
    if (bracketAt == begin) {
      return false;
    }
    int limit = Math.min(end, bracketAt + MAX_REMARK);
    for (int i = close; i < limit; i++) {
      if (text.charAt(i) == ')' || text.charAt(i) == ']') {
        return true;
      }
    }
    return false;
  }

  private BoundaryKind afterEllipsis(int stop, int runEnd, int first, char opening) {
    boolean apart = WhiteSpace.isWhiteSpace(text.charAt(stop - 1));
    if (apart && runEnd - stop < MAX_SPACED_ELLIPSIS && text.charAt(stop) == '.') {
      return BoundaryKind.NEVER;
    }
    if (Letters.isUpper(opening) && runEnd - stop > 3) { // an ellipsis and a full stop
      return BoundaryKind.ALWAYS;
    }
    return isAcronym(first) ? BoundaryKind.NEVER : BoundaryKind.ELLIPSIS;
  }

  /**
   * The kind of a single full stop before white space, by the word before it and the first letter
   * of the next one.
   *
   * @param word start of the word before
   * @param first position of the first letter or digit after
   * @param opening that letter or digit, or a space if there is none
   */
  private BoundaryKind afterWord(int word, int stop, int next, int first, char opening) {
    char before = text.charAt(stop - 1);
    if (isArmenian(before)) {
      return BoundaryKind.NEVER; // it writes its full stop with another character
    }
    boolean starts = Letters.isUpper(opening) || Letters.isCaseless(opening);
    boolean lower = Letters.isLower(opening);
    if (word == stop) { // after a bracket, a sign, a quotation mark
      return starts
          ? BoundaryKind.ALWAYS
          : lower ? BoundaryKind.PERIOD_THEN_LOWER : BoundaryKind.PERIOD_THEN_SYMBOL;
    }
    if (text.startsWith("...", next)) {
      return BoundaryKind.ALWAYS;
    }
    int kinds = lexicon.kinds(text, word, stop);
    if ((kinds & Lexicon.TITLE) != 0) {
      return BoundaryKind.NEVER;
    }
    if ((kinds & Lexicon.NUMBERED) != 0 && (Letters.isDigit(opening) || isRoman(first))) {
      return BoundaryKind.NEVER;
    }
    if (Letters.isDigit(before)) {
      return afterNumber(word, stop, first, opening);
    }
    if (WordShape.isDotted(text, word, stop)) {
      return afterDotted(word, stop, next, first, opening);
    }
    boolean oneLetter =
        WordShape.isOneLetter(text, word, stop)
            && !isSyllable(before)
            && !(Letters.isCaseless(text.charAt(word)) && (kinds & Lexicon.STOP_WORD) != 0);
    if (oneLetter && Letters.isUpper(text.charAt(word))) {
      return afterInitial(word, first, opening);
    }
    if ((kinds & Lexicon.ABBREVIATION) != 0) {
      return opensSentence(first)
          ? BoundaryKind.ALWAYS
          : starts ? BoundaryKind.ABBREVIATION : BoundaryKind.NEVER;
    }
    if (oneLetter) {
      return afterSmallLetter(text.charAt(word), first, opening);
    }
    if (WordShape.isPartlyDotted(text, word, stop)) {
      return opensSentence(first)
          ? BoundaryKind.ALWAYS
          : starts ? BoundaryKind.ABBREVIATION : BoundaryKind.NEVER;
    }
    if (WordShape.isVowelless(text, word, stop, lexicon.language())) {
      return afterVowelless(word, first, opening);
    }
    if (isOrdinalRoman(word, stop)) {
      return afterOrdinalRoman(word, first, opening);
    }
    if (isDoubled(word) && stop - word == 2 && Letters.isUpper(before) && (starts || lower)) {
      return starts ? afterDoubledLetter(word, first) : BoundaryKind.NEVER;
    }
    if (starts) {
      return BoundaryKind.ALWAYS;
    }
    if (lower && stop - word > MAX_UNKNOWN_ABBREVIATION && Letters.isLower(text.charAt(word))) {
      return BoundaryKind.ALWAYS;
    }
    if (isSyllable(before) && Letters.isDigit(opening)) {
      return BoundaryKind.ALWAYS;
    }
    if (lower
        && !english
        && first == next
        && stop - word <= MAX_CLIPPED
        && WordShape.isClipped(text, word, stop)
        && (kinds & Lexicon.STOP_WORD) == 0) {
      return BoundaryKind.NEVER; // English writes lower-case starts in e-mail and on the web
    }
    return lower ? BoundaryKind.PERIOD_THEN_LOWER : BoundaryKind.PERIOD_THEN_SYMBOL;
  }

  private BoundaryKind afterNumber(int word, int stop, int first, char opening) {
    if (Letters.isLower(opening)) {
      return lexicon.ordinalStops() ? BoundaryKind.NEVER : BoundaryKind.PERIOD_THEN_LOWER;
    }
    if (Letters.isDigit(opening) && isSpacedDate(word, stop, first)) {
      return BoundaryKind.NEVER;
    }
    if (endsDate(word, stop)) {
      return Letters.isUpper(opening) && !opensSentence(first)
          ? BoundaryKind.ABBREVIATION
          : Letters.isUpper(opening) ? BoundaryKind.ALWAYS : BoundaryKind.NEVER;
    }
    if (!lexicon.ordinalStops() || stop - word > MAX_ORDINAL_DIGITS || opensSentence(first)) {
      return BoundaryKind.ALWAYS;
    }
    return (lexicon.kinds(text, first, wordEnd(first)) & Lexicon.ORDINAL_NOUN) != 0
        ? BoundaryKind.NEVER
        : BoundaryKind.ABBREVIATION;
  }

  /**
   * The kind of a full stop after letters with stops, {@code a.m.} or {@code U.S.}: a sentence ends
   * there before a capitalized word that typically opens one. A time of day ends one unless a zone
   * or a weekday follows or the time itself opens the sentence.
   */
  private BoundaryKind afterDotted(int word, int stop, int next, int first, char opening) {
    if (!Letters.isUpper(opening)) {
      return BoundaryKind.NEVER;
    }
    boolean time = Letters.fold(text.charAt(stop - 1)) == 'm' && stop - word == 3;
    if (time && isZoneOrDay(first)) {
      return BoundaryKind.NEVER;
    }
    if (time) {
      int hour = WhiteSpace.skipBack(text, word, begin);
      boolean opens = hour - begin < MAX_BEFORE_OPENING_TIME;
      return opens || Punctuation.canOpen(text.charAt(next))
          ? BoundaryKind.NEVER
          : BoundaryKind.ALWAYS;
    }
    return opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
  }

  /** Returns whether the word continues a time of day: {@code 5 a.m. ET}, {@code 6 p.m. Monday}. */
  private boolean isZoneOrDay(int first) {
    String word = text.substring(first, wordEnd(first));
    boolean capitals = word.chars().allMatch(c -> Letters.isUpper((char) c));
    return capitals
        ? word.length() >= MIN_ZONE && word.length() <= MAX_ZONE
        : isCapitalizedWeekday(word);
  }

  private boolean isCapitalizedWeekday(String word) {
    return !word.isEmpty()
        && Letters.isUpper(word.charAt(0))
        && lexicon.isWeekday(word.toLowerCase(Locale.ROOT));
  }

  /**
   * The kind of a full stop after a single capital. An initial neither opens nor ends a sentence,
   * but a capital may also label something ({@code Plan B}) or be the pronoun {@code I}.
   */
  private BoundaryKind afterInitial(int word, int first, char opening) {
    if (!Letters.isUpper(opening)
        || isInitial(first)
        || word == firstLetter(begin)
        || isParticle(first)) {
      return BoundaryKind.NEVER;
    }
    if (followsInitial(word)) {
      return isSpacedAbbreviation(word) && opensSentence(first)
          ? BoundaryKind.ALWAYS
          : BoundaryKind.NEVER;
    }
    if (text.charAt(word) == 'I' && followsStopWord(word)) {
      return BoundaryKind.ALWAYS; // the pronoun: "you and I"
    }
    return opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
  }

  /** Returns whether a capital with a full stop stands there. */
  private boolean isInitial(int at) {
    if (at >= end || !Letters.isUpper(text.charAt(at))) {
      return false;
    }
    int i = at + 1;
    while (i < end && Letters.isMark(text.charAt(i))) {
      i++;
    }
    return i < end && text.charAt(i) == '.';
  }

  /** Returns whether the word before, or the part before the hyphen, is a capital with a stop. */
  private boolean followsInitial(int word) {
    int stop = word > begin && Punctuation.isDash(text.charAt(word - 1)) ? word - 1 : word;
    stop = WhiteSpace.skipBack(text, stop, begin) - 1;
    if (stop <= begin || text.charAt(stop) != '.') {
      return false;
    }
    int start = wordStart(stop);
    return Letters.isUpper(text.charAt(start)) && WordShape.isOneLetter(text, start, stop);
  }

  /** Returns whether the letter and the one before are an abbreviation in parts: {@code U. S.} */
  private boolean isSpacedAbbreviation(int word) {
    int stop = WhiteSpace.skipBack(text, word, begin) - 1;
    String joined = text.charAt(stop - 1) + "." + text.charAt(word);
    return (lexicon.kinds(joined, 0, joined.length()) & Lexicon.ABBREVIATION) != 0;
  }

  /** Returns whether a particle and a name follow, as in {@code A. De Vries}. */
  private boolean isParticle(int first) {
    int particleEnd = wordEnd(first);
    int name = WhiteSpace.skip(text, particleEnd, end);
    return name > particleEnd
        && name < end
        && Letters.isUpper(text.charAt(name))
        && (lexicon.kinds(text, first, particleEnd) & Lexicon.NAME_PARTICLE) != 0;
  }

  private boolean followsStopWord(int word) {
    int stop = WhiteSpace.skipBack(text, word, begin);
    return (lexicon.kinds(text, wordStart(stop), stop) & Lexicon.STOP_WORD) != 0;
  }

  /** The kind of a full stop after a single letter that isn't a capital. */
  private BoundaryKind afterSmallLetter(char letter, int first, char opening) {
    return Letters.isLower(letter) && Letters.isUpper(opening) && !isInitial(first)
        ? BoundaryKind.ABBREVIATION
        : BoundaryKind.NEVER;
  }

  /** Returns whether the character is a syllable or word by itself: Hangul, Han, kana, Ethiopic. */
  private static boolean isSyllable(char c) {
    return isFullWidth(c) || isEthiopic(c);
  }

  /**
   * The kind of a full stop after a word without a vowel, an abbreviation of whatever language:
   * {@code Hptm. Weber}, {@code Jln. 9}. After a number it is a unit, which can end a sentence.
   */
  private BoundaryKind afterVowelless(int word, int first, char opening) {
    int before = WhiteSpace.skipBack(text, word, begin);
    boolean unit =
        before > begin
            && (Letters.isDigit(text.charAt(before - 1)) || text.charAt(before - 1) == '/');
    if (Letters.isUpper(opening) || Letters.isCaseless(opening)) {
      return unit || Letters.isLower(text.charAt(word)) || opensSentence(first)
          ? BoundaryKind.ALWAYS
          : BoundaryKind.ABBREVIATION;
    }
    return unit && Letters.isDigit(opening) ? BoundaryKind.PERIOD_THEN_SYMBOL : BoundaryKind.NEVER;
  }

  /** The kind of a full stop after a plural of initials: {@code EE. UU.}, {@code FF. AA.} */
  private BoundaryKind afterDoubledLetter(int word, int first) {
    boolean opens =
        first + 2 < end
            && isDoubled(first)
            && Letters.isUpper(text.charAt(first))
            && text.charAt(first + 2) == '.';
    int stop = WhiteSpace.skipBack(text, word, begin) - 1;
    boolean closes =
        stop - 2 >= begin
            && text.charAt(stop) == '.'
            && isDoubled(stop - 2)
            && Letters.isUpper(text.charAt(stop - 1));
    return opens || (closes && !opensSentence(first)) ? BoundaryKind.NEVER : BoundaryKind.ALWAYS;
  }

  /** Returns whether a Roman number is an ordinal by its full stop: {@code II. Rákóczi}. */
  private boolean isOrdinalRoman(int word, int stop) {
    return lexicon.ordinalStops() && WordShape.isRoman(text, word, stop);
  }

  /** The kind of a full stop after such a number, which mostly stands beside a name. */
  private BoundaryKind afterOrdinalRoman(int word, int first, char opening) {
    if (!Letters.isUpper(opening) || word == firstLetter(begin)) {
      return BoundaryKind.NEVER;
    }
    return opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
  }

  /**
   * Returns whether the number with its full stop and the one after it belong to a date: {@code 12.
   * 3. 2024}, {@code 2024. 3. 12.}
   */
  private boolean isSpacedDate(int word, int stop, int next) {
    int number = number(word, stop);
    int nextEnd = endOfDigits(next);
    int after = number(next, nextEnd);
    if (caseless && isMonth(number(word, stop)) && isDay(after) && isStop(nextEnd)) {
      return true; // a month and a day, in Korean
    }
    int before = numberBefore(word);
    if (before >= 0) {
      return isMonth(number)
          && ((isDay(before) && isYear(after)) || (isYear(before) && isDay(after)));
    }
    if (!isMonth(after) || !isStop(nextEnd)) {
      return false;
    }
    int third = WhiteSpace.skip(text, nextEnd + 1, end);
    int last = third > nextEnd + 1 ? number(third, endOfDigits(third)) : -1;
    return (isDay(number) && (isYear(last) || (lexicon.ordinalStops() && third > nextEnd + 1)))
        || (isYear(number) && isDay(last));
  }

  private boolean isStop(int at) {
    return at < end && text.charAt(at) == '.';
  }

  private static boolean isDay(int number) {
    return number >= 1 && number <= MAX_DAY;
  }

  private static boolean isMonth(int number) {
    return number >= 1 && number <= MAX_MONTH;
  }

  private static boolean isYear(int number) {
    return number >= MIN_YEAR && number <= MAX_YEAR;
  }

  /** Returns whether the number is the day of a date that starts with the year. */
  private boolean endsDate(int word, int stop) {
    int monthStop = WhiteSpace.skipBack(text, word, begin) - 1;
    return isDay(number(word, stop))
        && isMonth(numberBefore(word))
        && (caseless || isYear(numberBefore(wordStart(monthStop))));
  }

  /** The number with a full stop before the word; -1 if there is none. */
  private int numberBefore(int word) {
    int stop = WhiteSpace.skipBack(text, word, begin) - 1;
    if (stop <= begin || stop == word - 1 || text.charAt(stop) != '.') {
      return -1;
    }
    return number(wordStart(stop), stop);
  }

  private int endOfDigits(int at) {
    int i = at;
    while (i < end && i - at <= MAX_NOTE_DIGITS && Letters.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The value of a number of up to four digits; -1 for a longer one or none. */
  private int number(int from, int to) {
    if (to == from || to - from > MAX_NOTE_DIGITS) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * Returns whether what follows a quotation in Japanese or Chinese belongs to its sentence: a
   * particle in Hiragana, or a few characters that say who spoke.
   */
  private boolean continuesQuotation(int at) {
    if (isHiragana(text.charAt(at))) {
      return true;
    }
    int limit = Math.min(end, at + MAX_ATTRIBUTION);
    for (int i = at; i < limit && Letters.isLetter(text.charAt(i)); i++) {
      for (int length = 1; length <= 2 && i + length <= limit; length++) {
        if ((lexicon.kinds(text, i, i + length) & Lexicon.ATTRIBUTION) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns whether a name and a verb of speech follow a quotation that ends in an exclamation or
   * question mark: {@code Hallam asked}, {@code Mayor Ruth Hallam said}.
   */
  private boolean isAttribution(int first) {
    if (opensSentence(first)) {
      return false;
    }
    int at = first;
    for (int words = 0; words < MAX_NAME_WORDS && at < end; words++) {
      int wordEnd = wordEnd(at);
      if (wordEnd == at) {
        return false;
      }
      if (!Letters.isUpper(text.charAt(at))) {
        return words > 0 && (lexicon.kinds(text, at, wordEnd) & Lexicon.ATTRIBUTION) != 0;
      }
      boolean stop = wordEnd < end && text.charAt(wordEnd) == '.';
      at = WhiteSpace.skip(text, stop ? wordEnd + 1 : wordEnd, end);
    }
    return false;
  }

  /**
   * The kind of a terminator that no white space follows: {@code year.Charlie}. Addresses and file
   * names never have a boundary there.
   */
  private BoundaryKind glued(int stop, int runEnd, int close, int word) {
    char follows = text.charAt(close);
    char mark = text.charAt(stop);
    if (!Letters.isLetter(follows) || !inPlainWord(stop)) {
      return BoundaryKind.NEVER;
    }
    if (mark != '.' || runEnd - stop > 1) {
      return isArmenian(follows) ? BoundaryKind.NEVER : BoundaryKind.GLUED;
    }
    if (close > runEnd) {
      return Letters.isUpper(follows) ? BoundaryKind.ALWAYS : BoundaryKind.NEVER;
    }
    if (!Letters.isUpper(follows) || close + 1 >= end || word == stop) {
      return BoundaryKind.NEVER;
    }
    char before = text.charAt(stop - 1);
    boolean ends = Letters.isDigit(before) || (Letters.isLower(before) && stop - word > 1);
    boolean starts = Letters.isLower(text.charAt(close + 1)) || text.charAt(close + 1) == ' ';
    return ends && starts && (lexicon.kinds(text, word, stop) & Lexicon.TITLE) == 0
        ? BoundaryKind.ALWAYS
        : BoundaryKind.NEVER;
  }

  private static boolean isArmenian(char c) {
    return c >= 0x531 && c <= 0x58A;
  }

  /** Returns whether the characters around, up to white space, have no sign of an address. */
  private boolean inPlainWord(int at) {
    int from = at;
    while (from > begin && at - from < REACH && !WhiteSpace.isWhiteSpace(text.charAt(from - 1))) {
      from--;
    }
    int limit = Math.min(end, at + REACH);
    for (int i = from; i < limit && !WhiteSpace.isWhiteSpace(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '/' || c == '_' || c == '\\' || c == '=') {
        return false;
      }
    }
    return !text.regionMatches(true, from, "www.", 0, 4);
  }

  /** The start of the word of letters, digits, inner stops and apostrophes that ends there. */
  private int wordStart(int at) {
    int i = at;
    int limit = Math.max(begin, at - REACH);
    while (i > limit) {
      char c = text.charAt(i - 1);
      if (Letters.isLetterOrDigit(c)
          || c == '°'
          || ((c == '.' || c == '\'' || c == '’')
              && i - 1 > limit
              && i < at
              && Letters.isLetterOrDigit(text.charAt(i - 2)))) {
        i--;
      } else {
        break;
      }
    }
    return i;
  }

  /** The position of the first character after opening marks, dashes, bullets and terminators. */
  private int firstLetter(int at) {
    int i = at;
    int limit = Math.min(end, at + REACH);
    while (i < limit) {
      char c = text.charAt(i);
      if (c == ','
          || Punctuation.canOpen(c)
          || WhiteSpace.isWhiteSpace(c)
          || Punctuation.isDash(c)
          || c == '•'
          || SentenceTerminators.isTerminator(c)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  /**
   * Returns whether the word there typically opens a sentence: a capitalized stop word. Stop words
   * are written in lower case within a sentence, so the capital is evidence of a boundary.
   */
  private boolean opensSentence(int at) {
    if (at >= end || !Letters.isUpper(text.charAt(at)) || isInitial(at)) {
      return false;
    }
    int i = wordEnd(at);
    return (lexicon.kinds(text, at, i) & Lexicon.STOP_WORD) != 0;
  }

  private boolean isAcronym(int at) {
    return at + 1 < end && Letters.isUpper(text.charAt(at)) && Letters.isUpper(text.charAt(at + 1));
  }

  private boolean isRoman(int at) {
    return WordShape.isRoman(text, at, wordEnd(at));
  }

  private int wordEnd(int at) {
    int i = at;
    int limit = Math.min(end, at + REACH);
    while (i < limit
        && (Letters.isLetterOrDigit(text.charAt(i))
            || ((text.charAt(i) == '\'' || text.charAt(i) == '’')
                && i + 1 < limit
                && Letters.isLetter(text.charAt(i + 1))))) {
      i++;
    }
    return i;
  }

  private static boolean isHiragana(char c) {
    return c >= 0x3041 && c <= 0x309F;
  }
}
