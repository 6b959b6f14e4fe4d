package dev.nutgraf.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.EngineSettings.Detail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataJsonTest {
  private static final String ARTICLE =
      """
      Storm tears crane from its rails

      A crane fell on the quay of Port Elsie on Monday 🌊 in a storm. Nobody was hurt. The quay stays \
      closed until June, and ferries wait in the bay. The crane weighed 400 tons.
      """;

  private static final Source SOURCE =
      new Source(
          "articles",
          "news/a \"b\".txt",
          Optional.of("v1"),
          "0123456789abcdef",
          300,
          Optional.of("text/plain"),
          "2026-01-02T03:04:05Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.txt | 'A crane fell.\r\nNobody was hurt.\n'",
        "a.html | '<article><p>A crane fell.</p><pre>Nobody&#13;was\nhurt.</pre></article>'",
        "a.txt | ' '"
      })
  void writesOneLineThatEndsWithALineFeed(String name, String article) {
    String metadata = new String(bytes(Detail.EXPLAIN, name, article), UTF_8);
    assertEquals(metadata.length() - 1, metadata.indexOf('\n'));
    assertEquals(-1, metadata.indexOf('\r'));
  }

  /** The text is the document's, or for plain text the decoded file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.txt | 'A cr\u0007ane\u007F fell\f on the \u0092quay.\r\nNobody\u0085was hurt by it~'",
        "a.txt | 'A crane fell on the quay.\r\nNobody was hurt by it~'",
        "a.html | '<title>A&#xD800;\u0001</title><p>A cr&#7;ane &#xDC00;  fell &#146;here~</p>'",
        "a.md | '# A \u0001\n\nA cr&#7;ane &#xD800; fell\u0008 here~'",
        "a.md | '---\ntitle: \"A\\uD800 \\x07b\"\n---\nA crane fell.'",
        "a.json | '{\"title\":\"A\\ud800\\u0007\",\"articleBody\":\"A \\udc00cr\\u0000ane fell.\"}'",
        "a.json | '{\"articleBody\":\"<p>A \\udc00cr&#xD800;\\u0092ane fell.</p>\"}'"
      })
  void hasNoControlsNorUnpairedSurrogatesAndTheHashOfItsText(String name, String pattern)
      throws Exception {
    // Long enough for a few controls not to mean that the file is binary.
    String article = pattern.replace("~", ". The ferries wait in the bay until June.".repeat(20));
    byte[] bytes = bytes(Detail.EXPLAIN, name, article);
    String document = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    JsonNode metadata = new ObjectMapper().readTree(document);
    for (JsonNode value : metadata.findValues("text")) {
      assertFit(value.asText());
    }
    metadata.get("article").forEach(value -> assertFit(value.asText()));
    JsonNode content = metadata.at("/text/content");
    assertFit(content.asText());
    String text = content.isMissingNode() ? article : content.textValue();
    assertEquals(Sha256.hex(text.getBytes(UTF_8)), metadata.at("/text/sha256").textValue());
    JsonNode sentence = metadata.at("/summary/sentences/0");
    assertEquals(
        text.substring(sentence.get("start").asInt(), sentence.get("end").asInt()),
        sentence.get("text").textValue());
  }

  private static void assertFit(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean control = Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0;
      assertFalse(control || Character.isSurrogate(c), () -> value);
    }
  }

  @Test
  void describesTheSourceInS3sTerms() throws IOException {
    JsonNode source = metadata(Detail.STANDARD, "a.txt", ARTICLE).get("source");
    assertEquals("articles", source.get("bucket").textValue());
    assertEquals("news/a \"b\".txt", source.get("key").textValue());
    assertEquals("v1", source.get("versionId").textValue());
    assertEquals("0123456789abcdef", source.get("eTag").textValue());
    assertEquals(Sha256.hex(ARTICLE.getBytes(UTF_8)), source.get("sha256").textValue());
  }

  @Test
  void statesTheOriginOfEveryFieldOfTheArticle() throws IOException {
    JsonNode article = metadata(Detail.STANDARD, "a.txt", ARTICLE).get("article");
    assertEquals("Storm tears crane from its rails", article.get("headline").textValue());
    assertEquals("first-line", article.at("/origin/headline").textValue());
    assertEquals("en", article.get("inLanguage").textValue());
    assertEquals("text", article.at("/origin/inLanguage").textValue());
    assertFalse(article.has("author"), "an unknown field is absent");
  }

  @Test
  void countsOffsetsInCodePoints() throws IOException {
    JsonNode metadata = metadata(Detail.STANDARD, "a.txt", ARTICLE);
    int[] codePoints = ARTICLE.codePoints().toArray();
    assertEquals(codePoints.length, metadata.at("/text/codePoints").intValue());
    for (JsonNode sentence : metadata.at("/summary/sentences")) {
      int start = sentence.get("start").intValue();
      int end = sentence.get("end").intValue();
      assertEquals(sentence.get("text").textValue(), new String(codePoints, start, end - start));
    }
  }

  @Test
  void indexesSentencesAmongTheCandidates() throws IOException {
    JsonNode metadata = metadata(Detail.STANDARD, "a.txt", ARTICLE);
    assertEquals(4, metadata.at("/text/sentenceCount").intValue(), "without the headline");
    List<Integer> indexes = new ArrayList<>();
    metadata.at("/summary/sentences").forEach(s -> indexes.add(s.get("index").intValue()));
    assertEquals(indexes.stream().sorted().distinct().toList(), indexes);
    assertEquals(0, indexes.get(0));
  }

  @Test
  void carriesTheTextOfFormatsOtherThanPlainText() throws IOException {
    assertFalse(metadata(Detail.STANDARD, "a.txt", ARTICLE).get("text").has("content"));
    JsonNode text =
        metadata(Detail.STANDARD, "a.html", "<p>A crane fell. Nobody was hurt.</p>").get("text");
    assertEquals("A crane fell. Nobody was hurt.", text.get("content").textValue().strip());
  }

  @Test
  void explainsScoresOnRequestOnly() throws IOException {
    String sentence = "/summary/sentences/0";
    assertFalse(metadata(Detail.STANDARD, "a.txt", ARTICLE).at(sentence).has("reasons"));
    JsonNode reasons = metadata(Detail.EXPLAIN, "a.txt", ARTICLE).at(sentence).get("reasons");
    assertEquals(5, reasons.size());
    assertTrue(reasons.get(0).get("feature").isTextual());
  }

  @Test
  void roundsNumbersToFourDigits() throws IOException {
    JsonNode metadata = metadata(Detail.EXPLAIN, "a.txt", ARTICLE);
    List<JsonNode> numbers = new ArrayList<>();
    numbers.addAll(metadata.findValues("score"));
    numbers.addAll(metadata.findValues("contribution"));
    numbers.addAll(metadata.findValues("compressionRatio"));
    assertTrue(numbers.size() > 10, numbers.toString());
    for (JsonNode number : numbers) {
      assertTrue(number.asText().matches("-?[0-9]+(\\.[0-9]{1,4})?"), number.asText());
    }
  }

  @Test
  void namesTheEngineAndTheSettingsItRanWith() throws IOException {
    JsonNode engine = metadata(Detail.EXPLAIN, "a.txt", ARTICLE).get("engine");
    assertEquals("nutgraf", engine.get("name").textValue());
    assertEquals(Engine.VERSION, engine.get("version").textValue());
    assertEquals("explain", engine.at("/parameters/metadataDetail").textValue());
    assertEquals(3, engine.at("/parameters/sentences").intValue());
  }

  @Test
  void givesTheReasonOfARejectionAndNoSummary() throws IOException {
    JsonNode metadata = metadata(Detail.STANDARD, "a.txt", "\n");
    assertEquals("rejected", metadata.get("status").textValue());
    assertEquals("empty", metadata.at("/error/code").textValue());
    assertFalse(metadata.has("summary"));
    assertFalse(metadata.has("article"));
  }

  private static JsonNode metadata(Detail detail, String name, String article) throws IOException {
    return new ObjectMapper().readTree(bytes(detail, name, article));
  }

  private static byte[] bytes(Detail detail, String name, String article) {
    Summarizer summarizer =
        new Summarizer(new EngineSettings(SummaryLength.ofSentences(3), 52_428_800, detail, false));
    Summary summary = summarizer.summarize(ArticleFile.of(name, article.getBytes(UTF_8)));
    List<Document> documents = summarizer.documents(SOURCE, summary);
    byte[] bytes = documents.get(documents.size() - 1).bytes();
    MetadataSchema.assertValid(bytes);
    return bytes;
  }
}
