package dev.nutgraf.chars;

import java.nio.charset.Charset;

/**
 * Replaces characters that no document may contain, each by one character, so that positions stay.
 *
 * <ul>
 *   <li>An unpaired surrogate becomes U+FFFD. It has no form in UTF-8, so a text with one has no
 *       hash that others can compute.
 *   <li>The vertical tab and the form feed, which end lines, become a line feed.
 *   <li>U+0080 to U+009F but U+0085, a line end, become what windows-1252 has there, as in HTML's
 *       numeric references; a program that read windows-1252 as ISO-8859-1 left them behind.
 *   <li>All other controls but tab, line feed and carriage return become a space.
 * </ul>
 */
public final class Sanitizer {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char NEXT_LINE = '\u0085';
  private static final char FIRST_C1 = '\u0080';
  private static final char LAST_C1 = '\u009F';
  private static final char DELETE = '\u007F';
  private static final char VERTICAL_TAB = '\u000B';

  /** The characters of windows-1252 in place of the C1 controls. */
  private static final String WINDOWS_1252 = windows1252();

  private Sanitizer() {}

  /** Returns a well-formed text of the same length with no controls but tabs and line ends. */
  public static String sanitize(String text) {
    int first = firstUnsound(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder sound = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      sound.append(isSound(text, i) ? text.charAt(i) : replacement(text.charAt(i)));
    }
    return sound.toString();
  }

  private static int firstUnsound(String text) {
    int at = 0;
    while (at < text.length() && isSound(text, at)) {
      at++;
    }
    return at;
  }

  private static boolean isSound(String text, int at) {
    char c = text.charAt(at);
    if (c >= ' ' && c < DELETE) {
      return true;
    }
    if (c <= LAST_C1) {
      return c == '\n' || c == '\r' || c == '\t' || c == NEXT_LINE;
    }
    if (!Character.isSurrogate(c)) {
      return true;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static char replacement(char c) {
    if (Character.isSurrogate(c)) {
      return REPLACEMENT;
    }
    if (c == VERTICAL_TAB || c == '\f') {
      return '\n';
    }
    return c >= FIRST_C1 ? WINDOWS_1252.charAt(c - FIRST_C1) : ' ';
  }

  private static String windows1252() {
    byte[] bytes = new byte[LAST_C1 - FIRST_C1 + 1];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (FIRST_C1 + i);
    }
    // Five bytes have no character.
    return new String(bytes, Charset.forName("windows-1252")).replace(REPLACEMENT, ' ');
  }
}
