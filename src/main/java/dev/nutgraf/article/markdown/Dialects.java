package dev.nutgraf.article.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes what the dialects of Markdown add to CommonMark and what isn't text: embeds, block
 * identifiers, properties and comments of Obsidian, footnotes, shortcodes of Hugo, Jekyll and
 * WordPress, the marks of callouts and admonitions, MDX's imports and components, tables of
 * contents. The text within wiki links, callouts, admonitions and paired shortcodes stays.
 *
 * <p>It works on lines before CommonMark parses them, because half of the syntax is CommonMark's
 * plain text and the other half its HTML or code. Fenced code and code spans stay as they are. The
 * time is linear: a closing mark is searched for in its line, or once for all lines that lack it.
 */
final class Dialects {
  /** A part of the source from one mark to another, across lines. */
  private record Span(String open, String close) {}

  /** In order; of those that start alike, the longer ones come first. */
  private static final List<Span> SPANS =
      List.of(
          new Span("{{< highlight", "{{< /highlight >}}"),
          new Span("{% highlight", "{% endhighlight %}"),
          new Span("{% comment %}", "{% endcomment %}"),
          new Span("{{<", ">}}"),
          new Span("{{%", "%}}"),
          new Span("{{", "}}"),
          new Span("{%", "%}"),
          new Span("{/*", "*/}"),
          new Span("%%", "%%"),
          new Span("![[", "]]"),
          new Span("[caption", "[/caption]"),
          new Span("[embed]", "[/embed]"),
          new Span("[gallery", "]"),
          new Span("[playlist", "]"),
          new Span("[video ", "]"),
          new Span("[audio ", "]"),
          new Span("[^", "]"),
          new Span("^[", "]"));

  private static final String SPAN_STARTS = "{%![^";

  private static final Set<String> CONTENTS_MARKS =
      Set.of("[toc]", "[[toc]]", "[[_toc_]]", "{:toc}", "${toc}", "@[toc]", "{{toc}}");

  /** Openings of an admonition in the syntax of Python-Markdown. */
  private static final List<String> ADMONITIONS = List.of("!!! ", "??? ", "???+ ");

  private static final List<String> EXPORTS =
      List.of("export const ", "export default ", "export let ", "export function ");

  private static final int MAX_FENCE_INDENT = 3;
  private static final int MIN_FENCE = 3;

  /** Indentation that keeps a line after a blank one in a footnote. */
  private static final String NOTE_INDENT = "  ";

  /** A part that isn't text and that the next lines continue. */
  private enum Dropped {
    NOTHING,
    /** A footnote, up to a line after a blank one without indentation. */
    NOTE,
    /** A statement of MDX, up to a blank line. */
    STATEMENT,
    /** The tag of a component, up to its closing bracket. */
    TAG
  }

  private final String source;
  private final StringBuilder text = new StringBuilder();

  /** For each span, the place of a closing mark that was found last; none after the end. */
  private final int[] closings = new int[SPANS.size()];

  /** The same for links. */
  private int linkClosing = -1;

  private Dropped dropped = Dropped.NOTHING;
  private boolean blank = true;
  private @Nullable String fence;
  private int lineEnd;

  private Dialects(String source) {
    this.source = source;
  }

  /** Returns a document in CommonMark, with the same text. */
  static String toCommonMark(String source) {
    return new Dialects(source).convert();
  }

  private String convert() {
    int at = 0;
    while (at < source.length()) {
      lineEnd = lineEnd(at);
      if (isInFence(at)) {
        text.append(source, at, lineEnd);
      } else {
        String line = withoutSpans(at); // moves the end of the line behind that of a span
        text.append(withoutBlockMarks(line));
        blank = line.isBlank();
      }
      text.append('\n');
      at = lineEnd + 1;
    }
    return text.toString();
  }

  private int lineEnd(int from) {
    int newline = source.indexOf('\n', from);
    return newline < 0 ? source.length() : newline;
  }

