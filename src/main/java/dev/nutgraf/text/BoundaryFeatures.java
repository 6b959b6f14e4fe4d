package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;

/**
 * The features of a doubtful boundary, as numbers below {@link #SPACE}.
 *
 * <p><b>Idea.</b> Observations are made around the boundary: the kind of doubt, the classes of the
 * characters on both sides, the shapes of the two words before and after, which of them are stop
 * words or abbreviations, the length of the sentence so far and of what remains of the block. Each
 * template combines two to four of them and hashes the combination to one number (feature hashing,
 * Weinberger et al., 2009), so that the model over the features can be linear and needs no
 * dictionary. Templates with the language or a word are few, for the model to carry over to
 * languages without training data.
 *
 * <p>The templates were chosen by cross-validation on the training texts that docs/sentences.md
 * names. Each value and its number are part of the trained model: a change to any of them requires
 * training it again.
 */
final class BoundaryFeatures {
  /** The number of distinct features, a power of two. */
  static final int SPACE = 1 << 13;

  /** The number of features of every boundary: one per template. */
  static final int COUNT = 21;

  /** Characters of a word, or of a token searched for signs of an address, that are read. */
  private static final int REACH = 40;

  /** Characters between the boundary and a word beside it that are skipped, marks mostly. */
  private static final int MAX_GAP = 6;

  /** Characters of white space between two words on the same side. */
  private static final int MAX_SPACE = 3;

  /** Full stops counted in a row. */
  private static final int MAX_STOPS = 5;

  /** Longer sentences and blocks count as of this length, in characters. */
  private static final int MAX_LENGTH = 400;

  /** The kinds of words that the model was trained on. */
  private static final int KINDS =
      Lexicon.TITLE
          | Lexicon.NUMBERED
          | Lexicon.ABBREVIATION
          | Lexicon.STOP_WORD
          | Lexicon.ORDINAL_NOUN;

  // Classes of characters. 0 is the end of the block.
  private static final int LOWER = 1;
  private static final int UPPER = 2;
  private static final int DIGIT = 3;
  private static final int DASH = 4;
  private static final int QUOTE = 5;
  private static final int CLOSER = 6;
  private static final int PERIOD = 7;
  private static final int EXCLAMATION = 8;
  private static final int QUESTION = 9;
  private static final int COMMA = 10;
  private static final int COLON = 11;
  private static final int SEMICOLON = 12;
  private static final int OPENER = 13;
  private static final int ANGLE = 14;
  private static final int ORNAMENT = 15;
  private static final int CASELESS_LETTER = 16;
  private static final int OTHER = 17;

  private static final int ASCII = 0x80;
  private static final byte[] ASCII_CLASSES = asciiClasses();

  // Shapes of words.
  private static final int NO_WORD = 0;
  private static final int LOWER_CASE = 1;
  private static final int CAPITALIZED = 2;
  private static final int ALL_CAPITALS = 3;
  private static final int ONE_CAPITAL = 4;
  private static final int NUMBER = 5;
  private static final int LETTERS_AND_DIGITS = 6;

  /** Where no second word follows, the class of the character there plus this stands for it. */
  private static final int CLASS_AS_SHAPE = 9;

  private final String text;
  private final Lexicon lexicon;
  private final int language;
  private int blockStart;
  private int blockEnd;

  BoundaryFeatures(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.language = lexicon.language().hashCode();
  }

  /** Sets the block of the boundaries that follow. */
  void enter(int start, int end) {
    blockStart = start;
    blockEnd = end;
  }

