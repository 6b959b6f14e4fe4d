package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;

/**
 * What is to be seen around a boundary in doubt, as numbers of features: the kinds of characters
 * and shapes of words on both sides, which of them are stop words, how long the sentence is by now.
 * Each feature is a hash of a few such observations together, so a linear model over them suffices.
 */
final class BoundaryFeatures {
  /** Feature numbers are below this power of two. */
  static final int SPACE = 1 << 13;

  /** How many features every boundary has. */
  static final int COUNT = 21;

  private static final int REACH = 40;

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

  /** Sets the block that the following boundaries lie in. */
  void enter(int start, int end) {
    blockStart = start;
    blockEnd = end;
  }

  /** Writes the {@link #COUNT} features of a boundary. */
  void extract(BoundaryKind clue, int begin, int close, int next, int[] out) {
    int why = clue.code();
    int lastKind = kind(text.charAt(close - 1));
    int firstKind = kind(text.charAt(next));

    int beforeEnd = close;
    while (beforeEnd > begin
        && close - beforeEnd < 6
        && !Letters.isLetterOrDigit(text.charAt(beforeEnd - 1))) {
      beforeEnd--;
    }
    int beforeStart = startOfWord(beforeEnd, begin);
    int before = shape(beforeStart, beforeEnd);
    int earlierEnd = WhiteSpace.skipBack(text, beforeStart, Math.max(begin, beforeStart - 3));
    int earlier = shape(startOfWord(earlierEnd, begin), earlierEnd);
    int afterStart = next;
    while (afterStart < blockEnd
        && afterStart - next < 6
        && !Letters.isLetterOrDigit(text.charAt(afterStart))) {
      afterStart++;
    }
    int afterEnd = endOfWord(afterStart);
    int after = shape(afterStart, afterEnd);
    int laterStart = WhiteSpace.skip(text, afterEnd, Math.min(blockEnd, afterEnd + 3));
    int laterEnd = endOfWord(laterStart);
    int later = laterStart == laterEnd ? 9 + kindAt(laterStart) : shape(laterStart, laterEnd);

    int beforeKinds = lexicon.kinds(text, beforeStart, beforeEnd);
    int stopBefore = beforeKinds & Lexicon.STOP_WORD;
    int stopAfter = lexicon.kinds(text, afterStart, afterEnd) & Lexicon.STOP_WORD;
    int stopLater = lexicon.kinds(text, laterStart, laterEnd) & Lexicon.STOP_WORD;
    int length = bucket(close - begin);
    int rest = bucket(blockEnd - next);
    int blockKind = kindAt(blockStart);
    int addresses = (isAddress(beforeStart, -1) ? 1 : 0) + (isAddress(next, 1) ? 2 : 0);
    int gap = 0;
    for (int i = close; i < next; i++) {
      gap = text.charAt(i) == '\n' ? 2 : Math.max(gap, 1);
    }
    int stops = 0;
    while (stops < 5 && close - stops > begin && text.charAt(close - 1 - stops) == '.') {
      stops++;
    }

    int i = 0;
    out[i++] = hash(1, why, 0, 0, 0);
    out[i++] = hash(2, why, lastKind, firstKind, 0);
    out[i++] = hash(3, why, lastKind, after, stopAfter);
    out[i++] = hash(4, before, lastKind, after * 64 + stopAfter, later);
    out[i++] = hash(5, beforeKinds, lastKind, after, later);
    out[i++] = hash(6, why, length, lastKind, after);
    out[i++] = hash(7, why, rest, length, 0);
    out[i++] = hash(8, why, blockKind, firstKind, lastKind);
    out[i++] = hash(9, language, lastKind, after, 0);
    out[i++] = hash(10, language, why, stopAfter, 0);
    out[i++] = hash(11, why, word(afterStart, afterEnd), 0, 0);
    out[i++] = hash(12, why, word(beforeStart, beforeEnd), 0, 0);
    out[i++] = hash(13, addresses, lastKind, after, firstKind);
    out[i++] = hash(14, earlier, before, after, later);
    out[i++] = hash(15, before, length, after, stopAfter + stopBefore * 8);
    out[i++] = hash(16, why, gap, lastKind, after);
    out[i++] = hash(17, afterEnd - afterStart == 1 ? 1 : 0, before, stopBefore, firstKind);
    out[i++] = hash(18, lastKind, length, after, blockKind);
    out[i++] = hash(19, after * 16 + stopAfter, later * 16 + stopLater, lastKind, 0);
    out[i++] = hash(20, language, before, stopAfter * 8 + stopBefore, after);
    out[i++] = hash(21, why, stops, after, lastKind);
  }

  private int kindAt(int at) {
    return at < blockEnd ? kind(text.charAt(at)) : 0;
  }

  private static int kind(char c) {
    if (Letters.isLower(c)) {
      return 1;
    }
    if (Letters.isUpper(c)) {
      return 2;
    }
    if (Letters.isDigit(c)) {
      return 3;
    }
    if (Punctuation.isDash(c)) {
      return 4;
    }
    if (Punctuation.onlyCloses(c)) {
      return c == '’' ? 5 : 6;
    }
    if (Punctuation.isTwoWayQuote(c)) {
      return 5;
    }
    return switch (c) {
      case '.', '…' -> 7;
      case '!' -> 8;
      case '?' -> 9;
      case ',' -> 10;
      case ':' -> 11;
      case ';', '·' -> 12;
      case '(', '[', '{' -> 13;
      case '<', '>' -> 14;
      case '*', '_', '=', '~', '•', '|', '#' -> 15;
      default -> Letters.isLetter(c) ? 16 : 17;
    };
  }

  /** 0 nothing, 1 lower case, 2 capitalized, 3 capitals, 4 one capital, 5 digits, 6 mixed. */
  private int shape(int start, int end) {
    if (start >= end) {
      return 0;
    }
    char first = text.charAt(start);
    boolean digits = false;
    boolean lower = false;
    for (int i = start + 1; i < end; i++) {
      digits |= Letters.isDigit(text.charAt(i));
      lower |= Letters.isLower(text.charAt(i));
    }
    if (Letters.isDigit(first)) {
      return lower ? 6 : 5;
    }
    if (digits) {
      return 6;
    }
    if (!Letters.isUpper(first)) {
      return 1;
    }
    return end - start == 1 ? 4 : lower ? 2 : 3;
  }

  private int startOfWord(int end, int begin) {
    int i = end;
    while (i > begin && end - i < REACH && Letters.isLetterOrDigit(text.charAt(i - 1))) {
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

  private boolean isWordPart(int at) {
    char c = text.charAt(at);
    return Letters.isLetterOrDigit(c)
        || ((c == '\'' || c == '’') && at + 1 < blockEnd && Letters.isLetter(text.charAt(at + 1)));
  }

  /** Whether the token around, up to white space, has a sign that only addresses have. */
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

  private static int bucket(int length) {
    return 32 - Integer.numberOfLeadingZeros(Math.min(length, 400));
  }

  private static int hash(int template, int a, int b, int c, int d) {
    int hash = template * 0x9E3779B1;
    hash = (hash ^ a) * 0x85EBCA6B;
    hash = ((hash ^ hash >>> 13) ^ b) * 0xC2B2AE35;
    hash = ((hash ^ hash >>> 16) ^ c) * 0x27D4EB2F;
    hash = ((hash ^ hash >>> 15) ^ d) * 0x165667B1;
    return (hash ^ hash >>> 17) & (SPACE - 1);
  }
}
