package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.MetadataField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAndMarkdownTest {

  @Test
  void readsASchemaOrgArticle() {
    Article article =
        json(
            """
            {"@context": "https://schema.org", "@type": "NewsArticle",
             "headline": "Ferry leaves late", "articleBody": "The ferry left late. Nobody was hurt.",
             "author": [{"@type": "Person", "name": "Ann Oar"}, {"name": "Bea Keel"}],
             "publisher": {"@type": "Organization", "name": "The Gazette"},
             "datePublished": "2024-05-06T07:08:09Z", "inLanguage": "en_GB",
             "mainEntityOfPage": {"@id": "https://gazette.example/ferry"}}
            """);
    assertEquals("The ferry left late. Nobody was hurt.", article.text());
    ArticleMetadata facts = article.facts();
    assertEquals(
        Optional.of(new MetadataField("Ferry leaves late", MetadataField.Origin.JSON)),
        facts.headline());
    assertEquals(
        Optional.of(new MetadataField("Ann Oar, Bea Keel", MetadataField.Origin.JSON)),
        facts.author());
    assertEquals(
        Optional.of(new MetadataField("The Gazette", MetadataField.Origin.JSON)),
        facts.publisher());
    assertEquals(
        Optional.of(new MetadataField("2024-05-06T07:08:09Z", MetadataField.Origin.JSON)),
        facts.datePublished());
    assertEquals(
        Optional.of(new MetadataField("en-GB", MetadataField.Origin.JSON)), facts.inLanguage());
    assertEquals(
        Optional.of(new MetadataField("https://gazette.example/ferry", MetadataField.Origin.JSON)),
        facts.url());
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
    assertEquals("The ferry left.", json(source).text());
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

  @Test
  void readsMarkdownAsPlainText() {
    Article article =
        markdown(
            """
            ---
            title: "Ferry: late again" # for now
            author:
              - Ann Oar
              - Bea Keel
            date: 2024-05-06
            lang: en
            tags: [sea, ships]
            ---
            # Ferry leaves late

            The *ferry* left [an hour](https://gazette.example) late,
            said `nobody`.

            ![A ferry](f.jpg)

            - One pump.
            - Two pumps.

            ```java
            int late = 1;
            ```

            <div><p>From the <i>harbor</i>.</p></div>

            Hours of delay:
            Day | Hours
            --- | ---
            Monday | 1
            """);
    assertEquals(
        "Ferry leaves late\n\nThe ferry left an hour late, said nobody.\n\nOne pump.\n\nTwo pumps."
            + "\n\nint late = 1;\n\nFrom the harbor.\n\nHours of delay:"
            + "\n\nDay\n\nHours\n\nMonday\n\n1",
        article.text());
    assertEquals(
        List.of(
            Role.HEADING,
            Role.PARAGRAPH,
            Role.LIST_ITEM,
            Role.LIST_ITEM,
            Role.CODE,
            Role.PARAGRAPH,
            Role.PARAGRAPH,
            Role.TABLE,
            Role.TABLE,
            Role.TABLE,
            Role.TABLE),
        article.blocks().stream().map(Block::role).toList());
    ArticleMetadata facts = article.facts();
    assertEquals(
        Optional.of(new MetadataField("Ferry: late again", MetadataField.Origin.FRONT_MATTER)),
        facts.headline());
    assertEquals(
        Optional.of(new MetadataField("Ann Oar, Bea Keel", MetadataField.Origin.FRONT_MATTER)),
        facts.author());
    assertEquals(
        Optional.of(new MetadataField("2024-05-06", MetadataField.Origin.FRONT_MATTER)),
        facts.datePublished());
    assertEquals(
        Optional.of(new MetadataField("en", MetadataField.Origin.FRONT_MATTER)),
        facts.inLanguage());
  }

  @Test
  void takesTheFirstHeadingForTheHeadline() {
    assertEquals(
        Optional.of(new MetadataField("Ferry leaves late", MetadataField.Origin.FIRST_LINE)),
        markdown("# Ferry leaves late\n\nThe ferry left.").facts().headline());
  }

  @Test
  void readsARuleInFrontAsARule() {
    assertEquals("The ferry left.", markdown("---\n\nThe ferry left.\n\n---\n").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "* ", "[", "*a ", "![", "<div>", "` "})
  void readsDeeplyNestedMarkdownWithASmallStack(String open) {
    assertTrue(markdown(open.repeat(20_000) + "ferry").text().contains("ferry"));
  }

  private static Article json(String source) {
    return read("a.json", source);
  }

  private static Article markdown(String source) {
    return read("a.md", source);
  }

  private static Article read(String name, String source) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of(name, source.getBytes(StandardCharsets.UTF_8)));
  }

  private static ArticleRejectedException rejection(String source) {
    return assertThrows(ArticleRejectedException.class, () -> json(source));
  }
}
