package dev.nutgraf.text;

import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;

/**
 * A number or letter that opens an item of a list: {@code 2.}, {@code 2)}, {@code 2.)}, {@code b.},
 * any of them behind a bullet.
 *
 * @param length how many characters it has, the white space behind it not counted; 0 if there is no
 *     marker
 * @param number the number, or the letter's place in the alphabet
 * @param style what must be the same from item to item
 */
record ListMarker(int length, int number, int style) {
  /** No marker. */
  static final ListMarker NONE = new ListMarker(0, 0, 0);

  private static final int LETTER = 1;
  private static final int STOP = 2;
  private static final int BRACKET = 4;
  private static final int BULLET = 8;

  /** The marker that stands there. */
  static ListMarker at(String text, int start, int end) {
    int i = start;
    int style = 0;
    if (i < end && Punctuation.isBullet(text.charAt(i))) {
      style |= BULLET;
      i = WhiteSpace.skip(text, i + 1, Math.min(end, i + 3));
    }
    int number = 0;
    int first = i;
    while (i < end && i - first < 3 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
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

  /** Whether the other one opens the next item of the same list. */
  boolean precedes(ListMarker other) {
    return length > 0 && other.length > 0 && style == other.style && number + 1 == other.number;
  }
}
