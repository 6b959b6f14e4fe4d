package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedHeadlineTest {
  private static final String HEADLINE = "Bridge across the river opens after three years";
  private static final String PROSE =
      "The minister opened the bridge on Monday morning. Thousands crossed it before noon.";

  private static List<String> rolesOf(String name, String file) {
    Article article =
        new ArticleReader(1 << 20)
            .read(ArticleFile.of(name, file.getBytes(StandardCharsets.UTF_8)));
    return article.blocks().stream()
        .map(b -> b.role() + ":" + article.text().substring(b.start(), b.end()))
        .toList();
  }

  private static List<String> bodyOf(String headline, String body) {
    return rolesOf("a.json", "{\"title\":\"%s\",\"body\":\"%s\"}".formatted(headline, body));
  }

  @Test
  void cutsTheHeadlineOffTheFirstParagraph() {
    assertEquals(
        List.of("HEADING:" + HEADLINE, "PARAGRAPH:" + PROSE),
        bodyOf(HEADLINE, HEADLINE + " " + PROSE));
  }

  @Test
  void findsTheDatelineBehindTheHeadline() {
    assertEquals(
        List.of("HEADING:" + HEADLINE, "DATELINE:OLDHAVEN (Reuters) -", "PARAGRAPH:" + PROSE),
        bodyOf(HEADLINE, HEADLINE + " OLDHAVEN (Reuters) - " + PROSE));
  }

  @Test
  void cutsTheHeadlineOfFrontMatterAndOfTheFirstLine() {
    assertEquals(
        List.of("HEADING:" + HEADLINE, "PARAGRAPH:" + PROSE),
        rolesOf("a.md", "---\ntitle: " + HEADLINE + "\n---\n\n" + HEADLINE + " " + PROSE));
    assertEquals(
        List.of("HEADING:" + HEADLINE, "HEADING:" + HEADLINE, "PARAGRAPH:" + PROSE),
        rolesOf("a.txt", HEADLINE + "\n\n" + HEADLINE + " " + PROSE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEADLINE + " of work, and thousands crossed it before noon.",
        HEADLINE + ", as the minister said on Monday morning.",
        HEADLINE + " In Oldhaven.",
        PROSE,
      })
  void keepsASentenceThatStartsWithTheWordsOfTheHeadline(String body) {
    assertEquals(List.of("PARAGRAPH:" + body), bodyOf(HEADLINE, body));
  }

  @Test
  void keepsAShortHeadline() {
    assertEquals(List.of("PARAGRAPH:Bridge " + PROSE), bodyOf("Bridge", "Bridge " + PROSE));
  }
}
