package dev.nutgraf.article.html;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.article.metadata.Json;
import dev.nutgraf.article.metadata.JsonMetadata;
import dev.nutgraf.article.metadata.MetadataText;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Reads the metadata of a page: from JSON-LD, then from meta elements (Open Graph, Dublin Core and
 * names of publishing systems), then from elements such as {@code title}, {@code time} and {@code
 * link}. The first source that has a valid value for a property wins.
 */
final class HtmlMetadata {
  private static final Map<Property, List<String>> META_NAMES =
      Map.of(
          Property.HEADLINE,
          List.of("og:title", "twitter:title", "dc.title", "parsely-title"),
          Property.AUTHOR,
          List.of(
              "author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"),
          Property.DATE_PUBLISHED,
          List.of(
              "article:published_time",
              "datepublished",
              "date",
              "pubdate",
              "publishdate",
              "publish-date",
              "dc.date.issued",
              "dc.date",
              "dcterms.issued",
              "dcterms.created",
              "dcterms.date",
              "citation_publication_date",
              "publication_date",
              "pub_date",
              "parsely-pub-date",
              "sailthru.date",
              "og:pubdate",
              "article.published"),
          Property.PUBLISHER,
          List.of("og:site_name", "application-name", "dc.publisher"),
          Property.URL,
          List.of("og:url"),
          Property.IN_LANGUAGE,
          List.of("content-language", "og:locale"));

  /** Separators between a title and the name of the site. */
  private static final List<String> SEPARATORS =
      List.of(" | ", " - ", " – ", " — ", " :: ", " » ", " · ");

  /** Ends of a title that was cut. */
  private static final List<String> ELLIPSES = List.of("…", "...");

  /** With fewer words before the separator, the separator is part of the title. */
  private static final int MIN_TITLE_WORDS = 3;

  /** Articles of JSON-LD, and headings, that are compared with each other. */
  private static final int MAX_COMPARED = 20;

  /** Elements around links to other stories. */
  private static final String OTHER_STORIES = "aside, nav, footer, li, figure, blockquote";

  /** Parts of names of elements with the date of a change. */
  private static final List<String> CHANGES = List.of("modified", "updated");

  /** Elements that may declare metadata, besides those with certain attributes. */
  private static final Set<String> DECLARING = Set.of("html", "meta", "link", "h1", "time");

  private static final List<String> DECLARING_ATTRIBUTES = List.of("itemprop", "rel");

  private final Document page;

  /** The elements that may declare metadata, in document order: selecting walks no other. */
  private final List<Element> declaring = new ArrayList<>();

  private final Map<String, String> contents;
  private final ArticleMetadataBuilder metadata = new ArticleMetadataBuilder();

  private HtmlMetadata(Document page) {
    this.page = page;
    page.forEachNode(
        node -> {
          if (node instanceof Element element && declares(element)) {
            declaring.add(element);
          }
        });
    this.contents = contents();
  }

  private static boolean declares(Element element) {
    return DECLARING.contains(element.normalName())
        || (element.attributesSize() > 0
            && DECLARING_ATTRIBUTES.stream().anyMatch(element::hasAttr));
  }

  private Stream<Element> select(String selector) {
    Evaluator evaluator = QueryParser.parse(selector);
    return declaring.stream().filter(element -> element.is(evaluator));
  }

  static ArticleMetadata of(Document page) {
    HtmlMetadata found = new HtmlMetadata(page);
    found.readJsonLd();
    found.readMeta();
    found.readElements();
    return found.metadata.build();
  }

  /** Reads the JSON-LD article that is the page's own, and others only if they agree with it. */
  private void readJsonLd() {
    JsonLd found = JsonLd.of(page);
    List<Json> articles = found.articles().stream().limit(MAX_COMPARED).toList();
    int[] matches = articles.stream().mapToInt(this::match).toArray();
    int best = Arrays.stream(matches).max().orElse(0);
    for (int i = 0; i < matches.length; i++) {
      Json article = articles.get(i);
      if (matches[i] == best && best >= 0) {
        // An encyclopedia's headline is a description of what its name says.
        if (!isShown(article.get("headline")) && isShown(article.get("name"))) {
          String name = JsonMetadata.text(article.get("name"));
          metadata.add(Property.HEADLINE, name, MetadataField.Origin.JSON_LD);
        }
        JsonMetadata.read(article, found.byId(), metadata, MetadataField.Origin.JSON_LD);
      }
    }
  }

