package dev.nutgraf.chars;

/** White space as text layout has it: Unicode's, the no-break spaces included. */
public final class WhiteSpace {
  private WhiteSpace() {}

  public static boolean is(int c) {
    return c <= ' ' || c == 0x85 || (c >= 0xA0 && Character.isSpaceChar(c));
  }

  /** The text with each run of white space folded to one space, and none at its ends. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (is(c)) {
        pending = !folded.isEmpty();
      } else {
        if (pending) {
          folded.append(' ');
          pending = false;
        }
        folded.append(c);
      }
    }
    return folded.toString();
  }
}
