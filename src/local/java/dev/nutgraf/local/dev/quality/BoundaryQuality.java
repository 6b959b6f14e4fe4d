package dev.nutgraf.local.dev.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.TextAnalyzer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures sentence splitting against annotated sentences.
 *
 * <p>Each line of a file is {@code {"text", "sentences":[...], "lang"?}}. A boundary is the number
 * of characters outside white space before the end of a sentence; the end of the text is not
 * counted. Prints precision, recall and F1 per file, and the number of texts without an error.
 */
@Command(
    name = "boundaries",
    description = "Compares sentence boundaries with annotated ones.",
    mixinStandardHelpOptions = true)
public final class BoundaryQuality implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.jsonl",
      description = "Lines of {\"text\",\"sentences\":[...]}.")
  private List<Path> files = List.of();

  @Option(names = "--errors", description = "Also shows every missed and every extra boundary.")
  private boolean errors;

  private final ArticleReader reader = new ArticleReader(1 << 28);
  private final TextAnalyzer analyzer = new TextAnalyzer();

  @Override
  public Integer call() throws IOException {
    System.out.printf(
        "%-32s %6s %9s %9s %9s %12s%n", "file", "texts", "precision", "recall", "F1", "faultless");
    for (Path file : files) {
      measure(file);
    }
    return 0;
  }

  private void measure(Path file) throws IOException {
    int texts = 0;
    int faultless = 0;
    int hits = 0;
    int proposed = 0;
    int expected = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = JSON.readTree(line);
        String text = row.path("text").asText();
        Set<Integer> gold = gold(row);
        Set<Integer> found = found(text);
        texts++;
        int textEnd = solid(text, 0, text.length());
        gold.remove(textEnd);
        found.remove(textEnd);
        faultless += gold.equals(found) ? 1 : 0;
        proposed += found.size();
        expected += gold.size();
        if (errors) {
          show(text, gold, found);
        }
        gold.retainAll(found);
        hits += gold.size();
      }
    }
    System.out.printf(
        "%-32s %6d %9.2f %9.2f %9.2f %6d of %d%n",
        file.getFileName(),
        texts,
        100.0 * hits / proposed,
        100.0 * hits / expected,
        200.0 * hits / (proposed + expected),
        faultless,
        texts);
  }

  private static Set<Integer> gold(JsonNode row) {
    Set<Integer> ends = new TreeSet<>();
    int count = 0;
    for (JsonNode sentence : row.path("sentences")) {
      String text = sentence.asText();
      count += solid(text, 0, text.length());
      ends.add(count);
    }
    return ends;
  }

  private Set<Integer> found(String text) {
    Set<Integer> ends = new TreeSet<>();
    Article article =
        reader.read(ArticleFile.of("text.txt", text.getBytes(StandardCharsets.UTF_8)));
    int at = 0;
    int count = 0;
    for (Sentence sentence : analyzer.analyze(article).sentences()) {
      count += solid(text, at, sentence.end());
      at = sentence.end();
      ends.add(count);
    }
    return ends;
  }

  private static int solid(String text, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!WhiteSpace.isWhiteSpace(c)) {
        count++;
      }
    }
    return count;
  }

  private static void show(String text, Set<Integer> gold, Set<Integer> found) {
    List<Integer> wrong = new ArrayList<>(new TreeSet<>(gold));
    wrong.removeAll(found);
    List<Integer> extra = new ArrayList<>(found);
    extra.removeAll(gold);
    wrong.forEach(at -> System.out.println("  missed " + around(text, at)));
    extra.forEach(at -> System.out.println("  extra  " + around(text, at)));
  }

  private static String around(String text, int boundary) {
    int at = 0;
    for (int count = 0; count < boundary; at++) {
      count += solid(text, at, at + 1);
    }
    return text.substring(Math.max(0, at - 40), at)
        + " ║ "
        + text.substring(at, Math.min(text.length(), at + 40));
  }
}
