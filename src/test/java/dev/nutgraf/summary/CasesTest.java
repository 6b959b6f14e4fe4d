package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.TextAnalyzer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Small articles and texts that say what must come out, one expectation at a time. They follow
 * public bug reports of other readers, splitters and summarizers, in words of our own; {@code
 * source} names the report. A debatable case isn't held against the engine.
 *
 * <p>An article is summarized twice, with twenty sentences and with three. A text is only divided
 * into sentences. White space and zero-width characters compare as one space.
 */
final class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/nutgraf/summary/cases");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BYTES = 52_428_800;

  /** Cases that don't hold yet, with the reason in docs/cases.md. */
  private static final Set<String> OPEN = Set.of("r01_junk_lines", "t08f_headline_by");

  private static final Set<String> FACTS =
      Set.of("headline", "author", "datePublished", "publisher", "inLanguage", "url", "charset");

  private final Summarizer twenty = summarizer(20);
  private final Summarizer three = summarizer(3);
  private final TextAnalyzer analyzer = new TextAnalyzer();

  /** What came out of a case. */
  private record Result(JsonNode document, String text, List<String> sentences, JsonNode short3) {}

  @TestFactory
  Stream<DynamicTest> everyCaseHolds() throws IOException {
    return cases().stream()
        .filter(test -> !test.path("debatable").asBoolean() && !OPEN.contains(id(test)))
        .map(test -> DynamicTest.dynamicTest(id(test), () -> check(test)));
  }

  @Test
  void anOpenCaseIsTakenOffTheListOnceItHolds() throws IOException {
    for (JsonNode test : cases()) {
      if (OPEN.contains(id(test))) {
        assertFalse(faults(test).isEmpty(), id(test));
      }
    }
  }

  private void check(JsonNode test) throws IOException {
    assertEquals(List.of(), faults(test));
  }

  private List<String> faults(JsonNode test) throws IOException {
    Result result = test.has("file") ? summarize(test) : divide(test);
    return faults(test.get("check"), result, test.has("file"));
  }

  private Result summarize(JsonNode test) throws IOException {
    String name = test.get("file").asText();
    byte[] bytes = Files.readAllBytes(CASES.resolve("articles").resolve(name));
    JsonNode document = metadata(twenty, name, bytes);
    String text =
        document.at("/text/content").isMissingNode()
            ? new String(bytes, Charset.forName(document.at("/text/charset").asText("UTF-8")))
            : document.at("/text/content").asText();
    List<String> sentences = new ArrayList<>();
    document.at("/summary/sentences").forEach(s -> sentences.add(norm(s.get("text").asText())));
    return new Result(document, norm(text), sentences, metadata(three, name, bytes));
  }

  private Result divide(JsonNode test) {
    AnalyzedText text =
        analyzer.analyze(
            new ArticleReader(MAX_BYTES)
                .read(
                    new ArticleFile(
                        "case.txt",
                        test.get("text").asText().getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/plain; charset=utf-8"),
                        Optional.empty())));
    JsonNode none = JSON.createObjectNode();
    return new Result(
        none,
        norm(text.article().text()),
        text.sentences().stream().map(s -> norm(text.textOf(s))).toList(),
        none);
  }

  private static List<String> faults(JsonNode check, Result result, boolean article) {
    List<String> faults = new ArrayList<>();
    if (article) {
      String status = result.document().get("status").asText();
      if (!allows(check.path("status").asText("summarized|short"), status)) {
        return List.of("status " + status + " " + result.document().path("error"));
      }
      if (status.equals("rejected")) {
        String code = result.document().at("/error/code").asText();
        return allows(check.path("code").asText(code), code) ? List.of() : List.of("code " + code);
      }
    }
    for (Map.Entry<String, JsonNode> entry : check.properties()) {
      String key = entry.getKey();
      JsonNode expected = entry.getValue();
      if (FACTS.contains(key)) {
        JsonNode found = fact(result.document(), key);
        if (!(expected.isArray() ? list(expected) : List.of(text(expected)))
            .contains(text(found))) {
          faults.add(key + ": " + found);
        }
      } else if (key.equals("sentences")) {
        if (!result.sentences().equals(list(expected))) {
          faults.add("sentences: " + result.sentences());
        }
      } else if (key.equals("any")) {
        if (stream(expected).noneMatch(option -> faults(option, result, article).isEmpty())) {
          faults.add("none of the alternatives");
        }
      } else if (key.equals("not_alone")) {
        for (JsonNode pair : expected) {
          String all = chosen(result);
          if (all.contains(norm(pair.get(0).asText()))
              && !all.contains(norm(pair.get(1).asText()))) {
            faults.add(pair.get(0) + " alone in " + all);
          }
        }
      } else if (key.equals("balanced_quotes")) {
        if (!isBalanced(chosen(result))) {
          faults.add("half a quotation in " + chosen(result));
        }
      } else if (!key.equals("status") && !key.equals("code")) {
        for (String part : list(expected)) {
          if (!holds(key, part, result)) {
            faults.add(key + " \"" + part + "\": " + result.sentences());
          }
        }
      }
    }
    return faults;
  }

  private static boolean holds(String key, String part, Result result) {
    List<String> sentences = result.sentences();
    return switch (key) {
      case "text_has" -> result.text().contains(part);
      case "text_lacks" -> !result.text().contains(part);
      case "whole" -> sentences.contains(part);
      case "never_whole" -> !sentences.contains(part);
      case "prose" -> sentences.stream().anyMatch(s -> s.contains(part));
      case "never_chosen" -> sentences.stream().noneMatch(s -> s.contains(part));
      case "never_starts" -> sentences.stream().noneMatch(s -> s.startsWith(part));
      case "never_default" -> !chosen(result).contains(part);
      case "keywords_have" -> values(result, "/article/keywords", "term").contains(part);
      case "keywords_lack" ->
          values(result, "/article/keywords", "term").stream().noneMatch(k -> k.contains(part));
      case "warns" -> values(result, "/warnings", "code").contains(part);
      default -> throw new IllegalArgumentException("There is no check " + key);
    };
  }

  private static List<String> values(Result result, String path, String field) {
    return stream(result.document().at(path)).map(node -> node.get(field).asText()).toList();
  }

  private static String chosen(Result result) {
    List<String> lines = new ArrayList<>();
    result.short3().at("/summary/sentences").forEach(s -> lines.add(norm(s.get("text").asText())));
    return String.join(" ", lines);
  }

  private static boolean isBalanced(String text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 0
        && text.chars().filter(c -> c == '“').count() == text.chars().filter(c -> c == '”').count()
        && text.chars().filter(c -> c == '«').count() == text.chars().filter(c -> c == '»').count();
  }

  private static JsonNode fact(JsonNode document, String key) {
    return key.equals("charset") ? document.at("/text/charset") : document.at("/article/" + key);
  }

  private static String text(JsonNode node) {
    JsonNode value = node.isObject() ? node.path("value") : node;
    return value.isMissingNode() || value.isNull() ? "" : value.asText();
  }

  private static boolean allows(String alternatives, String value) {
    return List.of(alternatives.split("\\|", -1)).contains(value);
  }

  private static List<String> list(JsonNode array) {
    return stream(array).map(node -> node.isNull() ? "" : norm(node.asText())).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String norm(String text) {
    return text.replaceAll("[\\s\\u00a0\\u2007\\u202f\\u3000\\u200b\\u2060\\ufeff]+", " ").strip();
  }

  private static JsonNode metadata(Summarizer summarizer, String name, byte[] bytes)
      throws IOException {
    Source source =
        new Source(
            "b",
            name,
            Optional.empty(),
            "0",
            bytes.length,
            Optional.empty(),
            "2026-01-02T03:04:05Z");
    List<Document> documents =
        summarizer.documents(source, summarizer.summarize(ArticleFile.of(name, bytes)));
    return JSON.readTree(documents.get(documents.size() - 1).bytes());
  }

  private static Summarizer summarizer(int sentences) {
    return new Summarizer(
        new EngineSettings(
            SummaryLength.ofSentences(sentences),
            MAX_BYTES,
            EngineSettings.Detail.STANDARD,
            false));
  }

  private static String id(JsonNode test) {
    return test.get("id").asText();
  }

  private static List<JsonNode> cases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    for (String line : Files.readAllLines(CASES.resolve("cases.jsonl"))) {
      cases.add(JSON.readTree(line));
    }
    Map<String, JsonNode> byId = new TreeMap<>();
    cases.forEach(test -> byId.put(id(test), test));
    assertTrue(byId.keySet().containsAll(OPEN), "an open case has no entry");
    assertEquals(cases.size(), byId.size(), "two cases have one id");
    return cases;
  }
}
