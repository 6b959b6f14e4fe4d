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

final class BoilerplateQualityTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void countsTheWordsOfEachRoleAndShowsExcludedLines() throws IOException {
    String data =
        file(
            "data.jsonl",
            """
            {"text":"Ferry returns\\n\\nThe ferry returned to the harbor at noon on Tuesday, the port authority said.\\n\\nRead more: Ferry timetable\\n"}
            """);
    String report = run("--show", "5", data);
    assertTrue(report.contains("data.jsonl: 1 articles, 0 without prose"), report);
    assertTrue(report.contains("PARAGRAPH"), report);
    assertTrue(report.contains("lines that resemble the reference: 0"), report);
  }

  private static String run(String... args) {
    PrintStream console = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, new CommandLine(new BoilerplateQuality()).execute(args));
    } finally {
      System.setOut(console);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