  private boolean isInFence(int start) {
    int at = start;
    while (at < lineEnd && at - start <= MAX_FENCE_INDENT && source.charAt(at) == ' ') {
      at++;
    }
    int end = at;
    while (end < lineEnd && "`~".indexOf(source.charAt(end)) >= 0) {
      end++;
    }
    String marks = source.substring(at, end);
    if (fence != null) {
      if (marks.startsWith(fence) && source.substring(end, lineEnd).isBlank()) {
        fence = null;
      }
      return true;
    }
    fence = marks.length() >= MIN_FENCE ? marks : null;
    return fence != null;
  }

  /** Returns a line without spans; one that ends in a later line continues it with the rest. */
  private String withoutSpans(int start) {
    StringBuilder line = new StringBuilder(lineEnd - start);
    int at = start;
    while (at < lineEnd) {
      char c = source.charAt(at);
      int end = c == '`' ? codeEnd(at) : at;
      if (end > at) {
        line.append(source, at, end);
        at = end;
      } else if (c == '[' && source.startsWith("[[", at)) {
        at = appendWikiLink(at, line);
      } else {
        int after = SPAN_STARTS.indexOf(c) >= 0 ? spanEnd(at, start) : -1;
        if (after < 0) {
          line.append(c);
          at++;
        } else {
          at = after;
          lineEnd = at > lineEnd ? lineEnd(at) : lineEnd;
        }
      }
    }
    return line.toString();
  }

  private int codeEnd(int start) {
    int end = start;
    while (end < lineEnd && source.charAt(end) == '`') {
      end++;
    }
    String marks = source.substring(start, end);
    int close = source.indexOf(marks, end);
    return close < 0 || close >= lineEnd ? end : close + marks.length();
  }

  /** Returns the end of the span at a place, or -1; a footnote at the start of a line is none. */
  private int spanEnd(int at, int lineStart) {
    for (int i = 0; i < closings.length; i++) {
      Span span = SPANS.get(i);
      if (source.startsWith(span.open, at)) {
        int from = at + span.open.length();
        if (closings[i] < from) {
          int close = source.indexOf(span.close, from);
          closings[i] = close < 0 ? source.length() : close;
        }
        boolean note = span.close.equals("]");
        boolean ends = closings[i] < (note ? lineEnd : source.length());
        int end = closings[i] + span.close.length();
        boolean defines = note && at == lineStart && source.startsWith(":", end);
        if (ends && !defines) {
          return end;
        }
      }
    }
    return -1;
  }

  /** Appends the text that a wiki link shows; returns the place after the link. */
  private int appendWikiLink(int start, StringBuilder line) {
    if (linkClosing < start) {
      int next = source.indexOf("]]", start);
      linkClosing = next < 0 ? source.length() : next;
    }
    int close = linkClosing;
    if (close >= lineEnd || CONTENTS_MARKS.contains(lower(start, close + 2))) {
      line.append("[[");
      return start + 2;
    }
    String target = source.substring(start + 2, close);
    int bar = target.lastIndexOf('|');
    int section = target.indexOf('#');
    line.append(
        bar >= 0 ? target.substring(bar + 1) : section > 0 ? target.substring(0, section) : target);
    return close + 2;
  }

