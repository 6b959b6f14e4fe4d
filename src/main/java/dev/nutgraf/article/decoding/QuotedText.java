package dev.nutgraf.article.decoding;

/**
 * Quotes untrusted text for a message: at most 60 characters on one line, with a question mark for
 * each control character or surrogate.
 */
public final class QuotedText {
  private static final int MAX_CHARS = 60;

  private QuotedText() {}

  public static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length() && i < MAX_CHARS; i++) {
      char c = text.charAt(i);
      quoted.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    if (text.length() > MAX_CHARS) {
      quoted.append("...");
    }
    return quoted.append('"').toString();
  }
}
