package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MainContentTest {
  private static final String FERRY =
      "The ferry to the island left the harbor an hour late on Monday, after engineers had"
          + " replaced a pump that failed during the night crossing.";
  private static final String CAPTAIN =
      "The captain said that nobody on board had been in danger, and that the company would pay"
          + " for the rooms of the passengers who missed their trains.";
  private static final String COUNCIL =
      "The harbor council will look into the age of the fleet next week, because it was the third"
          + " breakdown of a ferry since the beginning of the summer.";

  @Test
  void findsTheArticleAmongWhatSurroundsIt() {
    Article article =
        read(
            """
            <body>
            <div id="top"><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></div>
            <nav>Weather and traffic for commuters, every ten minutes, on this channel and online.</nav>
            <div class="columns">
              <div class="story">
                <h1>Ferry leaves late</h1>
                <p>%s</p>
                <figure><img src="f.jpg"><figcaption>The ferry in a photo of last year, long before the trouble with the pump.</figcaption></figure>
                <p>%s</p>
                <div class="newsletter-signup"><p>Get the best of the harbor in your inbox every morning, before anybody else is up.</p></div>
                <p>%s</p>
                <ul><li><a href="/a">Ten ferries that never arrived</a></li><li><a href="/b">Where to sit on a ferry</a></li></ul>
                <h3>You may also like</h3>
              </div>
              <div class="sidebar"><p>Most of our readers like the pictures of the harbor that other readers sent us last week.</p></div>
            </div>
            <div id="comments"><p>I was on that ferry and I can say that the coffee was cold, as it has always been there.</p></div>
            <footer>All rights reserved by the publishers of the harbor gazette and their partners.</footer>
            </body>
            """
                .formatted(FERRY, CAPTAIN, COUNCIL));
    assertEquals(String.join("\n\n", FERRY, CAPTAIN, COUNCIL), article.text());
    assertEquals(
        Optional.of(new MetadataField("Ferry leaves late", MetadataField.Origin.META)),
        headline(article));
    assertEquals("text/html", article.mediaType());
    assertTrue(article.extracted());
  }

  @Test
  void takesTheArticleElementEvenIfCommentsAreLonger() {
    String comments = ("<p>" + CAPTAIN + "</p>").repeat(3);
    Article article =
        read("<div id=comments>" + comments + "</div><article><p>" + FERRY + "</article>");
    assertEquals(FERRY, article.text());
  }

  @Test
  void keepsAPageOfTablesAndListsWhole() {
    Article article =
        read("<p>Results of the day.</p><table><tr><td>Ann<td>1:05<tr><td>Bea<td>1:07</table>");
    assertEquals("Results of the day.\n\nAnn\n\n1:05\n\nBea\n\n1:07", article.text());
    assertEquals(Role.TABLE, article.blocks().get(1).role());
  }

  @Test
  void climbsToTheParagraphsBesideASection() {
    Article article =
        read(
            "<div><p>%s</p><div><p>%s</p><p>%s</p></div></div>".formatted(FERRY, CAPTAIN, COUNCIL));
    assertEquals(String.join("\n\n", FERRY, CAPTAIN, COUNCIL), article.text());
  }

  @Test
  void dropsAListOfLinksAndItsHeadingAfterTheLastParagraph() {
    Article article =
        read(
            "<div><p>%s<p>%s<h3>More</h3><ul><li><a href=/a>A long crossing</a></ul></div>"
                .formatted(FERRY, CAPTAIN));
    assertEquals(FERRY + "\n\n" + CAPTAIN, article.text());
  }

  @Test
  void keepsLinksWithinProse() {
    Article article = read("<p>%s <a href=/a>%s</a></p>".formatted(FERRY, "The report"));
    assertEquals(FERRY + " The report", article.text());
  }

  private static Optional<MetadataField> headline(Article article) {
    return article.metadata().headline();
  }

  private static Article read(String html) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of("page.html", html.getBytes(StandardCharsets.UTF_8)));
  }
}
