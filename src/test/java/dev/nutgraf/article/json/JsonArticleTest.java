package dev.nutgraf.article.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArticleTest {
  @Test
  void readsASchemaOrgArticle() {
    Article article =
        read(
            """
            {"@context": "https://schema.org", "@type": "NewsArticle",
             "headline": "Ferry leaves late", "articleBody": "The ferry left late. Nobody was hurt.",
             "author": [{"@type": "Person", "name": "Ann Oar"}, {"name": "Bea Keel"}],
             "publisher": {"@type": "Organization", "name": "The Gazette"},
             "datePublished": "2024-05-06T07:08:09Z", "inLanguage": "en_GB",
             "mainEntityOfPage": {"@id": "https://gazette.example/ferry"}}
            """);
    assertEquals("The ferry left late. Nobody was hurt.", article.text());
    ArticleMetadata metadata = article.metadata();
    assertEquals(
        Optional.of(new MetadataField("Ferry leaves late", MetadataField.Origin.JSON)),
        metadata.headline());
    assertEquals(
        Optional.of(new MetadataField("Ann Oar, Bea Keel", MetadataField.Origin.JSON)),
        metadata.author());
    assertEquals(
        Optional.of(new MetadataField("The Gazette", MetadataField.Origin.JSON)),
        metadata.publisher());
    assertEquals(
        Optional.of(new MetadataField("2024-05-06T07:08:09Z", MetadataField.Origin.JSON)),
        metadata.datePublished());
    assertEquals(
        Optional.of(new MetadataField("en-GB", MetadataField.Origin.JSON)), metadata.inLanguage());
    assertEquals(
        Optional.of(new MetadataField("https://gazette.example/ferry", MetadataField.Origin.JSON)),
        metadata.url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // ProseMirror
        """
        {"content": {"type": "doc", "content": [
          {"type": "heading", "content": [{"type": "text", "text": "Sea wall"}]},
          {"type": "paragraph", "content": [{"type": "text", "text": "The "},
            {"type": "text", "text": "ferry"}, {"type": "text", "text": " left."}]},
          {"type": "image", "content": [{"type": "text", "text": "The quay"}]},
          {"type": "blockquote", "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": "It sank."}]}]}]}}
        """,
        // Portable Text
        """
        {"body": [
          {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "Sea wall"}]},
          {"_type": "block", "style": "normal", "children": [
            {"_type": "span", "text": "The ferry"}, {"_type": "span", "text": " left."}]},
          {"_type": "block", "children": [{"_type": "span", "text": "It sank."}]}]}
        """,
        // Contentful
        """
        {"body": {"nodeType": "document", "content": [
          {"nodeType": "heading-2", "content": [{"nodeType": "text", "value": "Sea wall"}]},
          {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "The "},
            {"nodeType": "hyperlink", "content": [{"nodeType": "text", "value": "ferry"}]},
            {"nodeType": "text", "value": " left."}]},
          {"nodeType": "embedded-asset-block", "data": {}},
          {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "It sank."}]}]}}
        """,
        // Lexical
        """
        {"content": {"root": {"type": "root", "children": [
          {"type": "heading", "children": [{"type": "text", "text": "Sea wall"}]},
          {"type": "paragraph", "children": [{"type": "text", "text": "The ferry left."}]},
          {"type": "paragraph", "children": [{"text": "It sank."}]}]}}}
        """,
        // Editor.js
        """
        {"blocks": [
          {"type": "header", "data": {"text": "Sea wall", "level": 2}},
          {"type": "paragraph", "data": {"text": "The ferry left."}},
          {"type": "list", "data": {"items": ["It sank."]}}]}
        """,
        // Draft.js
        """
        {"blocks": [{"type": "header-two", "text": "Sea wall"},
          {"type": "unstyled", "text": "The ferry left."},
          {"type": "unstyled", "text": "It sank."}], "entityMap": {}}
        """
      })
  void readsTheRichTextOfEditors(String json) {
    Article article = read(json);
    assertTrue(article.text().endsWith("The ferry left.\n\nIt sank."), article.text());
    assertEquals(
        article.text().startsWith("Sea wall") ? 3 : 2, article.blocks().size(), article.text());
  }

  @Test
  void readsThePageThatACrawlerStored() {
    String story = "<p>The ferry left the old quay on Monday morning with forty people on board.";
    Article article =
        read(
            "{\"url\":\"https://example.com/a\",\"html\":\"<!DOCTYPE html><body>"
                + "<nav><a href='/'>Home</a></nav><article>"
                + story.repeat(3)
                + "</article></body>\"}");
    assertTrue(article.text().startsWith("The ferry left the old quay"), article.text());
  }

  @Test
  void dropsShortcodesOfABody() {
    Article article =
        read(
            "{\"content\":\"[caption width='9']<img src='a'> The quay[/caption]"
                + "<p>The ferry left.</p>[su_note]<p>It sank.</p>[/su_note]\"}");
    assertEquals("The ferry left.\n\nIt sank.", article.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"body\":\"The ferry left.\"}",
        "{\"title\":\"T\",\"text\":\"The ferry left.\"}",
        "{\"content\":\"<p>The <b>ferry</b> left.</p>\"}",
        "{\"body\":[\"The ferry left.\"]}",
        "{\"body\":[{\"type\":\"p\",\"text\":\"The ferry left.\"}]}",
        "{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"articleBody\":\"The ferry left.\"}]}",
        "[{\"other\":1},{\"story\":\"The ferry left.\"}]",
        "{\"status\":\"ok\",\"data\":{\"article\":{\"body\":\"The ferry left.\"}}}",
        "{\"body\":\"first wins not\",\"body\":\"The ferry left.\"}",
      })
  void readsTheShapesThatNewsApisUse(String source) {
    assertEquals("The ferry left.", read(source).text());
  }

  @Test
  void namesTheFieldsItLookedFor() {
    ArticleRejectedException rejected = rejection("{\"foo\":\"The ferry left.\",\"body\":\" \"}");
    assertEquals(Reason.UNKNOWN_SHAPE, rejected.reason());
    assertTrue(rejected.getMessage().contains("articleBody"), rejected.getMessage());
    assertTrue(rejected.getMessage().contains("@graph"), rejected.getMessage());
  }

  @Test
  void saysWhereJsonIsBroken() {
    ArticleRejectedException rejected = rejection("{\"body\":\n  \"The ferry\" left}");
    assertEquals(Reason.MALFORMED, rejected.reason());
    assertTrue(rejected.getMessage().contains("line 2, column"), rejected.getMessage());
  }

  @Test
  void rejectsWhatFollowsADocument() {
    assertEquals(Reason.MALFORMED, rejection("{\"body\":\"a\"}{\"body\":\"b\"}").reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "[{\"a\":"})
  void rejectsDeepNestingWithASmallStack(String open) {
    assertEquals(Reason.MALFORMED, rejection(open.repeat(100_000)).reason());
  }

  private static Article read(String source) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of("a.json", source.getBytes(StandardCharsets.UTF_8)));
  }

  private static ArticleRejectedException rejection(String source) {
    return assertThrows(ArticleRejectedException.class, () -> read(source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // WordPress REST, Guardian, news-please, JSON Feed, Arc XP, Diffbot, Mercury
        "{\"date\":\"2024-05-06\",\"title\":{\"rendered\":\"Late\"},\"content\":{\"rendered\":\"<p>The ferry left.</p>\"}}",
        "{\"response\":{\"content\":{\"webPublicationDate\":\"2024-05-06\",\"webTitle\":\"Late\",\"fields\":{\"body\":\"<p>The ferry left.</p>\"}}}}",
        "{\"date_publish\":\"2024-05-06\",\"title\":\"Late\",\"maintext\":\"The ferry left.\"}",
        "{\"title\":\"Gazette\",\"items\":[{\"title\":\"Late\",\"date_published\":\"2024-05-06\",\"content_html\":\"<p>The ferry left.</p>\"}]}",
        "{\"headlines\":{\"basic\":\"Late\"},\"display_date\":\"2024-05-06\",\"content_elements\":[{\"type\":\"image\",\"caption\":\"x\"},{\"type\":\"text\",\"content\":\"The ferry left.\"}]}",
        "{\"request\":{},\"objects\":[{\"type\":\"article\",\"title\":\"Late\",\"date\":\"2024-05-06\",\"text\":\"The ferry left.\"}]}",
        "{\"title\":\"Late\",\"date_published\":\"2024-05-06\",\"content\":\"<p>The ferry left.</p>\"}",
        "{\"title\":\"Late\",\"publish-date\":\"2024-05-06\",\"articleBody\":\"&lt;p&gt;The ferry left.&lt;/p&gt;\"}",
        "{\"title\":\"Late\",\"publishedAt\":\"2024-05-06\",\"content\":\"The ferry left. It was an ho… [+2345 chars]\"}",
      })
  void readsHeadlineDateAndTextOfPublishingSystems(String source) {
    Article article = read(source);
    assertEquals("The ferry left.", article.text());
    assertEquals("Late", article.metadata().headline().orElseThrow().value());
    assertEquals("2024-05-06", article.metadata().datePublished().orElseThrow().value());
  }

  @Test
  void joinsTheUpdatesOfALiveBlog() {
    assertEquals(
        "The ferry left.\n\nNobody was hurt.",
        read("""
                {"@type": "LiveBlogPosting", "headline": "Ferry live", "liveBlogUpdate": [
                 {"articleBody": "The ferry left."}, {"articleBody": "Nobody was hurt."}]}
                """)
            .text());
  }

  @Test
  void rejectsAnArrayOfArticles() {
    assertEquals(
        Reason.SEVERAL_ARTICLES,
        rejection("[{\"body\":\"The ferry left.\"},{\"body\":\"The pier is closed.\"}]").reason());
  }

  @Test
  void saysThatTheFileIsJsonLines() {
    ArticleRejectedException rejected = rejection("{\"body\":\"a\"}\n{\"body\":\"b\"}\n");
    assertTrue(rejected.getMessage().contains("JSON Lines"), rejected.getMessage());
  }
}
