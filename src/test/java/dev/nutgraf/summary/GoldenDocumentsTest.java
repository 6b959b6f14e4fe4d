package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.rank.SummaryLength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pins every document of the articles under {@code golden/articles} and {@code seeds} to the byte:
 * eight languages, plain text, HTML, Markdown, JSON, gzip and a legacy character set. The documents
 * are under {@code golden/documents}, with the release and the fingerprint masked, because those
 * may change when nothing else does. A metadata document is there as {@code jq .} shows it, one
 * field per line for {@code git diff}; the test checks that the document itself is its compact
 * form.
 *
 * <p>To accept a change, regenerate the documents and review them with {@code git diff}:
 *
 * <pre>{@code mvn test -Dtest=GoldenDocumentsTest -Dgolden.update=true}</pre>
 */
final class GoldenDocumentsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/nutgraf/summary/golden");
  private static final Path DOCUMENTS = GOLDEN.resolve("documents");
  private static final Path FINGERPRINT = GOLDEN.resolve("fingerprint.txt");

  /** The documents as they are now, for a diff against {@link #DOCUMENTS}. */
  private static final Path ACTUAL = Path.of("target/golden");

  private static final String UPDATE = "mvn test -Dtest=GoldenDocumentsTest -Dgolden.update=true";
  private static final boolean UPDATING = Boolean.getBoolean("golden.update");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private final Summarizer summarizer =
      new Summarizer(
          new EngineSettings(
              SummaryLength.ofSentences(3), 52_428_800, EngineSettings.Detail.EXPLAIN, true));

  @Test
  void writesTheGoldenDocumentsUnderTheGoldenFingerprint() throws IOException {
    Map<String, String> actual = actualDocuments();
    Map<String, String> golden = read(DOCUMENTS);
    String goldenFingerprint = Files.readString(FINGERPRINT).strip();
    if (changedForTheSameArticle(golden, actual)) {
      // Stored documents are rewritten only when the fingerprint says that they are stale.
      assertNotEquals(
          goldenFingerprint,
          summarizer.fingerprint(),
          () -> firstDifference(golden, actual) + "\nRaise Engine.REVISION, then run " + UPDATE);
    }
    if (UPDATING) {
      replace(DOCUMENTS, actual);
      Files.writeString(FINGERPRINT, summarizer.fingerprint() + "\n");
      return;
    }
    replace(ACTUAL, actual);
    if (!actual.equals(golden)) {
      fail(
          "%s%nAll differences: git diff --no-index %s %s%nTo accept them: %s"
              .formatted(firstDifference(golden, actual), DOCUMENTS, ACTUAL, UPDATE));
    }
    assertEquals(
        goldenFingerprint,
        summarizer.fingerprint(),
        () -> "The fingerprint changed and no golden document did. To accept it: " + UPDATE);
  }

  @Test
  void coversEveryStatusAndFormatAndEightLanguages() throws IOException {
    String all = String.join("\n", actualDocuments().values());
    for (String field :
        List.of(
            "\"status\": \"summarized\"",
            "\"status\": \"short\"",
            "\"status\": \"rejected\"",
            "\"encodingFormat\": \"text/plain\"",
            "\"encodingFormat\": \"text/html\"",
            "\"encodingFormat\": \"text/markdown\"",
            "\"encodingFormat\": \"application/json\"",
            "\"charset\": \"windows-1251\"")) {
      assertTrue(all.contains(field), () -> "no golden document with " + field);
    }
    for (String language : List.of("ar", "de", "en", "es", "fr", "ja", "ru", "vi")) {
      assertTrue(
          all.contains("\"inLanguage\": \"" + language + "\""),
          () -> "no golden document in " + language);
    }
  }

  /** The masked documents, by file name. */
  private Map<String, String> actualDocuments() throws IOException {
    Map<String, String> documents = new TreeMap<>();
    for (Path directory : List.of(GOLDEN.resolve("articles"), Path.of("seeds"))) {
      for (Path article : files(directory)) {
        for (Document document : documents(article)) {
          String content = new String(document.bytes(), StandardCharsets.UTF_8);
          if (document.kind() == Document.Kind.METADATA) {
            MetadataSchema.assertValid(document.bytes());
            content = indented(content);
          }
          documents.put(article.getFileName() + document.kind().suffix(), masked(content));
        }
      }
    }
    return documents;
  }

  /** Returns a metadata document with one field per line, after checking that it is compact. */
  private static String indented(String metadata) throws IOException {
    JsonNode json = JSON.readTree(metadata);
    assertEquals(JSON.writeValueAsString(json) + "\n", metadata);
    return JSON.writer(INDENTED).writeValueAsString(json) + "\n";
  }

  /** Returns whether an article that is byte for byte the same has different documents. */
  private static boolean changedForTheSameArticle(
      Map<String, String> golden, Map<String, String> actual) throws IOException {
    String suffix = Document.Kind.METADATA.suffix();
    for (String name : golden.keySet()) {
      String metadata = actual.get(name);
      if (name.endsWith(suffix)
          && metadata != null
          && sourceHash(metadata).equals(sourceHash(golden.get(name)))) {
        String article = name.substring(0, name.length() - suffix.length());
        for (Document.Kind kind : Document.Kind.values()) {
          String document = article + kind.suffix();
          if (!Objects.equals(golden.get(document), actual.get(document))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static JsonNode sourceHash(String metadata) throws IOException {
    return JSON.readTree(metadata).at("/source/sha256");
  }

  private String masked(String document) {
    return document
        .replace("\"version\": \"" + Engine.VERSION + "\"", "\"version\": \"VERSION\"")
        .replace("<dd>Nutgraf " + Engine.VERSION, "<dd>Nutgraf VERSION")
        .replace(summarizer.fingerprint(), "FINGERPRINT");
  }

  private List<Document> documents(Path article) throws IOException {
    byte[] bytes = Files.readAllBytes(article);
    String name = article.getFileName().toString();
    Source source =
        new Source(
            "nutgraf-articles",
            name,
            Optional.empty(),
            "0123456789abcdef0123456789abcdef",
            bytes.length,
            Optional.empty(),
            "2026-01-02T03:04:05Z");
    return summarizer.documents(source, summarizer.summarize(ArticleFile.of(name, bytes)));
  }

  /** The first line in which the documents differ, with its file and number. */
  private static String firstDifference(Map<String, String> golden, Map<String, String> actual) {
    for (String name : Stream.concat(golden.keySet().stream(), actual.keySet().stream()).toList()) {
      String[] expected = golden.getOrDefault(name, "(no document)").split("\n", -1);
      String[] found = actual.getOrDefault(name, "(no document)").split("\n", -1);
      for (int line = 0; line < Math.max(expected.length, found.length); line++) {
        String before = line < expected.length ? expected[line] : "(end of document)";
        String after = line < found.length ? found[line] : "(end of document)";
        if (!before.equals(after)) {
          return "%s, line %d%n  golden: %s%n  actual: %s".formatted(name, line + 1, before, after);
        }
      }
    }
    return "no difference";
  }

  private static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> documents = new TreeMap<>();
    for (Path file : files(directory)) {
      documents.put(file.getFileName().toString(), Files.readString(file));
    }
    return documents;
  }

  private static void replace(Path directory, Map<String, String> documents) throws IOException {
    for (Path old : files(directory)) {
      Files.delete(old);
    }
    for (Map.Entry<String, String> document : documents.entrySet()) {
      Files.writeString(directory.resolve(document.getKey()), document.getValue());
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }
}
