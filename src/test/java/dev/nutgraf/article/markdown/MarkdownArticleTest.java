package dev.nutgraf.article.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownArticleTest {
  @Test
  void readsMarkdownAsPlainText() {
    Article article =
        read(
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
            Role.HEADING,
            Role.TABLE,
            Role.TABLE,
            Role.TABLE,
            Role.TABLE),
        article.blocks().stream().map(Block::role).toList());
    ArticleMetadata metadata = article.metadata();
    assertEquals(
        Optional.of(new MetadataField("Ferry: late again", MetadataField.Origin.FRONT_MATTER)),
        metadata.headline());
    assertEquals(
        Optional.of(new MetadataField("Ann Oar, Bea Keel", MetadataField.Origin.FRONT_MATTER)),
        metadata.author());
    assertEquals(
        Optional.of(new MetadataField("2024-05-06", MetadataField.Origin.FRONT_MATTER)),
        metadata.datePublished());
    assertEquals(
        Optional.of(new MetadataField("en", MetadataField.Origin.FRONT_MATTER)),
        metadata.inLanguage());
  }

  @Test
  void takesTheFirstHeadingForTheHeadline() {
    assertEquals(
        Optional.of(new MetadataField("Ferry leaves late", MetadataField.Origin.FIRST_LINE)),
        read("# Ferry leaves late\n\nThe ferry left.").metadata().headline());
  }

  @Test
  void readsARuleInFrontAsARule() {
    assertEquals("The ferry left.", read("---\n\nThe ferry left.\n\n---\n").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "* ", "[", "*a ", "![", "<div>", "` "})
  void readsDeeplyNestedMarkdownWithASmallStack(String open) {
    assertTrue(read(open.repeat(20_000) + "ferry").text().contains("ferry"));
  }

  private static Article read(String source) {
    return new ArticleReader(1 << 24)
        .read(ArticleFile.of("a.md", source.getBytes(StandardCharsets.UTF_8)));
  }
}
