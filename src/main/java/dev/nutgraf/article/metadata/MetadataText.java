package dev.nutgraf.article.metadata;

import dev.nutgraf.chars.WhiteSpace;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Cleans values of metadata, which publishing systems write with the markup of their pages. */
public final class MetadataText {
  /** Some systems escape what is escaped already. */
  private static final int MAX_ESCAPES = 2;

  /** Characters of the longest entity, such as the one for ∳. */
  private static final int MAX_ENTITY = 33;

  /** Tags in headlines and names; others may be what a headline is about. */
  private static final Set<String> TAGS =
      Set.of(
          "a", "b", "i", "em", "strong", "span", "br", "u", "s", "sup", "sub", "small", "big",
          "font", "p", "div", "h1", "h2", "h3", "h4", "mark", "cite", "q", "wbr", "nobr", "center",
          "strike", "del", "ins", "abbr", "time", "li", "ul");

  /** Values that systems write where nothing is known. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "untitled",
          "untitled document",
          "untitled page",
          "untitled-1",
          "new page",
          "no title",
          "document",
          "title",
          "home",
          "homepage",
          "home page",
          "index",
          "startseite",
          "accueil",
          "inicio",
          "início",
          "главная",
          "unbenanntes dokument",
          "document sans nom",
          "documento sin título",
          "null",
          "none",
          "nan",
          "undefined",
          "unknown",
          "n/a",
          "(no subject)",
          "[object object]");

  private MetadataText() {}

  /** Returns a value without tags, entities and characters that show nothing. */
  public static String plain(String value) {
    String text = value;
    for (int i = 0; i < MAX_ESCAPES && hasEntity(text); i++) {
      text = Parser.unescapeEntities(text, false);
    }
    return withoutInvisible(withoutTags(text));
  }

  /** Returns whether a value is what systems write for an unknown one. */
  public static boolean isPlaceholder(String value) {
    return PLACEHOLDERS.contains(WhiteSpace.collapse(value).toLowerCase(Locale.ROOT));
  }

  /** Returns whether a text has an HTML entity, named or numbered. */
  public static boolean hasEntity(String text) {
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      int end = at + 1;
      int limit = Math.min(text.length(), at + MAX_ENTITY);
      while (end < limit
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
        end++;
      }
      if (end > at + 1 && end < limit && text.charAt(end) == ';') {
        return true;
      }
    }
    return false;
  }

  private static String withoutTags(String text) {
    int from = text.indexOf('<');
    if (from < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int copied = 0;
    for (int at = from; at >= 0; at = text.indexOf('<', at + 1)) {
      int end = text.indexOf('>', at);
      if (end < 0) {
        break;
      }
      int name = text.startsWith("/", at + 1) ? at + 2 : at + 1;
      int nameEnd = name;
      while (nameEnd < end && Character.isLetterOrDigit(text.charAt(nameEnd))) {
        nameEnd++;
      }
      if (at >= copied && TAGS.contains(text.substring(name, nameEnd).toLowerCase(Locale.ROOT))) {
        plain.append(text, copied, at);
        if (text.startsWith("br", name)) {
          plain.append(' ');
        }
        copied = end + 1;
      }
    }
    return plain.append(text, copied, text.length()).toString();
  }

  private static String withoutInvisible(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean invisible = c == '\u00AD' || c == '\u200B' || c == '\u2060' || c == '\uFEFF';
      if (!invisible) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
