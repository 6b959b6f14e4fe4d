package dev.nutgraf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Summarizer;
import dev.nutgraf.summary.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the engine as a library, which README.md quotes. */
final class LibraryExampleTest {
  /** Thread-safe; loads its models once. */
  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT.withSentences(2));

  /** Returns the chosen sentences of a file, or why it has none. */
  List<String> summarize(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Summary summary = summarizer.summarize(ArticleFile.of(file.toString(), bytes));
    if (summary instanceof Summary.Rejected rejected) {
      return List.of(rejected.reason().code() + ": " + rejected.message());
    }
    return ((Summary.Summarized) summary).lines();
  }

  @Test
  void returnsTheChosenSentences() throws IOException {
    assertEquals(2, summarize(Path.of("seeds/002_132b37f079f849c2.txt")).size());
  }

  @Test
  void returnsTheReasonForARejectedFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("page.pdf");
    Files.write(file, "%PDF-1.7\n%\u0000\u0001".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("binary: ", summarize(file).get(0).substring(0, 8));
  }
}
