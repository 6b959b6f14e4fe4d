package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;

/**
 * Splits blocks of text into sentences, in one pass over the characters.
 *
 * <p><b>Idea.</b> Every run of sentence terminators, with whatever closes after it (quotation
 * marks, brackets, note marks), is a candidate, and so is every white space. Rules settle most
 * candidates from a word or two on either side; a trained classifier decides the rest.
 *
 * <p><b>Data flow.</b> {@link TerminatorScanner} finds a candidate and where the sentence would
 * end, with the help of {@link NestingTracker}, which knows the open brackets and quotation marks.
 * {@link TerminatorRules} decides, or names the reason of its doubt to the {@link
 * BoundaryClassifier}; {@link PeriodRules} and the rules it delegates to are its part for the full
 * stop. All of them see the text through one {@link SentenceContext}. White space without a
 * terminator is left to the classifier where the characters on both sides permit a boundary ({@link
 * #mayLackTerminator}). Inline lists ({@code 1. … 2. …}) are split before each marker.
 *
 * <p><b>Sources.</b> The cases are those of the Golden Rules of pragmatic_segmenter (Kevin Dias,
 * 2014) and of the development sets of Universal Dependencies; docs/sentences.md has the scores.
 * Words are looked up in a {@link Lexicon} in place and every look around a candidate is bounded,
 * so the time is linear in the length of the text.
 */
final class SentenceSplitter {
  /** Receives sentences in text order. */
  @FunctionalInterface
  interface SentenceConsumer {
    /** Accepts the sentence from {@code start}, inclusive, to {@code end}, exclusive. */
    void accept(int start, int end);
  }

  /** Characters of the longest acronym within a name. */
  private static final int MAX_ACRONYM = 5;

  /** Digits of the longest number within a name; longer ones are years. */
  private static final int MAX_NUMBER = 3;

  private final String text;
  private final SentenceContext context;
  private final NestingTracker nesting;
  private final TerminatorScanner scanner;
  private final TerminatorRules rules;
  private final BoundaryFeatures features;
  private final BoundaryClassifier classifier;

  /** Creates a splitter that leaves doubtful boundaries to the model. */
  SentenceSplitter(String text, Lexicon lexicon, BoundaryModel model) {
    this(text, lexicon, model, new BoundaryFeatures(text, lexicon));
  }

  private SentenceSplitter(
      String text, Lexicon lexicon, BoundaryModel model, BoundaryFeatures features) {
    this(text, lexicon, features, model.over(features));
  }

  /** Creates a splitter that leaves doubtful boundaries to the classifier. */
  SentenceSplitter(
      String text, Lexicon lexicon, BoundaryFeatures features, BoundaryClassifier classifier) {
    this.text = text;
    this.context = new SentenceContext(text, lexicon);
    this.nesting = new NestingTracker(context);
    this.scanner = new TerminatorScanner(context, nesting);
    this.rules = new TerminatorRules(context, nesting);
    this.features = features;
    this.classifier = classifier;
  }

  /**
   * Splits the block from {@code from}, inclusive, to {@code to}, exclusive. The sentences cover
   * all of it outside white space, but for a stray mark before one: {@code . The}. A block of white
   * space has none.
   */
  void split(int from, int to, SentenceConsumer sentences) {
    int end = WhiteSpace.skipBack(text, to, from);
    int start = context.skipSpace(from, end);
    context.enter(start, end);
    context.beginSentence(afterStrayMark(start));
    nesting.enterBlock();
    features.enter(start, end);
    ListMarker list = ListMarker.at(text, context.begin(), end);
    int i = context.begin() + list.length();
    while (true) {
      i = skipWords(i, end, list.length() > 0);
      if (i == end) {
        break;
      }
      char c = text.charAt(i);
      if (WhiteSpace.isWhiteSpace(c)) {
        int close = i;
        i = context.skipSpace(i, end);
        ListMarker marker = list.length() > 0 ? ListMarker.at(text, i, end) : ListMarker.NONE;
        if (i == end) {
          break;
        }
        if (list.precedes(marker)) {
          finish(close, i, sentences);
          list = marker;
          i += marker.length();
        } else if (close > context.begin()
            && mayLackTerminator(close, i)
            && classifier.endsSentence(BoundaryKind.NO_TERMINATOR, context.begin(), close, i)) {
          finish(close, i, sentences);
        }
      } else if (scanner.isTerminator(c, i)) {
        int runEnd = scanner.endOfRun(i);
        int close = scanner.endOfClosers(runEnd);
        int next = context.skipSpace(close, end);
        if (next < end && SentenceTerminators.isTerminator(text.charAt(next))) {
          next = afterStrayMark(next);
        }
        if (next < end && ends(i, runEnd, close, next)) {
          finish(close, next, sentences);
          ListMarker marker = ListMarker.at(text, next, end);
          if (marker.length() > 0) {
            list = marker;
          }
          i = next + marker.length();
        } else {
          nesting.trackAll(runEnd, close);
          i = close;
        }
      } else {
        nesting.track(c, i);
        i++;
      }
    }
    if (context.begin() < end) {
      sentences.accept(context.begin(), end);
    }
  }