  private String lower(int start, int end) {
    return source.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private String withoutBlockMarks(String line) {
    String content = line.strip();
    if (isDropped(line, content) || isMark(content)) {
      return "";
    }
    if (content.startsWith(">")) {
      int mark = content.indexOf("[!");
      boolean callout = mark > 0 && content.substring(0, mark).replace('>', ' ').isBlank();
      return callout && content.indexOf(']', mark) > 0 ? content.substring(0, mark) : line;
    }
    return withoutHighlights(withoutIdentifier(line, content.startsWith("#")));
  }

  /** Returns whether a line starts or continues a part that isn't text. */
  private boolean isDropped(String line, String content) {
    switch (dropped) {
      case TAG -> {
        dropped = content.endsWith(">") ? Dropped.NOTHING : dropped;
        return true;
      }
      case NOTE -> {
        if (!blank || content.isEmpty() || line.startsWith(NOTE_INDENT)) {
          return true;
        }
      }
      case STATEMENT -> {
        if (!content.isEmpty()) {
          return true;
        }
      }
      case NOTHING -> {}
    }
    dropped = opened(content);
    return dropped != Dropped.NOTHING || isComponent(content);
  }

  private static Dropped opened(String content) {
    if (content.startsWith("[^") && content.contains("]:")) {
      return Dropped.NOTE;
    }
    if (isImport(content) || EXPORTS.stream().anyMatch(content::startsWith)) {
      return Dropped.STATEMENT;
    }
    return isComponent(content) && content.indexOf('>') < 0 ? Dropped.TAG : Dropped.NOTHING;
  }

  private static boolean isImport(String content) {
    String statement = content.endsWith(";") ? content.substring(0, content.length() - 1) : content;
    boolean quoted = statement.endsWith("\"") || statement.endsWith("'");
    return quoted
        && content.startsWith("import ")
        && (content.contains(" from ") || "\"'".indexOf(content.charAt("import ".length())) >= 0);
  }

  /** Returns whether a line is the tag of a component, whose attributes CommonMark can't parse. */
  private static boolean isComponent(String content) {
    return content.length() > 1
        && content.charAt(0) == '<'
        && Character.isUpperCase(content.charAt(1))
        && (content.endsWith("/>") || content.indexOf('>') < 0);
  }

  /** Returns whether a line consists of marks, identifiers, properties or tags. */
  private static boolean isMark(String content) {
    return content.startsWith("::")
        || content.startsWith("{:")
        || ADMONITIONS.stream().anyMatch(content::startsWith)
        || CONTENTS_MARKS.contains(content.toLowerCase(Locale.ROOT))
        || isProperty(content)
        || isTags(content);
  }

  /** Returns whether a line is a property of Obsidian's Dataview: {@code status:: draft}. */
  private static boolean isProperty(String content) {
    int at = 0;
    while (at < content.length()
        && (Character.isLetterOrDigit(content.charAt(at))
            || "-_".indexOf(content.charAt(at)) >= 0)) {
      at++;
    }
    return at > 0 && content.startsWith("::", at);
  }

  /** Returns whether a line has nothing but tags: {@code #harbor #ferry}. */
  private static boolean isTags(String content) {
    if (!content.startsWith("#")) {
      return false;
    }
    for (int at = 0; at < content.length(); at++) {
      boolean first = at == 0 || content.charAt(at - 1) == ' ';
      if (first && content.charAt(at) != ' ' && !isTag(content, at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTag(String content, int at) {
    return content.charAt(at) == '#'
        && at + 1 < content.length()
        && Character.isLetter(content.charAt(at + 1));
  }

  /** Drops the identifier of a block or the attributes of a heading from the end of a line. */
  private static String withoutIdentifier(String line, boolean heading) {
    String trimmed = line.stripTrailing();
    int last = trimmed.lastIndexOf(' ');
    if (last <= 0 || last + 2 >= trimmed.length()) {
      return line;
    }
    if (trimmed.charAt(last + 1) == '^') {
      boolean identifier =
          trimmed
              .substring(last + 2)
              .chars()
              .allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
      return identifier ? trimmed.substring(0, last) : line;
    }
    int brace = heading && trimmed.endsWith("}") ? trimmed.lastIndexOf('{') : -1;
    return brace > 0 && "#.:".indexOf(trimmed.charAt(brace + 1)) >= 0
        ? trimmed.substring(0, brace)
        : line;
  }

  /** Drops the marks around highlighted text: {@code ==an hour==}. */
  private static String withoutHighlights(String line) {
    int open = line.indexOf("==");
    int close = open < 0 ? -1 : line.indexOf("==", open + 3);
    if (close < 0 || line.indexOf('`') >= 0 || line.contains("===")) {
      return line;
    }
    StringBuilder kept = new StringBuilder(line.length());
    int from = 0;
    while (close >= 0) {
      boolean tight = line.charAt(open + 2) != ' ' && line.charAt(close - 1) != ' ';
      kept.append(line, from, open);
      from = tight ? open + 2 : open;
      kept.append(line, from, close);
      from = tight ? close + 2 : close;
      open = line.indexOf("==", close + 2);
      close = open < 0 ? -1 : line.indexOf("==", open + 3);
    }
    return kept.append(line, from, line.length()).toString();
  }
}
