package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlArticleTest {
  private static final String FERRY =
      "The ferry to the island left the harbor an hour late on Monday, after engineers had"
          + " replaced a pump that failed during the night crossing.";
  private static final String CAPTAIN =
      "The captain said that nobody on board had been in danger, and that the company would pay"
          + " for the rooms of the passengers who missed their trains.";

  @Test
  void cutsBoilerplateOutOfProseInsideTheArticle() {
    Article article =
        read(
            "<article><p>"
                + FERRY
                + "</p><p>Read more: The longest tunnel</p><p>"
                + CAPTAIN
                + "</p></article>");
    assertEquals(
        List.of(Role.PARAGRAPH, Role.NAVIGATION, Role.PARAGRAPH),
        article.blocks().stream().map(Block::role).toList());
  }

  @Test
  void rejectsAPageWithoutText() {
    ArticleRejectedException rejected =
        assertThrows(
            ArticleRejectedException.class, () -> read("<html><body><img src='x.jpg'></body>"));
    assertEquals(ArticleRejectedException.Reason.EMPTY, rejected.reason());
  }

  private static Article read(String html) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of("page.html", html.getBytes(StandardCharsets.UTF_8)));
  }
}
