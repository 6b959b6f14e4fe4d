package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlArticleTest {
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
  void keepsAPageOfTablesAndListsWhole() {
    Article article =
        read("<p>Results of the day.</p><table><tr><td>Ann<td>1:05<tr><td>Bea<td>1:07</table>");
    assertEquals("Results of the day.\n\nAnn\n\n1:05\n\nBea\n\n1:07", article.text());
    assertEquals(Role.TABLE, article.blocks().get(1).role());
  }

  @Test
  void takesTheArticleElementEvenIfCommentsAreLonger() {
    String comments = ("<p>" + CAPTAIN + "</p>").repeat(3);
    Article article =
        read("<div id=comments>" + comments + "</div><article><p>" + FERRY + "</article>");
    assertEquals(FERRY, article.text());
  }

  @Test
  void laysTextOutAsABrowserWould() {
    Article article =
        read(
            "<div>One   <b>two</b>\n three<br>four &amp;\u00A0five<p>six<p>se<i>v</i>en"
                + "<ul><li>eight<li>nine</ul><h2>ten</h2>eleven<pre>a\n  b</pre></div>");
    assertEquals(
        "One two three\nfour & five\n\nsix\n\nseven\n\neight\n\nnine\n\nten\n\neleven\n\na\n  b",
        article.text());
    assertEquals(
        List.of(
            Role.PARAGRAPH,
            Role.PARAGRAPH,
            Role.PARAGRAPH,
            Role.LIST_ITEM,
            Role.LIST_ITEM,
            Role.HEADING,
            Role.PARAGRAPH,
            Role.CODE),
        article.blocks().stream().map(Block::role).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>unseen</script>",
        "<style>unseen</style>",
        "<noscript>unseen</noscript>",
        "<template>unseen</template>",
        "<p hidden>unseen</p>",
        "<p style='color: red; display : none'>unseen</p>",
        "<p style='VISIBILITY:hidden'>unseen</p>",
        "<span aria-hidden=true>unseen</span>",
        "<textarea>unseen</textarea>",
        "<svg><text>unseen</text></svg>",
        "<iframe>unseen</iframe>",
        "<!-- unseen -->",
      })
  void leavesOutWhatReadersDoNotSee(String unseen) {
    assertEquals(FERRY, read("<p>" + FERRY + "</p>" + unseen).text());
  }

  @Test
  void tellsFurnitureFromProseInsideTheArticle() {
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
  void believesJsonLdBeforeMetaAndMetaBeforeElements() {
    Article article =
        read(
            """
            <html lang="en-GB"><head>
            <title>Title of the page | The Gazette</title>
            <meta property="og:title" content="Title for sharing">
            <meta property="og:site_name" content="The Gazette">
            <meta name="author" content="Somebody Else">
            <link rel="canonical" href="https://gazette.example/ferry">
            <script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","name":"The Gazette"},
              {"@type":["NewsArticle"],"headline":"Title for machines",
               "author":[{"@type":"Person","name":"Ann Oar"},{"name":"Bea Keel"}],
               "datePublished":"2024-05-06T07:08:09+0200"}]}
            </script>
            <script type="application/ld+json">{not json</script>
            </head><body><time datetime="2023-01-01">New Year</time><p>%s</body></html>
            """
                .formatted(FERRY));
    ArticleMetadata metadata = article.metadata();
    assertEquals(
        Optional.of(new MetadataField("Title for machines", MetadataField.Origin.JSON_LD)),
        metadata.headline());
    assertEquals(
        Optional.of(new MetadataField("Ann Oar, Bea Keel", MetadataField.Origin.JSON_LD)),
        metadata.author());
    assertEquals(
        Optional.of(new MetadataField("2024-05-06T07:08:09+02:00", MetadataField.Origin.JSON_LD)),
        metadata.datePublished());
    assertEquals(
        Optional.of(new MetadataField("The Gazette", MetadataField.Origin.META)),
        metadata.publisher());
    assertEquals(
        Optional.of(new MetadataField("https://gazette.example/ferry", MetadataField.Origin.META)),
        metadata.url());
    assertEquals(
        Optional.of(new MetadataField("en-GB", MetadataField.Origin.META)), metadata.inLanguage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Ferry leaves an hour late | The Gazette; Ferry leaves an hour late
          Ferry leaves late - again - The Gazette; Ferry leaves late - again
          Spider-Man is back; Spider-Man is back
          Gazette | Ferry leaves an hour late; Gazette | Ferry leaves an hour late
          """)
  void cutsTheNameOfTheSiteOffTheTitle(String title, String headline) {
    assertEquals(
        headline, headline(read("<title>" + title + "</title><p>" + FERRY)).orElseThrow().value());
  }

  @Test
  void inventsNoFacts() {
    Article article =
        read(
            "<meta name=author content='https://social.example/ann'><meta name=date content=today>"
                + "<meta property=og:url content='javascript:void(0)'><p>"
                + FERRY);
    assertEquals(ArticleMetadata.NONE, article.metadata());
  }

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
        "The page has more than 20,000 elements that are nested deeper than 100.",
        rejected.getMessage());
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
  void rejectsAPageThatIsTooLargeForATree() {
    String page = "<p>" + FERRY + " ".repeat(HtmlParser.MAX_CHARS - 3 - FERRY.length());
    assertEquals(FERRY, read(page).text());
    ArticleRejectedException rejected =
        assertThrows(ArticleRejectedException.class, () -> read(page + "!"));
    assertEquals(ArticleRejectedException.Reason.TOO_LARGE, rejected.reason());
    assertEquals(
        "The HTML has 10,000,001 characters; accepted are up to 10,000,000 of HTML, less than of"
            + " other text.",
        rejected.getMessage());
  }

  @Test
  void readsALargeTable() {
    String row = "<tr><td>Ferry<td>late<br>";
    assertTrue(
        read("<p>" + FERRY + "<table>" + row.repeat(30_000) + "</table>").text().contains(FERRY));
  }

  @Test
  void readsABodyThatAScriptWouldShow() {
    assertEquals(FERRY, read("<body style='visibility:hidden'><p>" + FERRY).text());
  }

  @Test
  void rejectsAPageWithoutText() {
    ArticleRejectedException rejected =
        assertThrows(
            ArticleRejectedException.class, () -> read("<html><body><img src='x.jpg'></body>"));
    assertEquals(ArticleRejectedException.Reason.EMPTY, rejected.reason());
  }

  private static Optional<MetadataField> headline(Article article) {
    return article.metadata().headline();
  }

  private static Article read(String html) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of("page.html", html.getBytes(StandardCharsets.UTF_8)));
  }
}
