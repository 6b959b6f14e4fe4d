package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;

/**
 * The words around a position in the current sentence and its block. One object serves all rules
 * and scanners of a {@link SentenceSplitter}, which moves it on from sentence to sentence.
 *
 * <p>Every look to either side ends after {@value #REACH} characters or at the bounds, so that a
 * rule takes constant time on any text.
 */
final class SentenceContext {
  /** Characters on either side of a candidate that a rule may read. */
  static final int REACH = 80;

  /** Characters of an elided article with its apostrophe and space. */
  private static final int ELISION = 3;

  /** Part of some final consonants in Malayalam. */
  private static final char ZERO_WIDTH_JOINER = '\u200D';

  private final String text;
  private final Lexicon lexicon;
  private final boolean caseless;
  private final boolean english;
  private final boolean losesCharacters;
  private int begin;
  private int end;

  SentenceContext(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.caseless = Script.isCaseless(lexicon.language());
    this.english = lexicon.language().equals("en");
    this.losesCharacters = LostCharacters.areIn(text);
  }

  String text() {
    return text;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** Returns whether the language is written without capitals. */
  boolean isCaseless() {
    return caseless;
  }

  /** Returns whether the language is English. */
  boolean isEnglish() {
    return english;
  }

  /** Returns whether question marks of the text stand for {@link LostCharacters}. */
  boolean losesCharacters() {
    return losesCharacters;
  }

  /** Returns the start of the current sentence. */
  int begin() {
    return begin;
  }

  /** Returns the end of the block, exclusive. */
  int end() {
    return end;
  }

  /** Sets the bounds of the current block, whose first sentence starts at {@code start}. */
  void enter(int start, int blockEnd) {
    begin = start;
    end = blockEnd;
  }

  /** Sets the start of the current sentence. */
  void beginSentence(int start) {
    begin = start;
  }

  /**
   * The first position that is neither white space nor a character without width, which stands
   * between sentences where pages and files were joined.
   */
  int skipSpace(int at, int limit) {
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

  /** The start of the word of letters, digits, inner stops and apostrophes that ends there. */
  int wordStart(int at) {
    int i = at;
    int limit = Math.max(begin, at - REACH);
    while (i > limit) {
      char c = text.charAt(i - 1);
      if (Letters.isLetterOrDigit(c)
          || c == '°'
          || c == ZERO_WIDTH_JOINER
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

  /** The end of the word of letters, digits and inner apostrophes that starts there. */
  int wordEnd(int at) {
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

  /**
   * Returns whether an article of one letter stands there that was elided before a capital: {@code
   * 's Morgens}.
   */
  boolean opensWithElision(int at) {
    return at + ELISION < end
        && (text.charAt(at) == '\'' || text.charAt(at) == '’' || text.charAt(at) == '‘')
        && Letters.isLower(text.charAt(at + 1))
        && WhiteSpace.isWhiteSpace(text.charAt(at + 2))
        && Letters.isUpper(text.charAt(at + ELISION));
  }

  /**
   * The position of the first character after opening marks, dashes, bullets, terminators and an
   * elided article.
   */
  int firstLetter(int at) {
    if (opensWithElision(at)) {
      return at + ELISION;
    }
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
  boolean opensSentence(int at) {
    if (at >= end || !Letters.isUpper(text.charAt(at)) || isInitial(at)) {
      return false;
    }
    int i = wordEnd(at);
    return (lexicon.kinds(text, at, i) & Lexicon.STOP_WORD) != 0;
  }

  /** Returns whether a capital with a full stop stands there. */
  boolean isInitial(int at) {
    if (at >= end || !Letters.isUpper(text.charAt(at))) {
      return false;
    }
    int i = at + 1;
    while (i < end && Letters.isMark(text.charAt(i))) {
      i++;
    }
    return i < end && text.charAt(i) == '.';
  }

  /** Returns whether two capitals stand there. */
  boolean isAcronym(int at) {
    return at + 1 < end && Letters.isUpper(text.charAt(at)) && Letters.isUpper(text.charAt(at + 1));
  }

  /** Returns whether the word before the one that starts there is a stop word. */
  boolean followsStopWord(int word) {
    int stop = WhiteSpace.skipBack(text, word, begin);
    return (lexicon.kinds(text, wordStart(stop), stop) & Lexicon.STOP_WORD) != 0;
  }

  /** Returns whether the character there stands twice. */
  boolean isDoubled(int at) {
    return at + 1 < end && text.charAt(at + 1) == text.charAt(at);
  }

  /** Returns whether a full stop stands there. */
  boolean isStop(int at) {
    return at < end && text.charAt(at) == '.';
  }
}
