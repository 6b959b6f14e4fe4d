package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.UnicodeBlocks;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;
import java.util.Locale;

/**
 * Decides whether a sentence ends at a single full stop before white space, by the word before it
 * and the first letter after it.
 *
 * <p>A title never ends a sentence. A number, letters with stops ({@code U.S.}), an abbreviation
 * and an initial end one if a word follows that typically opens a sentence, which the capitalized
 * stop words do. After any other word the full stop ends one before a capital.
 *
 * <p>To weigh an abbreviation against the word after it is an idea of Punkt (Kiss and Strunk,
 * 2006). The limits come from the forms they describe, with room to spare.
 */
final class PeriodRules {
  /** Characters of the longest abbreviation that ends in a full stop and isn't in the lexicon. */
  private static final int MAX_UNKNOWN_ABBREVIATION = 6;

  /** Characters of a word that may be clipped before lower case: {@code esim}. */
  private static final int MAX_CLIPPED = 4;

  /** Characters before a time of day with which it still opens the sentence: {@code At 5 a.m.}. */
  private static final int MAX_BEFORE_OPENING_TIME = 12;

  /** Letters of a time zone: {@code ET}, {@code CEST}. */
  private static final int MIN_ZONE = 2;

  private static final int MAX_ZONE = 4;

  private final SentenceContext context;
  private final String text;
  private final Lexicon lexicon;
  private final NumberRules numbers;
  private final InitialRules initials;

  PeriodRules(SentenceContext context) {
    this.context = context;
    this.text = context.text();
    this.lexicon = context.lexicon();
    this.numbers = new NumberRules(context);
    this.initials = new InitialRules(context);
  }

  /**
   * The kind of a single full stop before white space, by the word before it and the first letter
   * of the next one.
   *
   * @param word start of the word before
   * @param first position of the first letter or digit after
   * @param opening that letter or digit, or a space if there is none
   */
  BoundaryKind kind(int word, int stop, int next, int first, char opening) {
    char before = text.charAt(stop - 1);
    if (UnicodeBlocks.isArmenian(before)) {
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
    int kinds = kinds(word, stop);
    if ((kinds & Lexicon.TITLE) != 0) {
      return BoundaryKind.NEVER;
    }
    if ((kinds & Lexicon.NUMBERED) != 0 && (Letters.isDigit(opening) || isRoman(first))) {
      return BoundaryKind.NEVER;
    }
    if (Letters.isDigit(before)) {
      return numbers.afterNumber(word, stop, first, opening);
    }
    if (WordShape.isDotted(text, word, stop)) {
      return afterDotted(word, stop, next, first, opening);
    }
    boolean oneLetter =
        WordShape.isOneLetter(text, word, stop)
            && !isSyllable(before)
            && !(Letters.isCaseless(text.charAt(word)) && (kinds & Lexicon.STOP_WORD) != 0);
    if (oneLetter && Letters.isUpper(text.charAt(word))) {
      return initials.afterCapital(word, first, opening);
    }
    if ((kinds & Lexicon.ABBREVIATION) != 0) {
      return context.opensSentence(first)
          ? BoundaryKind.ALWAYS
          : starts ? BoundaryKind.ABBREVIATION : BoundaryKind.NEVER;
    }
    if (oneLetter) {
      return initials.afterSmallLetter(text.charAt(word), first, opening);
    }
    if (WordShape.isPartlyDotted(text, word, stop)) {
      return context.opensSentence(first)
          ? BoundaryKind.ALWAYS
          : starts ? BoundaryKind.ABBREVIATION : BoundaryKind.NEVER;
    }
    if (WordShape.isVowelless(text, word, stop, lexicon.language())) {
      return afterVowelless(word, first, opening);
    }
    if (numbers.isOrdinalRoman(word, stop)) {
      return numbers.afterOrdinalRoman(word, first, opening);
    }
    if (context.isDoubled(word)
        && stop - word == 2
        && Letters.isUpper(before)
        && (starts || lower)) {
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
        && !context.isEnglish()
        && first == next
        && stop - word <= MAX_CLIPPED
        && WordShape.isClipped(text, word, stop)
        && (kinds & Lexicon.STOP_WORD) == 0) {
      return BoundaryKind.NEVER; // English writes lower-case starts in e-mail and on the web
    }
    return lower ? BoundaryKind.PERIOD_THEN_LOWER : BoundaryKind.PERIOD_THEN_SYMBOL;
  }

  /** The kinds of the word, or of the compound that it ends: {@code г-н}, {@code il·lm}. */
  private int kinds(int word, int stop) {
    int kinds = lexicon.kinds(text, word, stop);
    boolean compound =
        word > context.begin() && (text.charAt(word - 1) == '-' || text.charAt(word - 1) == '·');
    return compound ? kinds | lexicon.kinds(text, context.wordStart(word - 1), stop) : kinds;
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
      int hour = WhiteSpace.skipBack(text, word, context.begin());
      boolean opens = hour - context.begin() < MAX_BEFORE_OPENING_TIME;
      return opens || Punctuation.canOpen(text.charAt(next))
          ? BoundaryKind.NEVER
          : BoundaryKind.ALWAYS;
    }
    return context.opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
  }

  /** Returns whether the word continues a time of day: {@code 5 a.m. ET}, {@code 6 p.m. Monday}. */
  private boolean isZoneOrDay(int first) {
    String word = text.substring(first, context.wordEnd(first));
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

  /** Returns whether the character is a syllable or word by itself: Hangul, Han, kana, Ethiopic. */
  private static boolean isSyllable(char c) {
    return UnicodeBlocks.isEastAsian(c) || UnicodeBlocks.isEthiopic(c);
  }

  /**
   * The kind of a full stop after a word without a vowel, an abbreviation of whatever language:
   * {@code Hptm. Weber}, {@code Jln. 9}. After a number it is a unit, which can end a sentence.
   */
  private BoundaryKind afterVowelless(int word, int first, char opening) {
    int before = WhiteSpace.skipBack(text, word, context.begin());
    boolean unit =
        before > context.begin()
            && (Letters.isDigit(text.charAt(before - 1)) || text.charAt(before - 1) == '/');
    if (Letters.isUpper(opening) || Letters.isCaseless(opening)) {
      return unit || Letters.isLower(text.charAt(word)) || context.opensSentence(first)
          ? BoundaryKind.ALWAYS
          : BoundaryKind.ABBREVIATION;
    }
    return unit && Letters.isDigit(opening) ? BoundaryKind.PERIOD_THEN_SYMBOL : BoundaryKind.NEVER;
  }

  /** The kind of a full stop after a plural of initials: {@code EE. UU.}, {@code FF. AA.} */
  private BoundaryKind afterDoubledLetter(int word, int first) {
    boolean opens =
        first + 2 < context.end()
            && context.isDoubled(first)
            && Letters.isUpper(text.charAt(first))
            && text.charAt(first + 2) == '.';
    int stop = WhiteSpace.skipBack(text, word, context.begin()) - 1;
    boolean closes =
        stop - 2 >= context.begin()
            && text.charAt(stop) == '.'
            && context.isDoubled(stop - 2)
            && Letters.isUpper(text.charAt(stop - 1));
    return opens || (closes && !context.opensSentence(first))
        ? BoundaryKind.NEVER
        : BoundaryKind.ALWAYS;
  }

  private boolean isRoman(int at) {
    return WordShape.isRoman(text, at, context.wordEnd(at));
  }
}
