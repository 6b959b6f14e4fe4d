package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.ArticleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every byte of the documents of {@code seeds/}. Where they change, stored documents are
 * stale, and the fingerprint must say so, or no sweep would rewrite them.
 */
final class GoldenDocumentsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/nutgraf/summary/golden.txt");

  @Test
  void changesTheFingerprintWheneverADocumentChanges() throws IOException {
    EngineSettings settings =
        new EngineSettings(3, 52_428_800, EngineSettings.Detail.EXPLAIN, true);
    Summarizer summarizer = new Summarizer(settings);
    StringBuilder now = new StringBuilder("engine " + summarizer.fingerprint() + "\n");
    for (Path seed : seeds()) {
      for (Document document : documents(summarizer, seed)) {
        now.append(Sha256.hex(document.bytes()))
            .append("  ")
            .append(seed.getFileName())
            .append(document.kind().suffix())
            .append('\n');
      }
    }
    assertEquals(
        Files.readString(GOLDEN),
        now.toString(),
        () ->
            "Documents changed. If the first line did not, raise Engine.REVISION; then let "
                + GOLDEN
                + " hold what is there now.");
  }

  private static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      return files.sorted().toList();
    }
  }

  private static List<Document> documents(Summarizer summarizer, Path seed) throws IOException {
    byte[] bytes = Files.readAllBytes(seed);
    String name = seed.getFileName().toString();
    Source source =
        new Source(
            "nutgraf-articles",
            name,
            Optional.empty(),
            "0123456789abcdef0123456789abcdef",
            bytes.length,
            Optional.of("text/plain"),
            "2026-01-02T03:04:05Z");
    return summarizer.documents(source, summarizer.summarize(ArticleFile.of(name, bytes)));
  }
}
