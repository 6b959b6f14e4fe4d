package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;

/**
 * Shapes that tell an abbreviation without a list: an initial, letters with full stops between
 * them, a word without a vowel, a Roman number.
 */
final class WordShape {
  /** Letters of the longest abbreviation that lacks a vowel: {@code Hptm}. */
  private static final int MAX_VOWELLESS = 5;

  /** The consonants of the Latin, Cyrillic and Greek alphabets, in lower case. */
  private static final String CONSONANTS =
      "bcdfghjklmnpqrstvwxzçčćđďðģķľļłñńňņŕřśšşșťţțžźżß"
          + "бвгджзйклмнпрстфхцчшщђјљњћџќѓ"
          + "βγδζθκλμνξπρσςτφχψ";

  /** Languages in which {@code l} and {@code r} between consonants are vowels: {@code vlk}. */
  private static final String SYLLABIC_LIQUIDS = " cs sk sl hr sr bg ";

  private WordShape() {}

  /**
   * Returns whether a word is one letter with its marks, or one syllable in a script of India,
   * where initials are written so.
   */
  static boolean isOneLetter(String text, int start, int end) {
    if (start >= end || !Letters.isLetter(text.charAt(start))) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      boolean pair = i == start + 1 && Character.isSurrogatePair(text.charAt(start), c);
      boolean conjunct = isIndic(c) && isVirama(text.charAt(i - 1));
      if (!pair && !conjunct && !Letters.isMark(c)) {
        return false;
      }
    }
    return !Letters.isMark(text.charAt(start));
  }

  /** Returns whether single letters alternate with full stops: {@code U.S}, {@code मु.क}. */
  static boolean isDotted(String text, int start, int end) {
    int piece = start;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '.') {
        if (!isOneLetter(text, piece, i)) {
          return false;
        }
        piece = i + 1;
      }
    }
    return piece > start && isOneLetter(text, piece, end);
  }

  /**
   * Returns whether a full stop separates a single letter from others: {@code e.V}, {@code Ph.D}.
   */
  static boolean isPartlyDotted(String text, int start, int end) {
    int piece = start;
    boolean single = false;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '.') {
        single |= isOneLetter(text, piece, i);
        piece = i + 1;
      } else if (!Letters.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return piece > start && (single || isOneLetter(text, piece, end));
  }

  /** Returns whether a word has consonants only, which no word but an abbreviation does. */
  static boolean isVowelless(String text, int start, int end, String language) {
    if (end - start < 2 || end - start > MAX_VOWELLESS) {
      return false;
    }
    boolean hums = true; // "hm", "mm" and the like are whole utterances
    boolean liquids = SYLLABIC_LIQUIDS.contains(language) && !language.isEmpty();
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean inner = i > start && i + 1 < end;
      if (CONSONANTS.indexOf(Letters.fold(c)) < 0 // folding alone keeps the loop short
          || (i > start && Letters.isUpper(c))
          || (liquids && inner && "lrлр".indexOf(c) >= 0)) {
        return false;
      }
      hums &= "HhMm".indexOf(c) >= 0;
    }
    return !hums;
  }

  /** Returns whether a word in lower case ends in a consonant, as clipped words mostly do. */
  static boolean isClipped(String text, int start, int end) {
    return Letters.isLower(text.charAt(start)) && CONSONANTS.indexOf(text.charAt(end - 1)) >= 0;
  }

  /** Returns whether a word is a Roman number in capitals. */
  static boolean isRoman(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if ("IVXLC".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return end > start;
  }

  private static boolean isIndic(char c) {
    return c >= 0x900 && c <= 0xDFF;
  }

  /** Returns whether the sign joins two consonants: every ninth block of 128 has it at 4D. */
  private static boolean isVirama(char c) {
    return isIndic(c) && ((c & 0x7F) == 0x4D || c == 0xDCA);
  }
}
