package dev.nutgraf.local.dev.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

final class TrainBoundariesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesTheSameModelForTheSameTexts() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      lines.append(
          """
          {"id":"%1$d","text":"Dr. Wu met No. %1$d at 5 p.m. on Jan. 3. They left.",\
          "sentences":["Dr. Wu met No. %1$d at 5 p.m. on Jan. 3.","They left."]}
          """
              .formatted(i));
    }
    String data = file("texts.jsonl", lines.toString());
    Path first = folder.resolve("first.bin");
    Path second = folder.resolve("second.bin");
    String report = run("--out", first.toString(), data);
    run("--out", second.toString(), data);
    assertTrue(report.contains("texts.jsonl"), report);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  private static String run(String... args) {
    PrintStream console = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, new CommandLine(new TrainBoundaries()).execute(args));
    } finally {
      System.setOut(console);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
