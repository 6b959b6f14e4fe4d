package dev.nutgraf.chars;

/** Emoji: pictures in running text, with the characters that modify or join them. */
public final class Emoji {
  private static final int VARIATION_SELECTOR = 0xFE0F;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Emoji() {}

  /** The end of the run of emoji that starts there; {@code at} if none does. */
  public static int skip(String text, int at, int end) {
    int i = at;
    while (i < end) {
      int c = text.codePointAt(i);
      int after = i + Character.charCount(c);
      if (after > end || !(isPicture(c) || (i > at && isModifier(c)))) {
        break;
      }
      i = after;
    }
    return i;
  }

  /**
   * Returns whether the character is a picture. The dingbats from the check marks on aren't, nor
   * are arrows and geometric shapes, because they open the items of lists.
   */
  private static boolean isPicture(int c) {
    if (c < 0x2600) {
      return false;
    }
    boolean plane = c >= 0x1F000 && c <= 0x1FAFF;
    boolean symbol = c <= 0x2704 || (c >= 0x2708 && c <= 0x2712) || c == 0x2728;
    return plane || symbol || c == 0x2764 || c == 0x2B50;
  }

  private static boolean isModifier(int c) {
    return c == VARIATION_SELECTOR || c == ZERO_WIDTH_JOINER;
  }
}
