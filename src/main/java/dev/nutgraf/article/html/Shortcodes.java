package dev.nutgraf.article.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Removes the shortcodes of WordPress and BBCode from a text: {@code [caption id="a"]...[/caption]}
 * with its caption, {@code [vc_row]} and {@code [quote]...[/quote]} without the text between.
 *
 * <p>Brackets of prose stay, such as {@code [sic]} and {@code [the mayor]}. A tag is a shortcode if
 * it ends a pair, if its name has an underscore, or if it has attributes. The time is linear: a tag
 * ends before the next opening bracket, and a closing tag is searched for once.
 */
public final class Shortcodes {
  /** Names of pairs whose content isn't text of the article. */
  private static final Set<String> WITHOUT_TEXT =
      Set.of("caption", "wp_caption", "embed", "audio", "video", "playlist", "gallery", "img");

  /** Names that stand alone, without attributes. */
  private static final Set<String> ALONE = Set.of("gallery", "playlist", "nextpage", "toc");

  private static final int MAX_NAME = 40;
  private static final int MAX_TAG = 2000;

  private final String text;

  /** The place of the last closing tag of each name. */
  private final Map<String, Integer> lastClosings;

  /** The place of the closing tag of a name that was found last. */
  private final Map<String, Integer> closings = new HashMap<>();

  private Shortcodes(String text) {
    this.text = text;
    lastClosings = lastClosings();
  }

  /** Returns the text without shortcodes. */
  public static String remove(String text) {
    return text.indexOf('[') < 0 ? text : new Shortcodes(text).remove();
  }

  private String remove() {
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    for (int open = text.indexOf('[');
        open >= 0;
        open = text.indexOf('[', Math.max(from, open + 1))) {
      int end = end(open);
      if (end > open) {
        kept.append(text, from, open);
        from = end;
      }
    }
    return kept.append(text, from, text.length()).toString();
  }

  /** Returns the end of the shortcode at an opening bracket, or the bracket if there is none. */
  private int end(int open) {
    boolean closes = text.startsWith("/", open + 1);
    int start = open + (closes ? 2 : 1);
    int nameEnd = nameEnd(start);
    int close = tagEnd(nameEnd);
    if (nameEnd == start || close < 0) {
      return open;
    }
    String name = text.substring(start, nameEnd);
    if (closes) {
      return close == nameEnd ? close + 1 : open;
    }
    boolean attributes = close > nameEnd && hasAttribute(nameEnd, close);
    boolean bare = close == nameEnd;
    int pair = attributes || bare || name.indexOf('_') > 0 ? closing(name, close) : text.length();
    if (pair < text.length()) {
      return WITHOUT_TEXT.contains(name) ? pair + name.length() + "[/]".length() : close + 1;
    }
    boolean alone = attributes || (bare && (name.indexOf('_') > 0 || ALONE.contains(name)));
    return alone ? close + 1 : open;
  }

  private int nameEnd(int start) {
    int at = start;
    while (at < text.length()
        && at - start < MAX_NAME
        && isNameCharacter(text.charAt(at), at > start)) {
      at++;
    }
    return at;
  }

  private static boolean isNameCharacter(char c, boolean later) {
    return (c >= 'a' && c <= 'z') || (later && (c == '_' || c == '-' || (c >= '0' && c <= '9')));
  }

  /** Returns the place of the bracket that ends a tag, or -1. */
  private int tagEnd(int from) {
    int limit = Math.min(text.length(), from + MAX_TAG);
    if (from < limit && "]= /".indexOf(text.charAt(from)) < 0) {
      return -1;
    }
    for (int at = from; at < limit && text.charAt(at) != '['; at++) {
      if (text.charAt(at) == ']') {
        return at;
      }
    }
    return -1;
  }

  /** Returns whether a tag has a value: {@code width="300"}, {@code =https://example.com}. */
  private boolean hasAttribute(int from, int end) {
    for (int at = from; at + 1 < end; at++) {
      if (text.charAt(at) == '=') {
        return text.charAt(at + 1) != ' '
            && (at == from || isNameCharacter(text.charAt(at - 1), true));
      }
    }
    return false;
  }

  /** Returns the place of a closing tag of that name after a tag; the end of the text if none. */
  private int closing(String name, int from) {
    if (lastClosings.getOrDefault(name, -1) < from) {
      return text.length();
    }
    int known = closings.getOrDefault(name, -1);
    if (known < from) {
      known = text.indexOf("[/" + name + "]", from);
      closings.put(name, known);
    }
    return known;
  }

  private Map<String, Integer> lastClosings() {
    Map<String, Integer> last = new HashMap<>();
    for (int open = text.indexOf("[/"); open >= 0; open = text.indexOf("[/", open + 2)) {
      int nameEnd = nameEnd(open + 2);
      if (text.startsWith("]", nameEnd)) {
        last.put(text.substring(open + 2, nameEnd), open);
      }
    }
    return last;
  }
}
