package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;

/**
 * Decides whether a sentence ends at the full stop after a number, which may make it an ordinal or
 * belong to a date.
 */
final class NumberRules {
  /** Digits of an ordinal number, in languages that write one with a full stop: {@code 31.}. */
  private static final int MAX_ORDINAL_DIGITS = 2;

  /** Digits of the numbers of a date. */
  private static final int MAX_DIGITS = 4;

  private static final int MAX_DAY = 31;
  private static final int MAX_MONTH = 12;
  private static final int MIN_YEAR = 1000;
  private static final int MAX_YEAR = 2999;

  private final SentenceContext context;
  private final String text;
  private final Lexicon lexicon;

  NumberRules(SentenceContext context) {
    this.context = context;
    this.text = context.text();
    this.lexicon = context.lexicon();
  }

  BoundaryKind afterNumber(int word, int stop, int first, char opening) {
    if (Letters.isLower(opening)) {
      return lexicon.ordinalStops() ? BoundaryKind.NEVER : BoundaryKind.PERIOD_THEN_LOWER;
    }
    if (Letters.isDigit(opening) && isSpacedDate(word, stop, first)) {
      return BoundaryKind.NEVER;
    }
    if (endsDate(word, stop)) {
      return Letters.isUpper(opening) && !context.opensSentence(first)
          ? BoundaryKind.ABBREVIATION
          : Letters.isUpper(opening) ? BoundaryKind.ALWAYS : BoundaryKind.NEVER;
    }
    if (!lexicon.ordinalStops()
        || stop - word > MAX_ORDINAL_DIGITS
        || context.opensSentence(first)) {
      return BoundaryKind.ALWAYS;
    }
    return (lexicon.kinds(text, first, context.wordEnd(first)) & Lexicon.ORDINAL_NOUN) != 0
        ? BoundaryKind.NEVER
        : BoundaryKind.ABBREVIATION;
  }

  /** Returns whether a Roman number is an ordinal by its full stop: {@code II. Rákóczi}. */
  boolean isOrdinalRoman(int word, int stop) {
    return lexicon.ordinalStops() && WordShape.isRoman(text, word, stop);
  }

  /** The kind of a full stop after such a number, which mostly stands beside a name. */
  BoundaryKind afterOrdinalRoman(int word, int first, char opening) {
    if (!Letters.isUpper(opening) || word == context.firstLetter(context.begin())) {
      return BoundaryKind.NEVER;
    }
    return context.opensSentence(first) ? BoundaryKind.ALWAYS : BoundaryKind.ABBREVIATION;
  }

  /**
   * Returns whether the number with its full stop and the one after it belong to a date: {@code 12.
   * 3. 2024}, {@code 2024. 3. 12.}
   */
  private boolean isSpacedDate(int word, int stop, int next) {
    int number = number(word, stop);
    int nextEnd = endOfDigits(next);
    int after = number(next, nextEnd);
    if (context.isCaseless()
        && isMonth(number(word, stop))
        && isDay(after)
        && context.isStop(nextEnd)) {
      return true; // a month and a day, in Korean
    }
    int before = numberBefore(word);
    if (before >= 0) {
      return isMonth(number)
          && ((isDay(before) && isYear(after)) || (isYear(before) && isDay(after)));
    }
    if (!isMonth(after) || !context.isStop(nextEnd)) {
      return false;
    }
    int third = WhiteSpace.skip(text, nextEnd + 1, context.end());
    int last = third > nextEnd + 1 ? number(third, endOfDigits(third)) : -1;
    return (isDay(number) && (isYear(last) || (lexicon.ordinalStops() && third > nextEnd + 1)))
        || (isYear(number) && isDay(last));
  }

  /** Returns whether the number is the day of a date that starts with the year. */
  private boolean endsDate(int word, int stop) {
    int monthStop = WhiteSpace.skipBack(text, word, context.begin()) - 1;
    return isDay(number(word, stop))
        && isMonth(numberBefore(word))
        && (context.isCaseless() || isYear(numberBefore(context.wordStart(monthStop))));
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

  /** The number with a full stop before the word; -1 if there is none. */
  private int numberBefore(int word) {
    int stop = WhiteSpace.skipBack(text, word, context.begin()) - 1;
    if (stop <= context.begin() || stop == word - 1 || text.charAt(stop) != '.') {
      return -1;
    }
    return number(context.wordStart(stop), stop);
  }

  private int endOfDigits(int at) {
    int i = at;
    while (i < context.end() && i - at <= MAX_DIGITS && Letters.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The value of a number of up to four digits; -1 for a longer one or none. */
  private int number(int from, int to) {
    if (to == from || to - from > MAX_DIGITS) {
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
}
