package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlParserTest {
  private static final String FERRY =
      "The ferry to the island left the harbor an hour late on Monday, after engineers had"
          + " replaced a pump that failed during the night crossing.";

  @ParameterizedTest
  @ValueSource(
      strings = {"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote><p>", "<a href=x>"})
  void readsDeepNestingWithASmallStack(String tag) {
    Article article = read(tag.repeat(4_000) + FERRY);
    assertTrue(article.text().contains(FERRY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<marquee>", "<template><td>"})
  void rejectsAPageThatIsMostlyNesting(String tag) {
    ArticleRejectedException rejected =
        assertThrows(ArticleRejectedException.class, () -> read(tag.repeat(25_000) + FERRY));
    assertEquals(ArticleRejectedException.Reason.MALFORMED, rejected.reason());
    assertEquals(
        "The page has more than 20,000 elements nested deeper than 100.", rejected.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"'', <table><b>", "'', <b><table>", "<table>, <i></i><tr>"})
  void rejectsAPageWhoseTablesAreMostlyOutsideOfTheirCells(String opening, String tag) {
    ArticleRejectedException rejected =
        assertThrows(
            ArticleRejectedException.class, () -> read(opening + tag.repeat(40_000) + FERRY));
    assertEquals(ArticleRejectedException.Reason.MALFORMED, rejected.reason());
    assertTrue(rejected.getMessage().contains("200,000,000 steps"), rejected.getMessage());
  }

  @Test
  void readsALargeTable() {
    String row = "<tr><td>Ferry<td>late<br>";
    assertTrue(
        read("<p>" + FERRY + "<table>" + row.repeat(30_000) + "</table>").text().contains(FERRY));
  }

  private static Article read(String html) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of("page.html", html.getBytes(StandardCharsets.UTF_8)));
  }
}
