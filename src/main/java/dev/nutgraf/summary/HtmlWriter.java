package dev.nutgraf.summary;

/**
 * Writes HTML. Markup is written as it is and must be our own; all else goes through {@link #text},
 * after which it can be nothing but text, between tags and within quoted attributes.
 */
final class HtmlWriter {
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder(16_384);

  /** Markup of our own. */
  HtmlWriter markup(String markup) {
    out.append(markup);
    return this;
  }

  /** A number of our own. */
  HtmlWriter number(int number) {
    out.append(number);
    return this;
  }

  /** Text from anywhere. */
  HtmlWriter text(String text) {
    return text(text, 0, text.length());
  }

  /**
   * A stretch of text from anywhere. What HTML cannot hold (control characters, half a surrogate
   * pair) becomes the replacement character; carriage returns are kept.
   */
  HtmlWriter text(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        case '\r' -> out.append("&#13;");
        case '\t', '\n' -> out.append(c);
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < end
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(Character.isISOControl(c) || Character.isSurrogate(c) ? REPLACEMENT : c);
          }
        }
      }
    }
    return this;
  }

  /**
   * A key or an address. Characters that turn the direction of writing, with which one address can
   * be made to look like another, become the replacement character too.
   */
  HtmlWriter identifier(String identifier) {
    StringBuilder plain = new StringBuilder(identifier.length());
    for (int i = 0; i < identifier.length(); i++) {
      char c = identifier.charAt(i);
      plain.append(turnsDirection(c) ? REPLACEMENT : c);
    }
    return text(plain.toString());
  }

  private static boolean turnsDirection(char c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