  private static boolean isAsciiLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  /**
   * Skips letters, commas and the single spaces before words in lower case, to which no rule
   * applies: most of a text in the Latin script, which a short loop leaves behind quickly.
   *
   * @param inList whether a marker of a list item may follow a space
   */
  private int skipWords(int from, int end, boolean inList) {
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (isAsciiLower(c) || c == ',' || (c >= 'A' && c <= 'Z')) {
        i++;
      } else if (c == ' '
          && i > from // after a letter or comma
          && i + 1 < end
          && isAsciiLower(text.charAt(i + 1))
          && !inList) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  /** The position after a terminator or comma that was left before a sentence. */
  private int afterStrayMark(int at) {
    if (at + 1 >= context.end() || !WhiteSpace.isWhiteSpace(text.charAt(at + 1))) {
      return at;
    }
    char c = text.charAt(at);
    int next = context.skipSpace(at + 1, context.end());
    boolean stray = c == ',' || c == ';' || SentenceTerminators.isTerminator(c);
    return stray && next < context.end() && !SentenceTerminators.isTerminator(text.charAt(next))
        ? next
        : at;
  }

  private void finish(int sentenceEnd, int next, SentenceConsumer sentences) {
    sentences.accept(context.begin(), sentenceEnd);
    nesting.trackAll(sentenceEnd - 1, sentenceEnd);
    context.beginSentence(next);
    nesting.enterSentence();
  }

  /** Returns whether a sentence ends at the terminators; see {@link TerminatorRules#kind}. */
  private boolean ends(int stop, int runEnd, int close, int next) {
    BoundaryKind kind = rules.kind(stop, runEnd, close, next);
    return kind == BoundaryKind.ALWAYS
        || (kind != BoundaryKind.NEVER
            && classifier.endsSentence(kind, context.begin(), close, next));
  }

  /**
   * Returns whether the white space may separate sentences without a terminator, as after a heading
   * or a signature.
   */
  private boolean mayLackTerminator(int close, int next) {
    char before = text.charAt(close - 1);
    char after = text.charAt(next);
    if (context.isCaseless()
        || before == '|'
        || ((before == ';' || before == ':') && isItem(next))) {
      return false;
    }
    if (Letters.isLower(after)) {
      return !Letters.isLetterOrDigit(before)
          && before != ','
          && before != '?'
          && (before != '.' || context.isEnglish()) // its e-mail starts sentences in lower case
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
        && !continuesName(close, next)
        && (context.lexicon().kinds(text, next, context.wordEnd(next)) & excluded) == 0;
  }

  /**
   * Returns whether an acronym or a number stands before a capitalized word on the same line, as
   * inside a name: {@code the US Coast Guard}, {@code 60 Minutes}. It may end a heading in
   * capitals, a date or a time, though, and a stop word opens a sentence after it.
   */
  private boolean continuesName(int close, int next) {
    int word = context.wordStart(close);
    int earlier = WhiteSpace.skipBack(text, word, context.begin());
    return next == close + 1
        && earlier > context.begin()
        && (earlier < word || Punctuation.canOpen(text.charAt(earlier - 1)))
        && Letters.isUpper(text.charAt(next))
        && (isAcronym(word, close) || isNumber(word, close))
        && !Letters.isDigit(text.charAt(earlier - 1))
        && !context.isAcronym(context.wordStart(earlier))
        && !context.opensSentence(next);
  }

  private boolean isAcronym(int start, int end) {
    int i = start;
    while (i < end && Letters.isUpper(text.charAt(i))) {
      i++;
    }
    return i == end && end > start + 1 && end <= start + MAX_ACRONYM;
  }

  private boolean isNumber(int start, int end) {
    int i = start;
    while (i < end && Letters.isDigit(text.charAt(i))) {
      i++;
    }
    return i == end && end > start && end <= start + MAX_NUMBER;
  }

  /** Returns whether a line starts there with the bullet or dash of a list. */
  private boolean isItem(int next) {
    char c = text.charAt(next);
    return (Punctuation.isBullet(c) || Punctuation.isDash(c))
        && next + 1 < context.end()
        && WhiteSpace.isWhiteSpace(text.charAt(next + 1))
        && WhiteSpace.isLineBreak(text.charAt(next - 1));
  }
}
