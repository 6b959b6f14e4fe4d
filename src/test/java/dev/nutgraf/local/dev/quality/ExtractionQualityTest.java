package dev.nutgraf.local.dev.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ExtractionQualityTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void comparesWordsRunsAndTitleOfEachPage() throws IOException {
    file(
        "page.html",
        """
        <html><head><title>Ferry returns</title></head><body><h1>Ferry returns</h1>
        <p>The ferry returned to the harbor at noon on Tuesday.</p></body></html>
        """);
    String index =
        file(
            "index.jsonl",
            """
            {"suite":"own","id":"ferry","file":"page.html","metadata":{"title":"Ferry returns"},\
            "text":"The ferry returned to the harbor at noon on Tuesday."}
            """);
    String report = run("--pages", index);
    assertTrue(report.contains("own, 1 pages: words F1"), report);
    assertTrue(report.contains("R 1.000"), report);
    assertTrue(report.contains("title exact on 1 of 1"), report);
  }

  private static String run(String... args) {
    PrintStream console = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, new CommandLine(new ExtractionQuality()).execute(args));
    } finally {
      System.setOut(console);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