  /**
   * Writes the features of a boundary.
   *
   * @param kind the reason of the doubt
   * @param begin start of the current sentence
   * @param close where it would end, exclusive
   * @param next where the next sentence would start
   * @param out receives {@link #COUNT} numbers
   */
  void extract(BoundaryKind kind, int begin, int close, int next, int[] out) {
    int why = kind.code();
    int lastClass = classOf(text.charAt(close - 1));
    int firstClass = classOf(text.charAt(next));

    int beforeEnd = close;
    while (beforeEnd > begin
        && close - beforeEnd < MAX_GAP
        && !isLetterOrDigit(text.charAt(beforeEnd - 1))) {
      beforeEnd--;
    }
    int beforeStart = startOfWord(beforeEnd, begin);
    int before = shape(beforeStart, beforeEnd);
    int earlierEnd =
        WhiteSpace.skipBack(text, beforeStart, Math.max(begin, beforeStart - MAX_SPACE));
    int earlier = shape(startOfWord(earlierEnd, begin), earlierEnd);
    int afterStart = next;
    while (afterStart < blockEnd
        && afterStart - next < MAX_GAP
        && !isLetterOrDigit(text.charAt(afterStart))) {
      afterStart++;
    }
    int afterEnd = endOfWord(afterStart);
    int after = shape(afterStart, afterEnd);
    int laterStart = WhiteSpace.skip(text, afterEnd, Math.min(blockEnd, afterEnd + MAX_SPACE));
    int laterEnd = endOfWord(laterStart);
    int later =
        laterStart == laterEnd ? CLASS_AS_SHAPE + classAt(laterStart) : shape(laterStart, laterEnd);

    int beforeKinds = lexicon.kinds(text, beforeStart, beforeEnd) & KINDS;
    int stopBefore = beforeKinds & Lexicon.STOP_WORD;
    int stopAfter = lexicon.kinds(text, afterStart, afterEnd) & Lexicon.STOP_WORD;
    int stopLater = lexicon.kinds(text, laterStart, laterEnd) & Lexicon.STOP_WORD;
    int length = bucket(close - begin);
    int rest = bucket(blockEnd - next);
    int blockClass = classAt(blockStart);
    int addresses = (isAddress(beforeStart, -1) ? 1 : 0) + (isAddress(next, 1) ? 2 : 0);
    int gap = 0;
    for (int i = close; i < next; i++) {
      gap = text.charAt(i) == '\n' ? 2 : Math.max(gap, 1);
    }
    int stops = 0;
    while (stops < MAX_STOPS && close - stops > begin && text.charAt(close - 1 - stops) == '.') {
      stops++;
    }

    int i = 0;
    out[i++] = hash(1, why, 0, 0, 0);
    out[i++] = hash(2, why, lastClass, firstClass, 0);
    out[i++] = hash(3, why, lastClass, after, stopAfter);
    out[i++] = hash(4, before, lastClass, after * 64 + stopAfter, later);
    out[i++] = hash(5, beforeKinds, lastClass, after, later);
    out[i++] = hash(6, why, length, lastClass, after);
    out[i++] = hash(7, why, rest, length, 0);
    out[i++] = hash(8, why, blockClass, firstClass, lastClass);
    out[i++] = hash(9, language, lastClass, after, 0);
    out[i++] = hash(10, language, why, stopAfter, 0);
    out[i++] = hash(11, why, word(afterStart, afterEnd), 0, 0);
    out[i++] = hash(12, why, word(beforeStart, beforeEnd), 0, 0);
    out[i++] = hash(13, addresses, lastClass, after, firstClass);
    out[i++] = hash(14, earlier, before, after, later);
    out[i++] = hash(15, before, length, after, stopAfter + stopBefore * 8);
    out[i++] = hash(16, why, gap, lastClass, after);
    out[i++] = hash(17, afterEnd - afterStart == 1 ? 1 : 0, before, stopBefore, firstClass);
    out[i++] = hash(18, lastClass, length, after, blockClass);
    out[i++] = hash(19, after * 16 + stopAfter, later * 16 + stopLater, lastClass, 0);
    out[i++] = hash(20, language, before, stopAfter * 8 + stopBefore, after);
    out[i++] = hash(21, why, stops, after, lastClass);
  }

  private int classAt(int at) {
    return at < blockEnd ? classOf(text.charAt(at)) : 0;
  }

  private static int classOf(char c) {
    return c < ASCII ? ASCII_CLASSES[c] : computeClass(c);
  }

  private static byte[] asciiClasses() {
    byte[] classes = new byte[ASCII];
    for (char c = 0; c < ASCII; c++) {
      classes[c] = (byte) computeClass(c);
    }
    return classes;
  }

