package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/a?b=1", "www.example.org", "pic.twitter.com/Ab12"})
  void recognizesAnAddress(String line) {
    assertTrue(Links.isAddress(line, 0, line.length()));
    String text = line + " and more";
    assertFalse(Links.isAddress(text, 0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Previous articleBridges Win A Prize", "Next article Why rivers freeze"})
  void recognizesALinkToTheNextOrPreviousArticle(String line) {
    assertTrue(Links.isNeighbor(line, 0, line.length()));
  }

  @Test
  void takesALowerCaseContinuationForProse() {
    String line = "Previous articles have shown it";
    assertFalse(Links.isNeighbor(line, 0, line.length()));
  }

  @Test
  void tellsAnArrowFromAClosingQuotationMark() {
    String link = "Watch the rescue »";
    assertTrue(Links.endsInArrow(link, 0, link.length()));
    String quotation = "Tout est perdu »";
    assertFalse(Links.endsInArrow(quotation, 0, quotation.length()));
  }

  @Test
  void recognizesAPostByThePictureAtItsEnd() {
    String post = "He waved. pic.twitter.com/Ab12";
    assertTrue(Links.endsInPictureAddress(post, 0, post.length()));
    assertFalse(Links.endsInPictureAddress(post + " twice", 0, post.length() + 6));
  }
}
