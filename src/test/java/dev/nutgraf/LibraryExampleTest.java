package dev.nutgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Source;
import dev.nutgraf.summary.Summarizer;
import dev.nutgraf.summary.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the engine as a library, which README.md quotes. */
final class LibraryExampleTest {
  /** Thread-safe; loads its models once. */
  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT.withSentences(2));

  /** Returns the chosen sentences of a file with their offsets, or why it has none. */
  List<String> summarize(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Summary summary = summarizer.summarize(ArticleFile.of(file.toString(), bytes));
    if (summary instanceof Summary.Rejected rejected) {
      return List.of(rejected.reason().code() + ": " + rejected.message());
    }
    return ((Summary.Summarized) summary)
        .quotations().stream().map(q -> q.start() + "-" + q.end() + ": " + q.text()).toList();
  }

  @Test
  void returnsTheChosenSentencesWithTheirOffsets() throws IOException {
    Path file = Path.of("seeds/002_132b37f079f849c2.txt");
    String article = Files.readString(file);
    List<String> sentences = summarize(file);
    assertEquals(2, sentences.size());
    for (String sentence : sentences) {
      String[] parts = sentence.split("[-:]", 3);
      assertEquals(
          " " + article.substring(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])),
          parts[2]);
    }
  }

  @Test
  void writesTheDocumentsOfTheFunction() {
    byte[] bytes = "A crane fell on the quay. Nobody was hurt.".getBytes(StandardCharsets.UTF_8);
    Source source =
        new Source(
            "articles",
            "a.txt",
            Optional.empty(),
            "etag",
            bytes.length,
            Optional.of("text/plain"),
            "2026-01-02T03:04:05Z");
    Summary summary = summarizer.summarize(ArticleFile.of("a.txt", bytes));
    assertEquals(
        List.of(Document.Kind.SUMMARY, Document.Kind.METADATA),
        summarizer.documents(source, summary).stream().map(Document::kind).toList());
  }

  @Test
  void returnsTheReasonForARejectedFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("page.pdf");
    Files.write(file, "%PDF-1.7\n%\u0000\u0001".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("binary: ", summarize(file).get(0).substring(0, 8));
  }
}
