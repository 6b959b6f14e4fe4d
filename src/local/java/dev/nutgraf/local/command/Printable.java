package dev.nutgraf.local.command;

/** Text of articles and their names, made safe for a terminal. */
final class Printable {
  private Printable() {}

  /**
   * Returns a text on one line. White space becomes one space. Control characters, which can move
   * the cursor, change colors or answer as if typed, become U+FFFD. Characters that override the
   * direction of the text are left out.
   */
  static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        space = !line.isEmpty();
      } else if (!overridesDirection(c)) {
        line.append(space ? " " : "").append(Character.isISOControl(c) ? '\uFFFD' : c);
        space = false;
      }
    }
    return line.toString();
  }

  private static boolean overridesDirection(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
