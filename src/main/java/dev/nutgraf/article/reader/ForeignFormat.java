package dev.nutgraf.article.reader;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes text that isn't one article by its beginning: feeds, subtitles, tables, mail messages
 * and formats of news agencies. Only tables are also recognized by their name or media type,
 * because a table of one column looks like text.
 */
final class ForeignFormat {
  /** Characters searched. */
  private static final int HEAD = 8192;

  /** Lines compared to recognize a table without a name. */
  private static final int TABLE_LINES = 4;

  private static final int MIN_SEPARATORS = 2;
  private static final int MIN_MAIL_HEADERS = 3;
  private static final int MAX_COLUMN_NAME = 40;

  private record Kind(Reason reason, String name, String advice) {}

  private static final String SPLIT = "store each article as a file of its own";

  private static final Kind SUBTITLES =
      new Kind(Reason.SUBTITLES, "subtitles", "store the transcript as plain text");
  private static final Kind TABLE = new Kind(Reason.TABLE, "a table (CSV or TSV)", SPLIT);
  private static final Kind MESSAGE =
      new Kind(Reason.MAIL, "a mail message", "store its text or HTML part");
  private static final Kind WEB_ARCHIVE =
      new Kind(Reason.MAIL, "a web archive (MHTML)", "store its HTML part");

  private static final String STORE_PAGES = "store the pages it lists";
  private static final String STORE_BODY = "store its HTML as a file of its own";

  /** Root elements, without namespace prefix and in lower case. */
  private static final Map<String, Kind> ROOTS =
      Map.ofEntries(
          Map.entry("rss", new Kind(Reason.FEED, "an RSS feed", SPLIT)),
          Map.entry("feed", new Kind(Reason.FEED, "an Atom feed", SPLIT)),
          Map.entry("rdf", new Kind(Reason.FEED, "an RSS 1.0 feed (RDF)", SPLIT)),
          Map.entry("item", new Kind(Reason.FEED, "an item of an RSS feed", STORE_BODY)),
          Map.entry("entry", new Kind(Reason.FEED, "an entry of an Atom feed", STORE_BODY)),
          Map.entry("opml", new Kind(Reason.FEED, "a list of feeds (OPML)", SPLIT)),
          Map.entry("urlset", new Kind(Reason.FEED, "a sitemap", STORE_PAGES)),
          Map.entry("sitemapindex", new Kind(Reason.FEED, "a sitemap index", STORE_PAGES)),
          Map.entry("newsitem", agencyFormat("NewsML-G2")),
          Map.entry("newsmessage", agencyFormat("NewsML-G2")),
          Map.entry("newsml", agencyFormat("NewsML")),
          Map.entry("nitf", agencyFormat("NITF")),
          Map.entry("mediawiki", unsupported("a MediaWiki export")),
          Map.entry("plist", unsupported("a property list (Safari web archive)")),
          Map.entry("svg", unsupported("an SVG picture")),
          Map.entry("tt", SUBTITLES));

  /** Beginnings of other formats. */
  private static final Map<String, Kind> OPENINGS =
      Map.of(
          "WEBVTT",
          SUBTITLES,
          "[Script Info]",
          SUBTITLES,
          "BEGIN:VCALENDAR",
          unsupported("a calendar (iCalendar)"),
          "BEGIN:VCARD",
          unsupported("a business card (vCard)"),
          "WARC/",
          new Kind(Reason.UNSUPPORTED_FORMAT, "a web archive (WARC)", "store the page in it"),
          "{\\rtf",
          unsupported("an RTF document"),
          "TY  - ",
          unsupported("a list of references (RIS)"));

  private ForeignFormat() {}

  private static Kind agencyFormat(String name) {
    return new Kind(Reason.UNSUPPORTED_FORMAT, name, "store the story as HTML or plain text");
  }

  private static Kind unsupported(String name) {
    return new Kind(Reason.UNSUPPORTED_FORMAT, name, "store the article as HTML or plain text");
  }

  /**
   * Rejects a file that isn't an article.
   *
   * @throws ArticleRejectedException if the file is in one of the formats of this class
   */
  static void reject(String text, ArticleFile file) {
    int start = WhiteSpace.skip(text, 0, text.length());
    String head = text.substring(start, Math.min(text.length(), start + HEAD));
    Kind kind = kindOf(head, file);
    if (kind != null) {
      throw new ArticleRejectedException(
          kind.reason(), "The file is " + kind.name() + ", not an article; " + kind.advice() + ".");
    }
  }

