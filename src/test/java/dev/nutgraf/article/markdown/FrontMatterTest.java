package dev.nutgraf.article.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: Ferry leaves late                     | Ferry leaves late",
        "title: \"Ferry: \\\"late\\\" again\" # draft | Ferry: \"late\" again",
        "title: 'Ann''s ferry'                        | Ann's ferry",
        "title: Ferry leaves late # draft             | Ferry leaves late",
        "title: [Ann Oar, \"Bea Keel\"]               | Ann Oar, Bea Keel",
        "title: 1984                                  | 1984",
        "title: 2024-05-06 08:00:00 +0100             | 2024-05-06 08:00:00 +0100",
        "Title : Ferry leaves late                    | Ferry leaves late",
        "title: {name: Ann Oar, url: 'https://x.y'}   | Ann Oar",
      })
  void readsAValueAsWritten(String line, String title) {
    assertEquals(Map.of("title", title), fields(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"title: null", "title: ~", "title:", "title: # later", "title: ''"})
  void readsAnEmptyValueAsAbsent(String line) {
    assertEquals(Map.of("title", ""), fields(line));
  }

  @Test
  void readsValuesOfSeveralLines() {
    assertEquals(
        Map.of(
            "title", "Ferry leaves an hour late",
            "authors", "Ann Oar, Bea Keel",
            "editors", "Cy Helm, Di Mast"),
        fields(
            """
            title: >-
              Ferry leaves
              an hour late
            authors:
            - Ann Oar
            - Bea Keel
            editors:
              - name: Cy Helm
                url: https://gazette.example/cy
              - name: Di Mast"""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: Ferry: late again   | Ferry: late again",
        "title: [Update] Ferry late | [Update] Ferry late",
        "title: @home on the sea    | @home on the sea",
        "title: *late* ferry        | *late* ferry",
        "title: \"Late\" ferry      | \"Late\" ferry",
        "title: 'Late' ferry: gone  | 'Late' ferry: gone",
        "title: \"Late ferry        | \"Late ferry",
      })
  void readsAValueThatLacksItsQuotationMarks(String line, String title) {
    assertEquals(Map.of("lang", "en", "title", title), fields("lang: en\n" + line));
  }

  @Test
  void acceptsWindowsLineEndsAndTheEndMarkOfYaml() {
    String text = "---\r\ntitle: Ferry\r\n...\r\nThe ferry left.";
    FrontMatter found = FrontMatter.of(text).orElseThrow();
    assertEquals(Map.of("title", "Ferry"), found.fields());
    assertEquals("The ferry left.", text.substring(found.end()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n\nThe ferry left.\n\n---\n",
        "---\nNote: the ferry left.\nNobody was hurt.\n---\n",
        "---\ntitle: never closed\n",
        "---\n- Ann\n- Bea: Keel\n---\n",
        "\n---\ntitle: not at the start\n---\n",
        "----\ntitle: four dashes\n----\n",
        "---\ntitle: a\u0000b\n---\n",
        "---",
      })
  void findsNoneInADocumentThatHasNone(String text) {
    assertEquals(Optional.empty(), FrontMatter.of(text));
  }

  @Test
  void readsTomlBetweenPlusSigns() {
    String text =
        """
        +++
        title = "Ferry leaves late"
        date = 2024-05-06T08:00:00Z
        authors = ["Ann Oar", "Bea Keel"]
        [extra]
        url = "https://gazette.example"
        +++
        The ferry left.
        """;
    FrontMatter found = FrontMatter.of(text).orElseThrow();
    assertEquals("Ferry leaves late", found.fields().get("title"));
    assertEquals("2024-05-06T08:00:00Z", found.fields().get("date"));
    assertEquals("Ann Oar, Bea Keel", found.fields().get("authors"));
    assertEquals("The ferry left.\n", text.substring(found.end()));
    assertEquals(List.of(), found.warnings());
  }

  @Test
  void skipsInvalidTomlWithAWarning() {
    String text = "+++\ntitle = Ferry leaves late\n+++\nThe ferry left.";
    FrontMatter found = FrontMatter.of(text).orElseThrow();
    assertEquals(Map.of(), found.fields());
    assertEquals("The ferry left.", text.substring(found.end()));
    assertEquals("bad-front-matter", found.warnings().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+++\nThe ferry left.\n+++\n",
        "+++\ntitle = \"never closed\"\n",
        "++++\ntitle = \"four signs\"\n++++\n",
        "%\nThe ferry left.",
        "%d ferries left.",
        "Harbor master: Nobody was hurt.\n\nThe ferry left.",
        "Ann: Is it late?\nBea: It is.\n",
        "Author: Ann Oar\n\nThe ferry left.",
      })
  void findsNoneInOtherTexts(String text) {
    assertEquals(Optional.empty(), FrontMatter.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a=", "a.", "\"\"\"", "[[a]]\n"})
  void readsHostileTomlInLinearTimeAndWithASmallStack(String part) {
    String toml = part.repeat(60_000 / part.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> FrontMatter.of("+++\nx = " + toml + "\n+++\n"));
  }

  @Test
  void readsTheTitleBlockOfPandoc() {
    String text = "% Ferry leaves\n  late\n% Ann Oar; Bea Keel\n% 6 May 2024\n\nThe ferry left.";
    FrontMatter found = FrontMatter.of(text).orElseThrow();
    assertEquals(
        Map.of("title", "Ferry leaves late", "author", "Ann Oar; Bea Keel", "date", "6 May 2024"),
        found.fields());
    assertEquals("\nThe ferry left.", text.substring(found.end()));
  }

  @Test
  void readsTheHeaderLinesOfMultiMarkdown() {
    String text = "Title: Ferry leaves late\nAuthor: Ann Oar\nDate: 2024-05-06\n\nThe ferry left.";
    FrontMatter found = FrontMatter.of(text).orElseThrow();
    assertEquals("Ferry leaves late", found.fields().get("title"));
    assertEquals("Ann Oar", found.fields().get("author"));
    assertEquals("2024-05-06", found.fields().get("date"));
    assertEquals("\n\nThe ferry left.", text.substring(found.end()));
  }

  @Test
  void expandsNoAliases() {
    assertEquals(Map.of("title", "Ferry", "subtitle", ""), fields("title: &t Ferry\nsubtitle: *t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "'", "a: b: c\n", "&a *a ", "\"\\"})
  void readsHostileYamlInLinearTimeAndWithASmallStack(String part) {
    String yaml = part.repeat(60_000 / part.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> FrontMatter.of("---\nx: " + yaml + "\n---\n"));
  }

  private static Map<String, String> fields(String yaml) {
    return FrontMatter.of("---\n" + yaml + "\n---\n").orElseThrow().fields();
  }
}
