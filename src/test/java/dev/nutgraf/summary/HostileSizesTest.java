package dev.nutgraf.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.text.Sentence;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files beyond the limits of the engine. {@code MemoryIT} shows what the limits are for. */
class HostileSizesTest {
  private static final String CRANE = "A crane fell on the quay of Port Elsie on Monday.";

  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "text/plain, 'a\n', 2000001, 2%000%000 lines",
    "text/plain, 'A ferry sank.\n\n', 500001, 500%000 sentences",
    "text/html, '<p>A ferry sank.', 500002, 500%000 sentences",
    "text/plain, 'a b c d e ', 2000001, 10%000%000 words"
  })
  void rejectsMoreThanTheSmallestFunctionHasMemoryFor(
      String type, String unit, int times, String limit) {
    Summary.Rejected rejected = rejected(type, unit.repeat(times));
    assertEquals(Reason.TOO_MANY_SENTENCES, rejected.reason());
    assertEquals(
        "The article has more than the accepted " + limit.replace('%', ',') + ".",
        rejected.message());
  }

  @Test
  void rejectsMoreDifferentWordsThanAnyLanguageHas() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i <= 500_000; i++) {
      words.append(String.format(Locale.ROOT, "w%x ", i));
    }
    Summary.Rejected rejected = rejected("text/plain", words.toString());
    assertTrue(rejected.message().contains("500,000 different words"), rejected.message());
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, '<p>', 10000000, 10%000%000",
    "application/json, '{', 10000000, 10%000%000",
    "text/markdown, '# A ', 10000000, 10%000%000"
  })
  void rejectsMarkupThatIsTooLargeForATree(String type, String start, int chars, String limit) {
    String text = start + " ".repeat(chars - start.length());
    assertNotEquals(Optional.of(Reason.TOO_LARGE), reason(type, text));
    Summary.Rejected rejected = rejected(type, text + "!");
    assertEquals(Reason.TOO_LARGE, rejected.reason());
    assertTrue(
        rejected.message().contains("at most " + limit.replace('%', ',') + " are accepted"),
        rejected.message());
  }

  @Test
  void rejectsMarkdownOfTooManyMarksForATree() {
    String marks = "*a ".repeat(500_000);
    assertNotEquals(Optional.of(Reason.TOO_LARGE), reason("text/markdown", marks));
    Summary.Rejected rejected = rejected("text/markdown", marks + "*");
    assertEquals(Reason.TOO_LARGE, rejected.reason());
    assertTrue(
        rejected.message().contains("500,001 line breaks and punctuation marks"),
        rejected.message());
  }

  @Test
  void rejectsJsonOfTooManyValues() {
    Summary.Rejected rejected =
        rejected("application/json", "{\"a\":[" + "0,".repeat(500_000) + "0]}");
    assertEquals(Reason.MALFORMED, rejected.reason());
    assertTrue(rejected.message().contains("500,000 values"), rejected.message());
  }

  @Test
  void rejectsATableOfManyCellsThatAShortMarkdownFills() {
    String table = "|a".repeat(2_000) + "\n" + "|-".repeat(2_000) + "\n" + "|a\n".repeat(2_000);
    assertEquals(Reason.MALFORMED, rejected("text/markdown", table).reason());
  }

  @Test
  void neverChoosesASentenceThatNobodyWouldRead() throws IOException {
    String endless = "The council " + "and the ferry ".repeat(Sentence.MAX_CHARS / 14) + "voted.";
    assertEquals(Reason.NO_SENTENCES, rejected("text/plain", endless).reason());
    JsonNode metadata = metadata(CRANE + " " + endless);
    assertEquals(1, metadata.at("/summary/sentences").size());
    assertEquals(CRANE, metadata.at("/summary/sentences/0/text").textValue());
    assertTrue(metadata.at("/article/wordCount").intValue() > 500);
  }

  @Test
  void hasNoKeywordOfMoreThanEightyCharacters() throws IOException {
    String run = "Harbor".repeat(14) + " ";
    JsonNode metadata =
        metadata((run + "fell on the quay. Nobody saw " + run + "again. ").repeat(3));
    for (JsonNode keyword : metadata.at("/article/keywords")) {
      assertTrue(keyword.get("term").textValue().length() <= 80, keyword::toString);
    }
  }

  @Test
  void leavesOutATextThatIsTooLongForADocument() throws IOException {
    JsonNode metadata = metadata(CRANE + "\u007F" + " ".repeat(10_000_000) + CRANE);
    assertTrue(metadata.at("/text/content").isMissingNode());
    assertEquals("text-omitted", metadata.at("/warnings/0/code").textValue());
  }

  private Summary.Rejected rejected(String type, String text) {
    return (Summary.Rejected) summarize(type, text);
  }

  private Optional<Reason> reason(String type, String text) {
    return summarize(type, text) instanceof Summary.Rejected rejected
        ? Optional.of(rejected.reason())
        : Optional.empty();
  }

  private Summary summarize(String type, String text) {
    return summarizer.summarize(
        new ArticleFile("a", text.getBytes(UTF_8), Optional.of(type), Optional.empty()));
  }

  private JsonNode metadata(String text) throws IOException {
    Source source =
        new Source("b", "k", Optional.empty(), "e", 1, Optional.empty(), "2026-01-02T03:04:05Z");
    byte[] metadata =
        summarizer.documents(source, summarize("text/plain", text)).stream()
            .filter(document -> document.kind() == Document.Kind.METADATA)
            .findFirst()
            .orElseThrow()
            .bytes();
    return new ObjectMapper().readTree(metadata);
  }
}
