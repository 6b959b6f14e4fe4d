package dev.nutgraf.article.html;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** What class names and ids tell of the part an element plays, by words that sites agree on. */
enum ClassNameHints {
  COMMENTS("comment", "disqus"),
  /** Parts of a page that are never its article, unless it has hardly any other text. */
  SURROUNDINGS(
      "related",
      "sidebar",
      "promo",
      "newsletter",
      "subscri",
      "footer",
      "navigation",
      "menu",
      "breadcrumb",
      "cookie",
      "consent",
      "gdpr",
      "modal",
      "popup",
      "advert",
      "sponsor",
      "outbrain",
      "taboola",
      "recirc",
      "trending",
      "popular",
      "most-read",
      "mostread",
      "recommend",
      "pagination",
      "toolbar",
      "signup",
      "masthead",
      "read-more",
      "readmore",
      "copyright",
      "skip-link",
      "rating",
      "login"),
  /** Words that small parts around an article have, but that articles have too. */
  BOILERPLATE(
      "share",
      "sharing",
      "social",
      "byline",
      "author",
      "tags",
      "widget",
      "banner",
      "dateline",
      "timestamp",
      "hidden",
      "sr-only",
      "visually",
      "screen-reader"),
  CAPTION("caption", "credit");

  private static final List<String> NO_CAPTION = List.of("no-caption", "no_caption", "nocaption");

  @SuppressWarnings("ImmutableEnumChecker") // never changed, never handed out
  private final String[] words;

  ClassNameHints(String... words) {
    this.words = words;
  }

  /** Whether the class names or the id of an element have one of the words in them. */
  boolean match(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
    if (names.length() == 1) {
      return false;
    }
    for (String word : words) {
      if (names.contains(word)) {
        return this != CAPTION || NO_CAPTION.stream().noneMatch(names::contains);
      }
    }
    return false;
  }
}
