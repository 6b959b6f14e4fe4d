package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMetadataTest {
  private static final String FERRY =
      "The ferry to the island left the harbor an hour late on Monday, after engineers had"
          + " replaced a pump that failed during the night crossing.";

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
  void takesNoInvalidValues() {
    Article article =
        read(
            "<meta name=author content='https://social.example/ann'><meta name=date content=today>"
                + "<meta property=og:url content='javascript:void(0)'><p>"
                + FERRY);
    assertEquals(ArticleMetadata.NONE, article.metadata());
  }

  private static Optional<MetadataField> headline(Article article) {
    return article.metadata().headline();
  }

  private static Article read(String html) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of("page.html", html.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//<![CDATA[\n{%s}\n//]]>",
        "<!--\n{%s}\n-->",
        "{%s,}",
        "{%s};",
        "[{%s}]",
        "{\"@graph\":[{\"@id\":\"#ann\",\"name\":\"Ann Oar\"},{%s}]}",
      })
  void readsJsonLdThatPagesWrap(String script) {
    String fields = "\"@type\":\"NewsArticle\",\"headline\":\"Ferry\n late\"";
    Article article =
        read(
            "<script type='application/ld+json'>"
                + script.formatted(fields)
                + "</script><p>"
                + FERRY);
    assertEquals("Ferry late", headline(article).orElseThrow().value());
  }

  @Test
  void resolvesReferencesWithinAGraph() {
    Article article =
        read(
            """
            <script type="application/ld+json">{"@graph":[
              {"@type":"NewsArticle","headline":"Ferry late","author":{"@id":"#ann"},
               "publisher":{"@id":"#gazette"}},
              {"@type":"Person","@id":"#ann","name":"Ann Oar"},
              {"@type":"Organization","@id":"#gazette","name":"The Gazette"}]}
            </script><p>
            """
                + FERRY);
    assertEquals("Ann Oar", article.metadata().author().orElseThrow().value());
    assertEquals("The Gazette", article.metadata().publisher().orElseThrow().value());
  }

  @Test
  void takesTheNameThatThePageShowsForTheHeadline() {
    Article article =
        read(
            """
            <title>Ferry - Encyclopedia</title><script type="application/ld+json">
              {"@type":"Article","name":"Ferry","headline":"kind of ship"}</script><p>
            """
                + FERRY);
    assertEquals("Ferry", headline(article).orElseThrow().value());
  }

  @Test
  void ignoresTheJsonLdOfATeaser() {
    Article article =
        read(
            """
            <link rel="canonical" href="https://gazette.example/ferry"><title>Ferry late</title>
            <script type="application/ld+json">
              {"@type":"NewsArticle","headline":"Pier closed","url":"https://gazette.example/pier",
               "datePublished":"2019-01-05"}</script><p>
            """
                + FERRY);
    assertEquals("Ferry late", headline(article).orElseThrow().value());
    assertEquals(Optional.empty(), article.metadata().datePublished());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<time itemprop=dateModified datetime=2024-05-20>20 May</time>",
        "<p>Updated <time datetime=2024-05-20>20 May</time></p>",
        "<aside><time datetime=2019-01-05>5 Jan</time></aside>",
        "<ul><li><time datetime=2019-01-05>5 Jan</time></li></ul>",
      })
  void ignoresDatesOfChangesAndOfOtherStories(String html) {
    assertEquals(Optional.empty(), read(html + "<p>" + FERRY).metadata().datePublished());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>The Daily Gazette</title>",
        "<title>Home | The Daily Gazette</title>",
        "<title>Untitled Document</title>",
        "<title>The Daily Gazette - Ferry leaves an hour late</title>",
        "<title>x</title><meta property=og:title content='Ferry leaves an hour late | Gazette'>"
            + "<meta property=og:site_name content=Gazette>",
      })
  void prefersTheHeadingToATitleThatIsNotOne(String head) {
    assertEquals(
        "Ferry leaves an hour late",
        headline(read(head + "<h1>Ferry leaves an hour late</h1><p>" + FERRY))
            .orElseThrow()
            .value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Ferry leaves an hour...</title>",
        "<title>Ferry leaves an ho… | The Daily Gazette</title>",
        "<title>Ferry leaves an hour | The Daily Gazette</title>",
        "<meta property=og:title content='Ferry leaves an hour…'>",
      })
  void takesTheHeadingThatATitleIsTheBeginningOf(String head) {
    String page = head + "<h1>Ferry leaves an hour late, again</h1><p>" + FERRY;
    assertEquals("Ferry leaves an hour late, again", headline(read(page)).orElseThrow().value());
  }

  @Test
  void keepsATitleThatIsNotTheBeginningOfTheOnlyHeading() {
    String title = "<title>Why the ferry was late...</title><h1>Ferry leaves late</h1>";
    assertEquals(
        "Why the ferry was late...", headline(read(title + "<p>" + FERRY)).orElseThrow().value());
    String two = "<title>Ferry leaves late</title><h1>Ferry leaves late again</h1><h1>Gazette</h1>";
    assertEquals("Ferry leaves late", headline(read(two + "<p>" + FERRY)).orElseThrow().value());
  }
}
