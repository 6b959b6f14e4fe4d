package dev.nutgraf.chars;

/** The characters that end sentences, in the scripts of the world, and those that close after. */
public final class SentenceTerminators {
  private static final String STOPS = ".!?…。！？｡؟۔।॥։።፧።៖។၊။‼⁇⁈⁉︒";
  private static final String CLOSERS = "\"'”’»«›‹)]}“„」』）】］〉》*";

  private SentenceTerminators() {}

  public static boolean isStop(char c) {
    if (c < 0x80) {
      return c == '.' || c == '!' || c == '?';
    }
    return STOPS.indexOf(c) >= 0;
  }

  public static int skipClosers(String text, int from, int end) {
    int at = from;
    while (at < end && (CLOSERS.indexOf(text.charAt(at)) >= 0 || isStop(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /** The last character that is neither a closing mark nor white space. */
  public static char lastBeforeClosers(String text, int start, int end) {
    int at = end - 1;
    while (at > start
        && (CLOSERS.indexOf(text.charAt(at)) >= 0 || WhiteSpace.is(text.charAt(at)))) {
      at--;
    }
    return text.charAt(at);
  }

  /** Whether the stretch ends in a stop, be it within quotation marks or before a note mark. */
  public static boolean atEnd(String text, int start, int end) {
    int at = end;
    while (at > start) {
      char c = text.charAt(at - 1);
      if (isStop(c)) {
        return true;
      }
      if (c == ']') {
        int open = at - 1;
        while (open > start && at - open < 6 && text.charAt(open) != '[') {
          open--;
        }
        at = text.charAt(open) == '[' ? open : at - 1;
      } else if (CLOSERS.indexOf(c) >= 0 || WhiteSpace.is(c)) {
        at--;
      } else {
        return false;
      }
    }
    return false;
  }
}
