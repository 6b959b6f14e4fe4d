package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNameHintsTest {
  @ParameterizedTest
  @CsvSource({
    "SURROUNDINGS, page-sidebar",
    "SURROUNDINGS, Related_Stories",
    "COMMENTS, article-comments",
    "BOILERPLATE, share-bar",
    "CAPTION, wp-caption-text",
  })
  void matchesAWordWithinAClassNameOrAnId(ClassNameHints hint, String name) {
    assertEquals(List.of(hint), matches(new Element("div").addClass(name)));
    assertEquals(List.of(hint), matches(new Element("div").id(name)));
  }

  @Test
  void takesThePictureWithoutACaptionForNone() {
    assertFalse(ClassNameHints.CAPTION.match(new Element("div").addClass("no-caption")));
  }

  @Test
  void matchesNoElementWithoutNames() {
    assertEquals(List.of(), matches(new Element("div")));
    assertEquals(List.of(), matches(new Element("div").attr("title", "sidebar")));
  }

  private static List<ClassNameHints> matches(Element element) {
    return Arrays.stream(ClassNameHints.values()).filter(hint -> hint.match(element)).toList();
  }
}
