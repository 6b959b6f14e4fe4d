package dev.nutgraf.article.html;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Hints about an element's part in a page, from substrings that class names and ids of many sites
 * share.
 *
 * <p>A hint alone never decides: {@link MainContent} drops a hinted region only up to a share of
 * the page's prose. The idea and the first words come from arc90's Readability; the others from 158
 * development pages.
 */
enum ClassNameHints {
  /** Readers' comments, which may hold more prose than the article. */
  COMMENTS("comment", "disqus"),
  /** Parts around an article: navigation, teasers, consent dialogs, advertising. */
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
  /** Small parts within an article; some sites name the article itself so. */
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
  /** Captions and picture credits. */
  CAPTION("caption", "credit");

  private static final List<String> NO_CAPTION = List.of("no-caption", "no_caption", "nocaption");

  @SuppressWarnings("ImmutableEnumChecker") // never changed, never handed out
  private final String[] words;

  ClassNameHints(String... words) {
    this.words = words;
  }

  /** Returns whether the class names or the id of an element contain one of the words. */
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