  /** Returns how well an article of a script matches the page; negative if it is another's. */
  private int match(Json article) {
    int match = 0;
    List<String> own =
        Stream.of(attributeOf("link[rel=canonical]", "href"), content("og:url"))
            .map(HtmlMetadata::withoutScheme)
            .filter(address -> !address.isEmpty())
            .toList();
    List<String> stated =
        Stream.of(article.get("url"), article.get("mainEntityOfPage"), article.get("@id"))
            .flatMap(value -> Stream.of(value, value.get("@id"), value.get("url")))
            .flatMap(value -> value.text().stream())
            .filter(address -> address.startsWith("http"))
            .map(HtmlMetadata::withoutScheme)
            .toList();
    if (!own.isEmpty() && !stated.isEmpty()) {
      match += own.stream().anyMatch(stated::contains) ? 2 : -1;
    }
    return match + (isShown(article.get("headline")) ? 1 : 0);
  }

  /** Returns whether a title of the page contains a value. */
  private boolean isShown(Json value) {
    String folded = fold(JsonMetadata.text(value));
    return !folded.isEmpty()
        && Stream.concat(
                Stream.of(page.title(), content("og:title")),
                select("h1").limit(MAX_COMPARED).map(Element::text))
            .anyMatch(title -> fold(title).contains(folded));
  }

