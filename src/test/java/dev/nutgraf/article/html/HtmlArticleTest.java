package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>News &gt; Islands &gt; Ferries</p>",
        "<div><span>Ada Finch</span></div>",
        "<div>5 min read</div>",
        "<p>Listen to this article</p>",
        "<p>[ Read more about ferries ]</p>",
        "<p>The ferry at the pier</p>",
        "<p><b>What happened</b></p>",
        "<p><strong>Why did the pump fail?</strong></p>",
        "<p>Ce qui s’est passé</p>",
        "<ul><li>500 g cod<li>2 onions</ul>",
      })
  void takesShortLinesWithoutATerminatorForNoProse(String lines) {
    Article article =
        read("<article>" + lines + "<p>" + FERRY + "</p>" + lines + "<p>" + CAPTAIN + "</p>");
    assertEquals(
        List.of(FERRY, CAPTAIN),
        article.blocks().stream()
            .filter(block -> block.role().prose())
            .map(block -> article.text().substring(block.start(), block.end()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>^ The minutes of the harbor, page 4.</p>",
        "<p>[1] The minutes of the harbor, page 4.</p>",
        "<h4>Sources</h4><ol><li>Ada Moreau (2021). The ferries of the north.</li></ol>",
      })
  void takesNotesBelowTheProseForNoProse(String notes) {
    Article article = read("<article><p>" + FERRY + "</p><p>" + CAPTAIN + "</p>" + notes);
    assertEquals(2, article.blocks().stream().filter(block -> block.role().prose()).count());
    assertEquals(Role.NOTE, article.blocks().get(article.blocks().size() - 1).role());
  }

  @Test
  void readsParagraphsThatAreHiddenFromScreenReadersOnly() {
    String hidden = "<div aria-hidden=true><p>" + CAPTAIN + "</p></div>";
    assertTrue(read("<article><p>" + FERRY + "</p>" + hidden).text().contains(CAPTAIN));
    String twice = read("<p>" + FERRY + "</p><p>" + CAPTAIN + "</p>" + hidden).text();
    assertEquals(twice.indexOf(CAPTAIN), twice.lastIndexOf(CAPTAIN));
  }

  @Test
  void keepsTheLinesOfAPageWithoutTerminators() {
    String lines = "<p>Ferry leaves an hour late</p><p>Pump replaced at the pier</p>";
    assertTrue(read(lines).blocks().stream().allMatch(block -> block.role().prose()));
  }

  @Test
  void takesAllOfAnEmbeddedPostForAPost() {
    Article article =
        read(
            "<article><p>"
                + FERRY
                + "</p><blockquote class=twitter-tweet><p>Late again.</p><ul><li>Every day."
                + "</ul>— The Ferry (@ferry) <a href=https://x.com/ferry/status/1>Mar 12, 2024</a>"
                + "</blockquote><blockquote>"
                + CAPTAIN
                + "</blockquote></article>");
    assertEquals(
        List.of(Role.PARAGRAPH, Role.POST, Role.POST, Role.POST, Role.PARAGRAPH),
        article.blocks().stream().map(Block::role).toList());
  }

  @Test
  void joinsTheLinesOfPreformattedProse() {
    String wrapped =
        FERRY.replace("harbor an", "harbor\nan").replace("had replaced", "had\nreplaced");
    Article article = read("<pre>\n" + wrapped + "\n\n" + CAPTAIN + "\n</pre>");
    assertEquals(wrapped + "\n\n" + CAPTAIN, article.text());
    assertEquals(
        List.of(Role.PARAGRAPH, Role.PARAGRAPH),
        article.blocks().stream().map(Block::role).toList());
  }

  @Test
  void takesALineBetweenLineBreaksForAHeading() {
    Article article =
        read("<div>What happened<br>" + FERRY + "<br><br>Who pays<br/><br/>" + CAPTAIN + "</div>");
    assertEquals(
        List.of(Role.HEADING, Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH),
        article.blocks().stream().map(Block::role).toList());
  }

  @Test
  void joinsASentenceThatALineBreakInterrupts() {
    Article article = read("<div>" + FERRY.replace("after", "<br>after") + "<br>" + CAPTAIN);
    assertEquals(FERRY + "\n\n" + CAPTAIN, article.text());
  }

  @Test
  void readsLayoutTablesAndLeavesDataTablesOutOfTheProse() {
    Article article =
        read(
            "<table><tr><td><p>"
                + FERRY
                + "<table><tr><th>Day<th>Note<tr><td>Monday<td><ul><li>"
                + CAPTAIN
                + "</ul></table><p>"
                + CAPTAIN
                + "</table>");
    assertEquals(
        List.of(Role.PARAGRAPH, Role.TABLE, Role.TABLE, Role.TABLE, Role.TABLE, Role.PARAGRAPH),
        article.blocks().stream().map(Block::role).toList());
  }

  /** Wraps two paragraphs of prose in every pair of elements that usually hold something else. */
  @Test
  void neverRejectsAPageOfProse() {
    List<String> wrappers =
        List.of(
            "<div>",
            "<table><caption>Late</caption><tr><th>Day<td>",
            "<table><tr><td><font>",
            "<pre>",
            "<pre><code>",
            "<blockquote class=twitter-tweet>",
            "<ul><li>",
            "<dl><dd>",
            "<aside>",
            "<footer>",
            "<nav>",
            "<form>",
            "<figure><figcaption>",
            "<div role=dialog>",
            "<div class=sidebar>",
            "<div class=cookie-consent>",
            "<div class=comments>",
            "<div aria-hidden=true>",
            "<div style='display:none'>",
            "<center><span class=caption>");
    for (String outer : wrappers) {
      for (String inner : wrappers) {
        String page = outer + inner + FERRY + "<p>" + CAPTAIN;
        assertTrue(
            read(page).blocks().stream().anyMatch(block -> block.role().prose()), () -> page);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ol class='references'><li>",
        "<div class='reflist'><ol><li>",
        "<section role='doc-endnotes'><p>",
        "<div class='footnotes'><p>",
      })
  void leavesNotesOutOfTheProse(String notes) {
    Article article =
        read("<article><p>" + FERRY + "<p>" + CAPTAIN + notes + "Minutes of the port, page 4.");
    assertEquals(
        List.of(Role.PARAGRAPH, Role.PARAGRAPH, Role.NOTE),
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
