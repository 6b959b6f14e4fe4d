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

final class BoundaryQualityTest {
  @TempDir private Path folder = Path.of("");

  private static final String TEXT = "The ferry left at nine. It came back at noon. Nobody waved.";

  @Test
  void countsMissedAndExtraBoundaries() throws IOException {
    String data =
        file(
            "gold.jsonl",
            """
            {"text":"%1$s","sentences":["The ferry left at nine.","It came back at noon.","Nobody waved."]}
            {"text":"%1$s","sentences":["The ferry","left at nine. It came back at noon. Nobody waved."]}
            """
                .formatted(TEXT));
    String report = run("--errors", data);
    assertTrue(report.contains("50.00     66.67     57.14      1 of 2"), report);
    assertTrue(report.contains("missed The ferry ║"), report);
    assertTrue(report.contains("extra  The ferry left at nine. ║"), report);
  }

  private static String run(String... args) {
    PrintStream console = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, new CommandLine(new BoundaryQuality()).execute(args));
    } finally {
      System.setOut(console);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
