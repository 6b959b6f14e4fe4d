package dev.nutgraf.chars;

/**
 * White space: Unicode's property {@code White_Space}, and the control characters up to U+001F.
 *
 * <p>The controls show nothing where they occur, which is in damaged or very old files: NUL as
 * padding, U+001A as the end of a DOS file, U+001C to U+001E as separators that Python's {@code
 * str.splitlines} takes for line breaks. Java's {@link Character#isWhitespace} lacks the no-break
 * spaces and U+0085, and {@link Character#isSpaceChar} lacks the tab.
 */
public final class WhiteSpace {
  private WhiteSpace() {}

  public static boolean isWhiteSpace(int c) {
    return c <= ' ' || c == 0x85 || (c >= 0xA0 && Character.isSpaceChar(c));
  }

  /**
   * Returns whether a line ends there whatever the layout: Unicode's mandatory breaks (UAX #14).
   */
  public static boolean isLineBreak(int c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == '\u2028' || c == '\u2029';
  }

  /** The first position from {@code at} that isn't white space, at most {@code end}. */
  public static int skip(String text, int at, int end) {
    int i = at;
    while (i < end && isWhiteSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * The position after the last character before {@code at} that isn't white space, at least {@code
   * start}.
   */
  public static int skipBack(String text, int at, int start) {
    int i = at;
    while (i > start && isWhiteSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /**
   * Replaces every run of white space by one space and removes it at both ends, so that the text
   * fits on one line.
   */
  public static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWhiteSpace(c)) {
        pending = !collapsed.isEmpty();
      } else {
        if (pending) {
          collapsed.append(' ');
          pending = false;
        }
        collapsed.append(c);
      }
    }
    return collapsed.toString();
  }
}
