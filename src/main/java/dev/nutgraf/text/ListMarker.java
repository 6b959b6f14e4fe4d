package dev.nutgraf.text;

import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;

/**
 * The number or letter that opens an item of an inline list: {@code 2.}, {@code 2)}, {@code 2.)},
 * {@code b.}, each with or without a bullet before it.
 *
 * @param length characters of the marker without the white space after it; 0 for no marker
 * @param number the number, or the position of the letter in the alphabet from 1
 * @param style bits that are equal in all markers of a list
 */
record ListMarker(int length, int number, int style) {
  /** No marker. */
  static final ListMarker NONE = new ListMarker(0, 0, 0);

  private static final int LETTER = 1;
  private static final int STOP = 2;
  private static final int BRACKET = 4;
  private static final int BULLET = 8;

  /** Digits of the highest number; four would be a year. */
  private static final int MAX_DIGITS = 3;

  /** White space between a bullet and a number. */
  private static final int MAX_SPACE = 2;

  /** The marker at {@code start}; {@link #NONE} if there is none before {@code end}. */
  static ListMarker at(String text, int start, int end) {
    int i = start;
    int style = 0;
    if (i < end && Punctuation.isBullet(text.charAt(i))) {
      style |= BULLET;
      i = WhiteSpace.skip(text, i + 1, Math.min(end, i + 1 + MAX_SPACE));
    }
    int number = 0;
    int first = i;
    while (i < end && i - first < MAX_DIGITS && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      number = number * 10 + text.charAt(i++) - '0';
    }
    if (i == first && i < end && text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
      style |= LETTER;
      number = text.charAt(i++) - 'a' + 1;
    }
    if (i == first) {
      return NONE;
    }
    if (i < end && text.charAt(i) == '.') {
      style |= STOP;
      i++;
    }
    if (i < end && text.charAt(i) == ')') {
      style |= BRACKET;
      i++;
    }
    boolean complete =
        (style & (STOP | BRACKET)) != 0 && i < end && WhiteSpace.isWhiteSpace(text.charAt(i));
    return complete ? new ListMarker(i - start, number, style) : NONE;
  }

  /** Returns whether the other marker opens the next item of the same list. */
  boolean precedes(ListMarker other) {
    return length > 0 && other.length > 0 && style == other.style && number + 1 == other.number;
  }
}
