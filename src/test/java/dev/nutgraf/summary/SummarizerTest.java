package dev.nutgraf.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.EngineSettings.Detail;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SummarizerTest {
  private static final String ARTICLE =
      """
      The harbor of Port Elsie reopened on Monday after the storm 🌊 had closed it for nine days.

      Some forty ships had been waiting in the bay, the harbor master said. Two of them were short \
      of drinking water. The first to come in was a tanker from Bergen.

      The storm had torn a crane from its rails. Repairs to the crane will take until June, the \
      port authority said, and cost about $2.5 million. Ferries will run again from Wednesday.
      """;

  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT);

  @Test
  void quotesEverySentenceVerbatimAtItsPlaceInCodePoints() throws IOException {
    JsonNode metadata = metadata(ARTICLE);
    int[] codePoints = ARTICLE.codePoints().toArray();
    JsonNode sentences = metadata.at("/summary/sentences");
    assertEquals(3, sentences.size());
    for (JsonNode sentence : sentences) {
      int start = sentence.get("start").intValue();
      int end = sentence.get("end").intValue();
      assertEquals(sentence.get("text").textValue(), new String(codePoints, start, end - start));
    }
    assertEquals(codePoints.length, metadata.at("/text/codePoints").intValue());
  }

  @Test
  void writesOneSentencePerLineInTheArticlesOrder() {
    List<String> lines = summaryText(ARTICLE).lines().toList();
    assertEquals(3, lines.size());
    assertEquals(
        lines.stream().sorted((a, b) -> ARTICLE.indexOf(a) - ARTICLE.indexOf(b)).toList(), lines);
  }

  @Test
  void foldsWhiteSpaceInsideASentenceOnlyInTheSummaryText() throws IOException {
    String wrapped = "The  council of\u00a0Elsie\tvoted on Monday.\r\n";
    assertEquals("The council of Elsie voted on Monday.\n", summaryText(wrapped));
    assertEquals(
        "The  council of\u00a0Elsie\tvoted on Monday.",
        metadata(wrapped).at("/summary/sentences/0/text").textValue());
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u000B', '\f', '\u001C', '\u001D', '\u001E', '\u0085', '\u2028', '\u2029'})
  void leavesNoLineBreakOfAnyProgramWithinALineOfTheSummaryText(char lineBreak) {
    String article =
        "{\"articleBody\": \"The council of Elsie"
            + String.format(Locale.ROOT, "\\u%04x", (int) lineBreak)
            + "voted on Monday for the bridge.\"}";
    String summary = summaryText(article);
    assertTrue(summary.endsWith("voted on Monday for the bridge.\n"), summary);
    assertEquals(-1, summary.indexOf(lineBreak));
  }

  @Test
  void callsAnArticleShortThatHasNoMoreSentencesThanAskedFor() throws IOException {
    assertEquals("short", metadata("One sentence stands alone here.").get("status").textValue());
    assertEquals("summarized", metadata(ARTICLE).get("status").textValue());
  }

  @Test
  void writesTheMetadataDocumentLast() {
    assertEquals(
        List.of(Document.Kind.SUMMARY, Document.Kind.METADATA),
        documents(ARTICLE, Map.of()).stream().map(Document::kind).toList());
  }

  @Test
  void givesARejectedArticleNoSummaryButAReason() throws IOException {
    List<Document> documents = documents("  \n ", Map.of());
    assertEquals(1, documents.size());
    JsonNode metadata = json(documents.get(0));
    assertEquals("rejected", metadata.get("status").textValue());
    assertEquals("empty", metadata.at("/error/code").textValue());
    assertFalse(metadata.at("/error/message").textValue().isBlank());
  }

  @Test
  void rejectsByDeclaredSizeWithoutTheBytes() throws IOException {
    List<Document> documents =
        summarizer.documents(source(60_000_000), summarizer.tooLarge(60_000_000));
    JsonNode metadata = json(documents.get(0));
    assertEquals("too-large", metadata.at("/error/code").textValue());
    assertTrue(metadata.at("/error/message").textValue().contains("52,428,800"));
    assertTrue(metadata.at("/source/sha256").isMissingNode());
  }

  @Test
  void givesAnArticleTheNumberOfSentencesItAsksFor() throws IOException {
    JsonNode metadata = json(last(documents(ARTICLE, Map.of(LengthSetting.SENTENCES, "1"))));
    assertEquals(1, metadata.at("/summary/sentences").size());
    assertEquals(1, metadata.at("/engine/parameters/sentences").intValue());
    assertEquals(0, metadata.get("warnings").size());
  }

  @ParameterizedTest
  @CsvSource({
    "SENTENCES, 0",
    "SENTENCES, 21",
    "SENTENCES, many",
    "SENTENCES, ''",
    "SENTENCES, 3.5",
    "SENTENCES, 99999999999999",
    "MAX_WORDS, -1",
    "MAX_WORDS, forty",
    "MAX_CHARACTERS, 100001"
  })
  void warnsOfALengthItCannotTake(LengthSetting setting, String value) throws IOException {
    JsonNode metadata = json(last(documents(ARTICLE, Map.of(setting, value))));
    assertEquals(3, metadata.at("/summary/sentences").size());
    assertEquals(setting.metadataName() + "-ignored", metadata.at("/warnings/0/code").textValue());
  }

  @Test
  void recordsTheLimitsOfAnArticleInItsDocument() throws IOException {
    JsonNode metadata =
        json(
            last(
                documents(
                    ARTICLE,
                    Map.of(LengthSetting.MAX_WORDS, "500", LengthSetting.MAX_CHARACTERS, "3000"))));
    assertEquals(3, metadata.at("/engine/parameters/sentences").intValue());
    assertEquals(500, metadata.at("/engine/parameters/maxWords").intValue());
    assertEquals(3000, metadata.at("/engine/parameters/maxCharacters").intValue());
    assertEquals(0, metadata.get("warnings").size());
  }

  @Test
  void warnsThatNoSentenceIsShortEnough() throws IOException {
    JsonNode metadata = json(last(documents(ARTICLE, Map.of(LengthSetting.MAX_WORDS, "1"))));
    assertFalse(metadata.at("/summary/sentences").isEmpty());
    assertEquals("summary-exceeds-limit", metadata.at("/warnings/0/code").textValue());
  }

  @Test
  void ranksTheChosenSentencesFromOneWithoutGaps() throws IOException {
    JsonNode sentences = metadata(ARTICLE).at("/summary/sentences");
    assertEquals(
        List.of(1, 2, 3),
        Stream.of(sentences.get(0), sentences.get(1), sentences.get(2))
            .map(sentence -> sentence.get("rank").intValue())
            .sorted()
            .collect(Collectors.toList()));
  }

  @Test
  void writesTheSameBytesEveryTime() {
    Summarizer another = new Summarizer(EngineSettings.DEFAULT);
    byte[] bytes = ARTICLE.getBytes(UTF_8);
    assertArrayEquals(
        last(documents(ARTICLE, Map.of())).bytes(),
        last(another.documents(
                source(bytes.length), another.summarize(ArticleFile.of("a.txt", bytes))))
            .bytes());
  }

  @Test
  void writesTheSameBytesInEveryLocale() {
    byte[] warned = last(documents(ARTICLE, Map.of(LengthSetting.SENTENCES, "99"))).bytes();
    byte[] rejected =
        last(summarizer.documents(source(9), summarizer.tooLarge(99_000_000))).bytes();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(
          warned, last(documents(ARTICLE, Map.of(LengthSetting.SENTENCES, "99"))).bytes());
      assertArrayEquals(
          rejected, last(summarizer.documents(source(9), summarizer.tooLarge(99_000_000))).bytes());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void changesItsFingerprintWithEverySettingThatChangesOutput() {
    EngineSettings settings = EngineSettings.DEFAULT;
    List<String> fingerprints =
        Stream.of(
                settings,
                settings.withSentences(4),
                settings.withLength(new SummaryLength(3, 50, 0)),
                settings.withLength(new SummaryLength(3, 0, 50)),
                new EngineSettings(SummaryLength.ofSentences(3), 1000, Detail.STANDARD, false),
                new EngineSettings(SummaryLength.ofSentences(3), 52_428_800, Detail.EXPLAIN, false),
                settings.withPage(true))
            .map(each -> new Summarizer(each).fingerprint())
            .toList();
    assertEquals(7, fingerprints.stream().distinct().count());
    assertEquals(fingerprints.get(0), summarizer.fingerprint());
    assertNotEquals("", summarizer.fingerprint());
  }

  @Test
  void explainsEachChoiceWhereDetailIsAskedFor() throws IOException {
    Summarizer explaining =
        new Summarizer(
            new EngineSettings(SummaryLength.ofSentences(3), 52_428_800, Detail.EXPLAIN, false));
    ArticleFile file = ArticleFile.of("a.txt", ARTICLE.getBytes(UTF_8));
    JsonNode metadata =
        json(last(explaining.documents(source(ARTICLE.length()), explaining.summarize(file))));
    assertTrue(metadata.at("/summary/sentences/0").has("reasons"));
    assertTrue(metadata.at("/summary/sentences/0/why").textValue().endsWith("."));
    assertFalse(metadata(ARTICLE).at("/summary/sentences/0").has("reasons"));
  }

  private JsonNode metadata(String article) throws IOException {
    return json(last(documents(article, Map.of())));
  }

  private String summaryText(String article) {
    return new String(documents(article, Map.of()).get(0).bytes(), UTF_8);
  }

  private List<Document> documents(String article, Map<LengthSetting, String> overrides) {
    byte[] bytes = article.getBytes(UTF_8);
    return summarizer.documents(
        source(bytes.length), summarizer.summarize(ArticleFile.of("a.txt", bytes), overrides));
  }

  private static Source source(long size) {
    return new Source(
        "nutgraf-articles",
        "a.txt",
        Optional.empty(),
        "0123456789abcdef0123456789abcdef",
        size,
        Optional.of("text/plain"),
        "2026-01-02T03:04:05Z");
  }

  private static Document last(List<Document> documents) {
    return documents.get(documents.size() - 1);
  }

  private static JsonNode json(Document metadata) throws IOException {
    MetadataSchema.assertValid(metadata.bytes());
    return new ObjectMapper().readTree(metadata.bytes());
  }
}