  private static @Nullable Kind kindOf(String head, ArticleFile file) {
    if (head.startsWith("<")) {
      return ROOTS.get(root(head));
    }
    for (Map.Entry<String, Kind> opening : OPENINGS.entrySet()) {
      if (head.startsWith(opening.getKey())) {
        return opening.getValue();
      }
    }
    List<String> lines = lines(head);
    if (hasCue(lines)) {
      return SUBTITLES;
    }
    Kind mail = mail(lines);
    if (mail != null) {
      return mail;
    }
    return isNamedTable(file) || isTable(lines) ? TABLE : null;
  }

  /** Returns the name of the first element, in lower case, without its prefix. */
  private static String root(String head) {
    int at = 0;
    while (at >= 0 && at + 1 < head.length() && head.charAt(at) == '<') {
      String end = head.startsWith("<!--", at) ? "-->" : ">";
      char kind = head.charAt(at + 1);
      if (kind != '?' && kind != '!') {
        break;
      }
      int close = head.indexOf(end, at);
      at = close < 0 ? -1 : WhiteSpace.skip(head, close + end.length(), head.length());
    }
    if (at < 0 || at == head.length()) {
      return "";
    }
    int from = at + 1;
    int to = from;
    while (to < head.length() && " \t\r\n>/".indexOf(head.charAt(to)) < 0) {
      to++;
    }
    String name = head.substring(from, to);
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  private static List<String> lines(String head) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < head.length()) {
      int end = head.indexOf('\n', from);
      int to = end < 0 ? head.length() : end;
      lines.add(head.substring(from, to).stripTrailing());
      from = to + 1;
    }
    return lines;
  }

  /** Returns whether the first or second line is the time of a subtitle. */
  private static boolean hasCue(List<String> lines) {
    for (String line : lines.subList(0, Math.min(2, lines.size()))) {
      int arrow = line.indexOf(" --> ");
      if (arrow > 0 && Character.isDigit(line.charAt(0)) && line.lastIndexOf(':', arrow) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the kind of a file that begins with the headers of a message, or of its first part. */
  private static @Nullable Kind mail(List<String> lines) {
    int headers = 0;
    boolean transported = false;
    boolean part = false;
    for (String line : lines) {
      int colon = line.indexOf(':');
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      boolean separator = line.startsWith("From ") && line.indexOf('@') > 0; // of an mbox file
      boolean boundary = line.startsWith("--") && line.length() > 2 && line.indexOf(' ') < 0;
      if (headers == 0 && (separator || boundary)) {
        part |= boundary;
        continue;
      }
      if (line.isEmpty() || (!folded && !isHeaderName(line, colon))) {
        break;
      }
      if (folded) {
        continue;
      }
      headers++;
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("snapshot-content-location:") || lower.contains("multipart/related")) {
        return WEB_ARCHIVE;
      }
      transported |=
          lower.startsWith("mime-version:")
              || lower.startsWith("received:")
              || lower.startsWith("return-path:")
              || lower.startsWith("message-id:")
              || lower.startsWith("delivered-to:")
              || lower.startsWith("content-transfer-encoding:")
              || lower.startsWith("content-type:");
    }
    return transported && (part || headers >= MIN_MAIL_HEADERS) ? MESSAGE : null;
  }

  private static boolean isHeaderName(String line, int colon) {
    int space = line.indexOf(' ');
    return colon > 0 && (space < 0 || space > colon);
  }

  private static boolean isNamedTable(ArticleFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    String type = file.contentType().orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("text/csv")
        || type.startsWith("text/tab-separated-values")
        || name.endsWith(".csv")
        || name.endsWith(".tsv")
        || name.endsWith(".csv.gz")
        || name.endsWith(".tsv.gz");
  }

  /** Returns whether a row of names is followed by rows with at least as many separators. */
  private static boolean isTable(List<String> lines) {
    for (char separator : new char[] {'\t', ',', ';'}) {
      int columns = lines.isEmpty() ? 0 : count(lines.get(0), separator);
      if (columns >= MIN_SEPARATORS
          && lines.size() > 1
          && isHeader(lines.get(0), separator)
          && lines.stream()
              .limit(TABLE_LINES)
              .filter(line -> !line.isEmpty())
              .allMatch(line -> count(line, separator) >= columns)) {
        return true;
      }
    }
    return false;
  }

  private static int count(String line, char separator) {
    return (int) line.chars().filter(c -> c == separator).count();
  }

  /** Returns whether a row has names of columns only: one word each. */
  private static boolean isHeader(String line, char separator) {
    int width = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean named = Character.isLetterOrDigit(c) || c == '_' || c == '"';
      width = named ? width + 1 : 0;
      if ((!named && c != separator) || width > MAX_COLUMN_NAME) {
        return false;
      }
    }
    return true;
  }
}
