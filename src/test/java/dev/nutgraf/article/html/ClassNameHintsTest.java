package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.html.ClassNameHints.Hint;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNameHintsTest {
  @ParameterizedTest
  @CsvSource({
    "SURROUNDINGS, page-sidebar",
    "SURROUNDINGS, Related_Stories",
    "SURROUNDINGS, related-story",
    "SURROUNDINGS, mostRead",
    "SURROUNDINGS, relatedposts",
    "SURROUNDINGS, articlefooter",
    "SURROUNDINGS, sidebar-weather",
    "SURROUNDINGS, Newsletter_root__x3Fk2",
    "SURROUNDINGS, newsletter--harbor",
    "COMMENTS, article-comments",
    "COMMENTS, commentList",
    "DIALOG, cookie-box",
    "DIALOG, paywall-offer",
    "BOILERPLATE, share-bar",
    "BOILERPLATE, sharebar",
    "BOILERPLATE, sidebar_widget_text_hidden",
    "CAPTION, wp-caption-text",
  })
  void matchesAWordWithinAClassNameOrAnId(Hint hint, String name) {
    assertEquals(true, of(new Element("div").addClass(name)).contains(hint));
    assertEquals(true, of(new Element("div").id(name)).contains(hint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cookie-recipe",
        "gdpr-paragraph",
        "newsletter-story",
        "modal-jazz",
        "rating-agencies",
        "hidden-gems",
        "shareholder",
        "commentary",
        "menuet",
        "authoritative",
      })
  void takesTheLastWordsOfANameForWhatItMeans(String name) {
    assertEquals(Set.of(), of(new Element("div").addClass(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "has-comments",
        "no-sidebar",
        "tag-newsletter",
        "category-sponsored-walks",
        "content--type-comment",
        "no-caption",
        "elementor-widget",
      })
  void takesThePropertyOfAnArticleForNone(String name) {
    assertEquals(Set.of(), of(new Element("div").addClass(name)));
  }

  @Test
  void findsNoneInOtherAttributes() {
    assertEquals(Set.of(), of(new Element("div")));
    assertEquals(Set.of(), of(new Element("div").attr("title", "sidebar")));
  }

  private static Set<Hint> of(Element element) {
    return new ClassNameHints().of(element);
  }
}
