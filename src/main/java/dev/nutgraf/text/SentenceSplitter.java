package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;
import java.util.Locale;

/**
 * Cuts blocks of text into sentences, in one pass over the characters.
 *
 * <p>Every stop, with whatever closes after it (quotation marks, brackets, further stops), is a
 * candidate; what stands before and behind decides. A full stop of a script that has one of its own
 * always ends a sentence. {@code . ! ? …} end one unless the word before is an abbreviation, an
 * initial, or an ordinal number, the stop lies inside a number, an address or a bracketed remark,
 * or what follows does not look like the start of a sentence. Numbered inline lists are cut before
 * each number. Words are looked up in a {@link Lexicon}, never copied; every look around a
 * candidate is bounded, so time is linear in the length of the text.
 */
final class SentenceSplitter {
  /** Receives the sentences, in order. */
  @FunctionalInterface
  interface Sink {
    /** A sentence from {@code start}, inclusive, to {@code end}, exclusive. */
    void sentence(int start, int end);
  }

  /** How far a decision looks around a candidate, in characters. */
  private static final int REACH = 80;

  /** How far apart a bracket and its stop may be for the remark to stay in one piece. */
  private static final int LONGEST_REMARK = 300;

  /** Longer words before a full stop are whole ones. */
  private static final int LONGEST_ABBREVIATION = 6;

  private final String text;
  private final Lexicon lexicon;
  private final BoundaryFeatures features;
  private final BoundaryClassifier doubtful;

  // The block under way.
  private int begin; // of the sentence under way
  private int end; // of the block
  private int bracketDepth;
  private int bracketAt;
  private boolean quoteOpen;

  /** A splitter whose doubts the model settles. */
  SentenceSplitter(String text, Lexicon lexicon, BoundaryModel model) {
    this.text = text;
    this.lexicon = lexicon;
    this.features = new BoundaryFeatures(text, lexicon);
    this.doubtful = model.over(features);
  }

  /** A splitter whose doubts are settled by whatever is given. */
  SentenceSplitter(
      String text, Lexicon lexicon, BoundaryFeatures features, BoundaryClassifier doubtful) {
    this.text = text;
    this.lexicon = lexicon;
    this.features = features;
    this.doubtful = doubtful;
  }

