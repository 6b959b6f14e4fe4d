package dev.nutgraf.local.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateTest {
  private static final String TEXT =
      "The harbor bridge \uD83C\uDF09 will close for two years, the council said on Monday. "
          + "Engineers had found cracks that cannot be repaired. "
          + "Shop owners fear that customers will stay away. "
          + "A new bridge is to open in the spring of 2029.";

  private final Path folder;

  EvaluateTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void writesEverySentenceInOrderWithItsPlaceInCodePoints() throws IOException {
    Path out = folder.resolve("out.jsonl");
    evaluate(line("7", ""), "--sentences", "2", "--out", out.toString());
    List<String> lines = Files.readAllLines(out);
    assertEquals(1, lines.size());
    JsonNode summary = new ObjectMapper().readTree(lines.get(0));
    assertEquals("7", summary.get("id").asText());
    int[] codePoints = TEXT.codePoints().toArray();
    StringBuilder selected = new StringBuilder();
    int last = 0;
    for (JsonNode sentence : summary.get("sentences")) {
      int start = sentence.get("start").asInt();
      int end = sentence.get("end").asInt();
      assertTrue(start >= last && end > start, lines.get(0));
      last = end;
      double score = sentence.get("score").asDouble();
      assertTrue(score >= 0 && score <= 1, lines.get(0));
      if (sentence.get("selected").asBoolean()) {
        selected.append(selected.length() == 0 ? "" : "\n");
        selected.append(new String(codePoints, start, end - start));
      }
    }
    assertEquals(4, summary.get("sentences").size());
    assertEquals(summary.get("summary").asText(), selected.toString());
    assertEquals(2, selected.toString().lines().count());
  }

  @Test
  void comparesWithLeadRandomAndOracle() throws IOException {
    String table = evaluate(line("a", "Engineers found cracks that cannot be repaired."));
    for (String row : List.of("Nutgraf ", "Lead-3 ", "random ", "oracle ")) {
      assertTrue(table.contains("\n" + row), table);
    }
    assertTrue(table.contains("1 of 1 articles summarized"), table);
    assertTrue(table.contains("\n% with"), table);
    assertEquals(2, table.split("\nLead-3 ", -1).length - 1, table);
    assertTrue(table.contains("\nkey phrases: "), table);
  }

  @Test
  void scoresArticlesApartWhoseLedeIsDelayed() throws IOException {
    String late = line("a", "A new bridge is to open in the spring of 2029.");
    String table = evaluate(late + "\n" + line("b", "Engineers had found cracks."));
    assertTrue(table.contains("none of the first 3 sentences in 1 articles."), table);
    assertEquals(3, table.split("\nLead-3 ", -1).length - 1, table);
  }

  @Test
  void printsNoScoresWhereThereIsNoReference() throws IOException {
    assertFalse(evaluate(line("a", "")).contains("Lead-3"));
  }

  private static String line(String id, String reference) {
    return "{\"id\":\"%s\",\"text\":\"%s\",\"reference\":\"%s\"}".formatted(id, TEXT, reference);
  }

  private String evaluate(String data, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("data.jsonl"), data + "\n");
    String[] args = new String[options.length + 1];
    args[0] = file.toString();
    System.arraycopy(options, 0, args, 1, options.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, new CommandLine(new Evaluate()).execute(args));
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