  /** Returns an address without scheme, query, fragment and final slash. */
  private static String withoutScheme(String address) {
    int from = address.indexOf("://");
    String rest = from < 0 ? address : address.substring(from + 3);
    int end = 0;
    while (end < rest.length() && "?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, rest.startsWith("/", end - 1) ? end - 1 : end);
  }

  /** Returns the letters and digits of a title, for comparison. */
  private static String fold(String title) {
    StringBuilder folded = new StringBuilder(title.length());
    MetadataText.plain(title)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private void readMeta() {
    META_NAMES.forEach(
        (property, names) -> {
          for (String name : names) {
            String value = content(name);
            state(property, property == Property.HEADLINE ? headlineOf(value) : value);
          }
        });
  }

  private String content(String name) {
    return contents.getOrDefault(name, "");
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new HashMap<>();
    select("meta[content]")
        .forEach(
            meta -> {
              for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
                contents.putIfAbsent(meta.attr(key).toLowerCase(Locale.ROOT), meta.attr("content"));
              }
            });
    return contents;
  }

  private void readElements() {
    String title = WhiteSpace.collapse(page.title());
    state(Property.HEADLINE, wholeOf(headlineOf(title)));
    state(Property.HEADLINE, textOf("h1"));
    state(Property.AUTHOR, textOf("[itemprop=author] [itemprop=name]"));
    state(Property.AUTHOR, textOf("[itemprop=author], a[rel=author]"));
    state(Property.DATE_PUBLISHED, attributeOf("[itemprop=datePublished][datetime]", "datetime"));
    state(Property.DATE_PUBLISHED, attributeOf("[itemprop=datePublished][content]", "content"));
    state(Property.DATE_PUBLISHED, textOf("[itemprop=datePublished]"));
    state(Property.DATE_PUBLISHED, attributeOf("time[pubdate]", "datetime"));
    select("time[datetime]")
        .filter(HtmlMetadata::isOfTheArticle)
        .findFirst()
        .ifPresent(time -> state(Property.DATE_PUBLISHED, time.attr("datetime")));
    state(Property.URL, attributeOf("link[rel=canonical]", "href"));
    state(Property.IN_LANGUAGE, attributeOf("html", "lang"));
    state(Property.IN_LANGUAGE, attributeOf("html", "xml:lang"));
  }

  /** Returns whether a time isn't that of a change, or of a story that the page links to. */
  private static boolean isOfTheArticle(Element time) {
    String itself = time.attr("itemprop") + ' ' + time.className();
    Element parent = time.parent();
    String before = parent == null ? "" : parent.ownText();
    return time.closest(OTHER_STORIES) == null
        && CHANGES.stream().noneMatch(itself.toLowerCase(Locale.ROOT)::contains)
        && !Dates.isUpdate(time.text())
        && !Dates.isUpdate(before);
  }

  private void state(Property property, String value) {
    metadata.add(property, value, MetadataField.Origin.META);
  }

  private String textOf(String selector) {
    return select(selector).findFirst().map(Element::text).orElse("");
  }

  private String attributeOf(String selector, String attribute) {
    return select(selector).findFirst().map(element -> element.attr(attribute)).orElse("");
  }

  /**
   * Returns the headline in a title: without the name of the site, at either end, and nothing if it
   * is that name alone. A level 1 heading decides which part of the title is the headline; it is
   * the headline itself if a longer title shares nothing with it.
   */
  private String headlineOf(String written) {
    String title = WhiteSpace.collapse(MetadataText.plain(written));
    if (title.isEmpty() || isSiteName(title)) {
      return "";
    }
    List<String> parts = parts(title);
    List<String> headings =
        select("h1")
            .map(Element::text)
            .filter(heading -> words(heading) >= MIN_TITLE_WORDS && !isSiteName(heading))
            .toList();
    for (String heading : headings) {
      String folded = fold(heading);
      boolean atAnEnd = fold(title).startsWith(folded) || fold(title).endsWith(folded);
      if (parts.size() > 1 && atAnEnd && 2 * folded.length() >= fold(title).length()) {
        return heading;
      }
    }
    boolean placeholder = MetadataText.isPlaceholder(parts.get(0));
    if (headings.size() == 1 && (placeholder || sharesNoWord(title, headings.get(0)))) {
      return headings.get(0);
    }
    if (placeholder) {
      return "";
    }
    String first = parts.get(0);
    if (ELLIPSES.stream().anyMatch(first::endsWith)) {
      return wholeOf(first);
    }
    if (parts.size() > 1 && isSiteName(parts.get(0))) {
      return title.substring(title.indexOf(parts.get(1), parts.get(0).length()));
    }
    int end = title.length() - parts.get(parts.size() - 1).length();
    if (parts.size() > 1 && isSiteName(parts.get(parts.size() - 1))) {
      return withoutSeparator(title.substring(0, end));
    }
    return withoutSiteName(title);
  }

  /** Returns the only level 1 heading if a title is its beginning, else the title. */
  private String wholeOf(String title) {
    List<Element> headings = select("h1").toList();
    String heading = headings.size() == 1 ? headings.get(0).text() : "";
    boolean cut = words(title) >= MIN_TITLE_WORDS && fold(heading).startsWith(fold(title));
    return cut ? heading : title;
  }

  private static String withoutSeparator(String title) {
    int end = title.length();
    while (end > 0
        && !Character.isLetterOrDigit(title.charAt(end - 1))
        && " |-–—:»·".indexOf(title.charAt(end - 1)) >= 0) {
      end--;
    }
    return title.substring(0, end);
  }

  private boolean isSiteName(String text) {
    String name = fold(content("og:site_name"));
    String folded = fold(text);
    return !name.isEmpty() && (folded.equals(name) || folded.equals("the" + name));
  }

  private static boolean sharesNoWord(String title, String heading) {
    Set<String> words = new HashSet<>();
    for (String word : title.split(" ", -1)) {
      words.add(fold(word));
    }
    for (String word : heading.split(" ", -1)) {
      if (words.contains(fold(word))) {
        return false;
      }
    }
    return true;
  }

  private static int words(String text) {
    return text.isEmpty() ? 0 : text.split(" ", -1).length;
  }

  private static List<String> parts(String title) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < title.length(); i++) {
      for (String separator : SEPARATORS) {
        if (title.startsWith(separator, i)) {
          parts.add(title.substring(from, i));
          from = i + separator.length();
          i = from - 1;
          break;
        }
      }
    }
    parts.add(title.substring(from));
    return parts;
  }

  /** Cuts a title at its last separator, if enough words remain. */
  private static String withoutSiteName(String title) {
    int end = -1;
    for (String separator : SEPARATORS) {
      end = Math.max(end, title.lastIndexOf(separator));
    }
    if (end < 0 || title.substring(0, end).split(" ", -1).length < MIN_TITLE_WORDS) {
      return title;
    }
    return title.substring(0, end);
  }
}