  private static int computeClass(char c) {
    if (Letters.isLower(c)) {
      return LOWER;
    }
    if (Letters.isUpper(c)) {
      return UPPER;
    }
    if (Letters.isDigit(c)) {
      return DIGIT;
    }
    if (Punctuation.isDash(c)) {
      return DASH;
    }
    if (Punctuation.onlyCloses(c)) {
      return c == '’' ? QUOTE : CLOSER;
    }
    if (Punctuation.isTwoWayQuote(c)) {
      return QUOTE;
    }
    return switch (c) {
      case '.', '…' -> PERIOD;
      case '!' -> EXCLAMATION;
      case '?' -> QUESTION;
      case ',' -> COMMA;
      case ':' -> COLON;
      case ';', '·' -> SEMICOLON; // the raised dot is the Greek semicolon
      case '(', '[', '{' -> OPENER;
      case '<', '>' -> ANGLE;
      case '*', '_', '=', '~', '•', '|', '#' -> ORNAMENT;
      default -> Letters.isLetter(c) ? CASELESS_LETTER : OTHER;
    };
  }

  private int shape(int start, int end) {
    if (start >= end) {
      return NO_WORD;
    }
    char first = text.charAt(start);
    boolean digits = false;
    boolean lower = false;
    for (int i = start + 1; i < end; i++) {
      int c = classOf(text.charAt(i));
      digits |= c == DIGIT;
      lower |= c == LOWER;
    }
    if (Letters.isDigit(first)) {
      return lower ? LETTERS_AND_DIGITS : NUMBER;
    }
    if (digits) {
      return LETTERS_AND_DIGITS;
    }
    if (!Letters.isUpper(first)) {
      return LOWER_CASE;
    }
    return end - start == 1 ? ONE_CAPITAL : lower ? CAPITALIZED : ALL_CAPITALS;
  }

  private int startOfWord(int end, int begin) {
    int i = end;
    while (i > begin && end - i < REACH && isLetterOrDigit(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private int endOfWord(int start) {
    int i = start;
    while (i < blockEnd && i - start < REACH && isWordPart(i)) {
      i++;
    }
    return i;
  }

  private static boolean isLetterOrDigit(char c) {
    return c < ASCII
        ? ASCII_CLASSES[c] >= LOWER && ASCII_CLASSES[c] <= DIGIT
        : Letters.isLetterOrDigit(c);
  }

  private boolean isWordPart(int at) {
    char c = text.charAt(at);
    return isLetterOrDigit(c)
        || ((c == '\'' || c == '’') && at + 1 < blockEnd && Letters.isLetter(text.charAt(at + 1)));
  }

  /** Returns whether the token has a sign of an address, from there up to white space. */
  private boolean isAddress(int at, int step) {
    for (int i = at, n = 0; i >= blockStart && i < blockEnd && n < REACH; i += step, n++) {
      char c = text.charAt(i);
      if (WhiteSpace.isWhiteSpace(c)) {
        return false;
      }
      if (c == '@' || c == '/') {
        return true;
      }
    }
    return false;
  }

  private int word(int start, int end) {
    int hash = 7;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + Letters.fold(text.charAt(i));
    }
    return hash;
  }

  /** The length in steps of powers of two. */
  private static int bucket(int length) {
    return 32 - Integer.numberOfLeadingZeros(Math.min(length, MAX_LENGTH));
  }

  /** Mixes the template and its observations by multiplication, as MurmurHash does. */
  private static int hash(int template, int a, int b, int c, int d) {
    int hash = template * 0x9E3779B1;
    hash = (hash ^ a) * 0x85EBCA6B;
    hash = ((hash ^ hash >>> 13) ^ b) * 0xC2B2AE35;
    hash = ((hash ^ hash >>> 16) ^ c) * 0x27D4EB2F;
    hash = ((hash ^ hash >>> 15) ^ d) * 0x165667B1;
    return (hash ^ hash >>> 17) & (SPACE - 1);
  }
}
