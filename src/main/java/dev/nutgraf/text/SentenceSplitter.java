package dev.nutgraf.text;

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

  /** Digits of a bracketed note mark, {@code [1234]}. */
  private static final int MAX_NOTE_DIGITS = 4;

  /** Digits of an ordinal number, in languages that write one with a full stop: {@code 31.}. */
  private static final int MAX_ORDINAL_DIGITS = 2;

  /** Characters before a time of day with which it still opens the sentence: {@code At 5 a.m.}. */
  private static final int MAX_BEFORE_OPENING_TIME = 12;

  /** Characters of a spaced ellipsis, {@code . . . .}; a longer run ends a sentence. */
  private static final int MAX_SPACED_ELLIPSIS = 7;

  /** Letters of a time zone: {@code ET}, {@code CEST}. */
  private static final int MIN_ZONE = 2;

  private static final int MAX_ZONE = 4;

  private final String text;
  private final Lexicon lexicon;
  private final BoundaryFeatures features;
  private final BoundaryClassifier classifier;

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
  }

  /** Creates a splitter that leaves doubtful boundaries to the classifier. */
  SentenceSplitter(
      String text, Lexicon lexicon, BoundaryFeatures features, BoundaryClassifier classifier) {
    this.text = text;
    this.lexicon = lexicon;
    this.features = features;
    this.classifier = classifier;
  }

  /**
   * Splits the block from {@code from}, inclusive, to {@code to}, exclusive. The sentences cover
   * all of it outside white space; a block of white space has none.
   */
  void split(int from, int to, SentenceConsumer sentences) {
    end = WhiteSpace.skipBack(text, to, from);
    begin = WhiteSpace.skip(text, from, end);
    bracketDepth = 0;
    quoteOpen = false;
    features.enter(begin, end);
    ListMarker list = ListMarker.at(text, begin, end);
    int i = begin + list.length();
    while (i < end) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        i++;
      } else if (WhiteSpace.isWhiteSpace(c)) {
        int close = i;
        i = WhiteSpace.skip(text, i, end);
        ListMarker marker = list.length() > 0 ? ListMarker.at(text, i, end) : ListMarker.NONE;
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
        int next = WhiteSpace.skip(text, close, end);
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
   * Returns whether the character may end a sentence. The Greek question mark is typed as a
   * semicolon and the Armenian full stop as a colon; they count after a letter of their script.
   */
  private boolean isTerminator(char c, int at) {
    if (c == ';' || c == ':') {
      char before = at > begin ? text.charAt(at - 1) : ' ';
      return c == ';' ? isGreek(before) : isArmenian(before);
    }
    return SentenceTerminators.isTerminator(c);
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
      if (Punctuation.onlyCloses(c) || SentenceTerminators.isTerminator(c)) {
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
    return endOfNoteMarks(i);
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

  /** The end of bracketed note marks after the sentence: {@code Dulwich. [17] Placed}. */
  private int endOfNoteMarks(int at) {
    int done = at;
    int i = WhiteSpace.skip(text, at, Math.min(end, at + 2));
    while (i < end && text.charAt(i) == '[') {
      int digits = i + 1;
      while (digits < end
          && digits <= i + MAX_NOTE_DIGITS
          && Letters.isDigit(text.charAt(digits))) {
        digits++;
      }
      if (digits == i + 1 || digits >= end || text.charAt(digits) != ']') {
        break;
      }
      done = digits + 1;
      i = WhiteSpace.skip(text, done, Math.min(end, done + 1));
    }
    return done;
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
    if (Letters.isLower(after)) {
      return !Letters.isLetterOrDigit(before)
          && before != ','
          && !Punctuation.isTwoWayQuote(before);
    }
    boolean quotation = before == ':' && Punctuation.canOpen(after);
    return !Letters.isCaseless(after)
        && after != ','
        && after != ')'
        && !quotation
        && !SentenceTerminators.isTerminator(before)
        && (lexicon.kinds(text, next, wordEnd(next)) & Lexicon.ABBREVIATION) == 0; // "Smith Jr."
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
    if (SentenceTerminators.isUnambiguous(mark) || mark == ';') {
      return close == runEnd || !isHiragana(follows) ? BoundaryKind.ALWAYS : BoundaryKind.NEVER;
    }
    if (mark == ':') {
      return BoundaryKind.ALWAYS;
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
        return BoundaryKind.ALWAYS;
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
    if (isDotted(word, stop)) {
      return afterDotted(word, stop, next, first, opening);
    }
    if ((kinds & Lexicon.ABBREVIATION) != 0) {
      return opensSentence(first)
          ? BoundaryKind.ALWAYS
          : starts ? BoundaryKind.ABBREVIATION : BoundaryKind.NEVER;
    }
    if (stop - word == 1) {
      return afterInitial(word, first, opening);
    }
    if (starts) {
      return BoundaryKind.ALWAYS;
    }
    if (lower && stop - word > MAX_UNKNOWN_ABBREVIATION && Letters.isLower(text.charAt(word))) {
      return BoundaryKind.ALWAYS;
    }
    return lower ? BoundaryKind.PERIOD_THEN_LOWER : BoundaryKind.PERIOD_THEN_SYMBOL;
  }

  private BoundaryKind afterNumber(int word, int stop, int first, char opening) {
    if (Letters.isLower(opening)) {
      return lexicon.ordinalStops() ? BoundaryKind.NEVER : BoundaryKind.PERIOD_THEN_LOWER;
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

  private BoundaryKind afterInitial(int word, int first, char opening) {
    char letter = text.charAt(word);
    if (!Letters.isUpper(letter) || !Letters.isUpper(opening)) {
      return Letters.isLower(letter) && Letters.isUpper(opening)
          ? BoundaryKind.ABBREVIATION
          : BoundaryKind.NEVER;
    }
    if (letter == 'I') {
      int before = WhiteSpace.skipBack(text, word, begin);
      if (before > begin && Letters.isLower(text.charAt(wordStart(before)))) {
        return BoundaryKind.ALWAYS; // the pronoun: "you and I"
      }
    }
    return opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
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

  /** Returns whether single letters alternate with full stops: {@code U.S}, {@code a.m}. */
  private boolean isDotted(int word, int stop) {
    if (stop - word < 3) {
      return false;
    }
    for (int i = word; i < stop; i++) {
      if (((i - word) % 2 == 1) != (text.charAt(i) == '.')) {
        return false;
      }
    }
    return true;
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
    if (at >= end || !Letters.isUpper(text.charAt(at))) {
      return false;
    }
    int i = wordEnd(at);
    return (lexicon.kinds(text, at, i) & Lexicon.STOP_WORD) != 0;
  }

  private boolean isAcronym(int at) {
    return at + 1 < end && Letters.isUpper(text.charAt(at)) && Letters.isUpper(text.charAt(at + 1));
  }

  private boolean isRoman(int at) {
    int i = at;
    while (i < end && "IVXLC".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i > at && (i == end || !Letters.isLetterOrDigit(text.charAt(i)));
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