  /** Cuts the block that reaches from {@code from} to {@code to}. */
  void split(int from, int to, Sink sink) {
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
          finish(close, i, sink);
          list = marker;
          i += marker.length();
        } else if (close > begin
            && mayStartUnannounced(close, i)
            && doubtful.endsSentence(BoundaryKind.NO_STOP, begin, close, i)) {
          finish(close, i, sink);
        }
      } else if (isStop(c, i)) {
        int stopEnd = endOfStops(i);
        int close = endOfClosers(stopEnd);
        int next = WhiteSpace.skip(text, close, end);
        if (next < end && ends(i, stopEnd, close, next)) {
          finish(close, next, sink);
          ListMarker marker = ListMarker.at(text, next, end);
          if (marker.length() > 0) {
            list = marker;
          }
          i = next + marker.length();
        } else {
          trackQuotes(stopEnd, close);
          i = close;
        }
      } else {
        track(c, i);
        i++;
      }
    }
    if (begin < end) {
      sink.sentence(begin, end);
    }
  }

  private void finish(int sentenceEnd, int next, Sink sink) {
    sink.sentence(begin, sentenceEnd);
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

  /** Whether the character may end a sentence; some do only after a letter of their own script. */
  private boolean isStop(char c, int at) {
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
   * The end of the run of stops, spaced ellipses included: {@code ?!}, {@code ....}, {@code . . .}
   */
  private int endOfStops(int at) {
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

  /** Whether the stop at the end of a sentence is followed by an ellipsis that opens the next. */
  private boolean opensEllipsis(int stop, int space) {
    return stop == space - 1 // one stop so far
        && stop > begin
        && Letters.isLetterOrDigit(text.charAt(stop - 1))
        && text.startsWith(". . .", space + 1)
        && space + 8 < end
        && text.charAt(space + 6) == ' '
        && Letters.isUpper(text.charAt(space + 7));
  }

  /** The end of what closes after the stop: quotation marks, brackets, and stops after those. */
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
    return endOfReferences(i);
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

  /** The end of bracketed numbers after the sentence: {@code Dulwich. [17] Placed}. */
  private int endOfReferences(int at) {
    int done = at;
    int i = WhiteSpace.skip(text, at, Math.min(end, at + 2));
    while (i < end && text.charAt(i) == '[') {
      int digits = i + 1;
      while (digits < end && digits < i + 5 && Letters.isDigit(text.charAt(digits))) {
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
   * Whether a sentence ends here.
   *
   * @param stop the first stop
   * @param stopEnd the end of the run of stops
   * @param close the end of what closes after it
   * @param next the next character that is no white space; it exists
   */
  private boolean ends(int stop, int stopEnd, int close, int next) {
    BoundaryKind clue = clue(stop, stopEnd, close, next);
    return clue == BoundaryKind.ALWAYS
        || (clue != BoundaryKind.NEVER && doubtful.endsSentence(clue, begin, close, next));
  }

  /** Whether the white space between may separate sentences though no stop does. */
  private boolean mayStartUnannounced(int close, int next) {
    char before = text.charAt(close - 1);
    char after = text.charAt(next);
    if (Letters.isLower(after)) {
      return !Letters.isLetterOrDigit(before)
          && before != ','
          && !Punctuation.isTwoWayQuote(before);
    }
    boolean quotes = before == ':' && Punctuation.canOpen(after); // somebody is about to be quoted
    return !Letters.isCaseless(after)
        && after != ','
        && after != ')'
        && !quotes
        && !SentenceTerminators.isTerminator(before)
        && (lexicon.kinds(text, next, wordEnd(next)) & Lexicon.ABBREVIATION) == 0; // "Smith Jr."
  }

  private BoundaryKind clue(int stop, int stopEnd, int close, int next) {
    char mark = text.charAt(stop);
    char follows = text.charAt(next);
    if (stop == begin || (bracketDepth > 0 && remarkGoesOn(stop, stopEnd, close, next))) {
      return BoundaryKind.NEVER;
    }
    if (follows == ';' || follows == ':' || Punctuation.onlyCloses(follows) || isComma(next)) {
      return BoundaryKind.NEVER;
    }
    if (SentenceTerminators.isUnambiguous(mark) || mark == ';') {
      return close == stopEnd || !isHiragana(follows) ? BoundaryKind.ALWAYS : BoundaryKind.NEVER;
    }
    if (mark == ':') {
      return BoundaryKind.ALWAYS;
    }
    if (mark == '．') {
      return Letters.isDigit(follows) && next == close ? BoundaryKind.NEVER : BoundaryKind.ALWAYS;
    }
    int word = wordStart(stop);
    if (next == close) {
      return glued(stop, stopEnd, close, word);
    }
    int first = firstLetter(next);
    char opening = first < end ? text.charAt(first) : ' ';
    if (mark == '!' || mark == '?') {
      if (Letters.isUpper(opening) || Letters.isCaseless(opening)) {
        return BoundaryKind.ALWAYS;
      }
      boolean name = word > begin && word < stop && Letters.isUpper(text.charAt(word)); // Yahoo!
      return close > stopEnd || (name && mark == '!')
          ? BoundaryKind.NEVER
          : BoundaryKind.MARK_THEN_LOWER;
    }
    if (stopEnd - stop > 1 || mark == '…') {
      return afterEllipsis(stop, stopEnd, first, opening);
    }
    if (close > stopEnd
        && Punctuation.isTwoWayQuote(text.charAt(close - 1))
        && Letters.isLower(opening)) {
      return BoundaryKind.NEVER;
    }
    return afterWord(word, stop, next, first, opening);
  }

  /** A comma, but not the two that open a quotation in Dutch: {@code ,,Zo''}. */
  private boolean isComma(int at) {
    return text.charAt(at) == ',' && !text.startsWith(",,", at);
  }

  /** Whether the stop belongs to a remark in brackets that closes and then goes on. */
  private boolean remarkGoesOn(int stop, int stopEnd, int close, int next) {
    if (close - bracketAt > LONGEST_REMARK) {
      return false;
    }
    for (int i = stopEnd; i < close; i++) {
      if (Punctuation.onlyCloses(text.charAt(i))) {
        return Letters.isLower(text.charAt(next)) || bracketAt == stop - 1;
      }
    }
    if (bracketAt == begin) {
      return false;
    }
    int limit = Math.min(end, bracketAt + LONGEST_REMARK);
    for (int i = close; i < limit; i++) {
      if (text.charAt(i) == ')' || text.charAt(i) == ']') {
        return true;
      }
    }
    return false;
  }

  private BoundaryKind afterEllipsis(int stop, int stopEnd, int first, char opening) {
    boolean apart = WhiteSpace.isWhiteSpace(text.charAt(stop - 1));
    if (apart && stopEnd - stop < 7 && text.charAt(stop) == '.') { // three dots, set apart
      return BoundaryKind.NEVER;
    }
    if (Letters.isUpper(opening) && stopEnd - stop > 3) { // an ellipsis and a full stop
      return BoundaryKind.ALWAYS;
    }
    return isAcronym(first) ? BoundaryKind.NEVER : BoundaryKind.ELLIPSIS;
  }

  /** A full stop after a word and before white space: what kind of word, and what comes next? */
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
          : lower ? BoundaryKind.STOP_THEN_LOWER : BoundaryKind.STOP_THEN_SIGN;
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
    if (lower && stop - word > LONGEST_ABBREVIATION && Letters.isLower(text.charAt(word))) {
      return BoundaryKind.ALWAYS;
    }
    return lower ? BoundaryKind.STOP_THEN_LOWER : BoundaryKind.STOP_THEN_SIGN;
  }

  private BoundaryKind afterNumber(int word, int stop, int first, char opening) {
    if (Letters.isLower(opening)) {
      return lexicon.ordinalStops() ? BoundaryKind.NEVER : BoundaryKind.STOP_THEN_LOWER;
    }
    if (!lexicon.ordinalStops() || stop - word > 2 || opensSentence(first)) {
      return BoundaryKind.ALWAYS;
    }
    return (lexicon.kinds(text, first, wordEnd(first)) & Lexicon.ORDINAL_NOUN) != 0
        ? BoundaryKind.NEVER
        : BoundaryKind.ABBREVIATION;
  }

  /**
   * {@code a.m.}, {@code U.S.}: a sentence ends there only before a word that typically opens one.
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
      boolean opens = hour - begin < 12; // nothing but "At 5" so far
      return opens || Punctuation.canOpen(text.charAt(next))
          ? BoundaryKind.NEVER
          : BoundaryKind.ALWAYS;
    }
    return opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
  }

  /** {@code 5 a.m. ET}, {@code 6 p.m. Monday}: what goes on after the time of day. */
  private boolean isZoneOrDay(int first) {
    String word = text.substring(first, wordEnd(first));
    boolean capitals = word.chars().allMatch(c -> Letters.isUpper((char) c));
    return capitals ? word.length() >= 2 && word.length() <= 4 : isCapitalizedWeekday(word);
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
        return BoundaryKind.ALWAYS; // "you and I"
      }
    }
    return opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
  }

  /** {@code year.Charlie}: a word glued to the stop of the last one. */
  private BoundaryKind glued(int stop, int stopEnd, int close, int word) {
    char follows = text.charAt(close);
    char mark = text.charAt(stop);
    if (!Letters.isLetter(follows) || !inPlainWord(stop)) {
      return BoundaryKind.NEVER;
    }
    if (mark != '.' || stopEnd - stop > 1) {
      return isArmenian(follows) ? BoundaryKind.NEVER : BoundaryKind.GLUED;
    }
    if (close > stopEnd) {
      return Letters.isUpper(follows) ? BoundaryKind.ALWAYS : BoundaryKind.NEVER;
    }
    if (!Letters.isUpper(follows) || close + 1 >= end || word == stop) {
      return BoundaryKind.NEVER;
    }
    char before = text.charAt(stop - 1);
    boolean word1 = Letters.isLower(before) && stop - word > 1;
    boolean word2 = Letters.isLower(text.charAt(close + 1)) || text.charAt(close + 1) == ' ';
    return (word1 || Letters.isDigit(before))
            && word2
            && (lexicon.kinds(text, word, stop) & Lexicon.TITLE) == 0
        ? BoundaryKind.ALWAYS
        : BoundaryKind.NEVER;
  }

  private static boolean isArmenian(char c) {
    return c >= 0x531 && c <= 0x58A;
  }

  /** Whether the characters around, up to white space, are no address. */
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

  /** The start of the word of letters, digits and inner stops that ends at {@code at}. */
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

  /** Whether single letters alternate with stops: {@code U.S}, {@code a.m}. */
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

  /** The first letter or digit behind opening brackets and quotation marks, dashes and bullets. */
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

  /** Whether the word there is capitalized and of the kind that often comes first in a sentence. */
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
