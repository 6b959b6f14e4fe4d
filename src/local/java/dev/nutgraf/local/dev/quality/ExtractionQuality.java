package dev.nutgraf.local.dev.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.reader.ArticleReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the extraction of article text from web pages.
 *
 * <p>Each line of the index names a page: {@code {"suite", "id", "file", "text", "metadata"?:
 * {"title"}}}, its file beside the index. Precision, recall and F1 are over the words of the
 * expected and the found text as multisets, averaged over pages; {@code shingles} is the measure of
 * scrapinghub's article-extraction-benchmark, over runs of four words, each page with the same
 * weight.
 */
@Command(
    name = "extraction",
    description = "Compares the text extracted from web pages with the expected text.",
    mixinStandardHelpOptions = true)
public final class ExtractionQuality implements Callable<Integer> {
  private static final long MAX_BYTES = 50L << 20;
  private static final int SHINGLE = 4;

  /** One page: what was found of it against what was expected. */
  private record Score(String id, Overlap words, Overlap shingles, boolean titled, boolean title) {}

  /** What two multisets share and what only one of them has. */
  private record Overlap(int both, int found, int expected) {
    double precision() {
      return found == 0 ? 0 : (double) both / found;
    }

    double recall() {
      return expected == 0 ? 0 : (double) both / expected;
    }

    double f1() {
      return found + expected == 0 ? 1 : 2.0 * both / (found + expected);
    }
  }

  @Parameters(
      paramLabel = "INDEX.jsonl",
      description = "Lines of {\"suite\",\"id\",\"file\",\"text\",\"metadata\"}.")
  private Path index = Path.of("index.jsonl");

  @Option(names = "--pages", description = "Also shows every page, the worst first.")
  private boolean listPages;

  @Override
  public Integer call() throws IOException {
    Map<String, List<Score>> suites = new TreeMap<>();
    ArticleReader reader = new ArticleReader(MAX_BYTES);
    ObjectMapper json = new ObjectMapper();
    long cpu = 0;
    int pages = 0;
    for (String line : Files.readAllLines(index, StandardCharsets.UTF_8)) {
      JsonNode page = json.readTree(line);
      byte[] bytes = Files.readAllBytes(index.resolveSibling(page.path("file").asText()));
      ArticleFile file = ArticleFile.of(page.path("file").asText(), bytes);
      long started = cpuNanos();
      String text = "";
      String headline = "";
      try {
        Article article = reader.read(file);
        text = article.text();
        headline = article.metadata().headline().map(MetadataField::value).orElse("");
      } catch (ArticleRejectedException rejected) {
        System.out.println(page.path("id").asText() + ": " + rejected.getMessage());
      }
      cpu += cpuNanos() - started;
      pages++;
      String title = page.path("metadata").path("title").asText("").strip();
      suites
          .computeIfAbsent(page.path("suite").asText(), suite -> new ArrayList<>())
          .add(
              new Score(
                  page.path("id").asText(),
                  overlap(text, page.path("text").asText(), 1),
                  overlap(text, page.path("text").asText(), SHINGLE),
                  !title.isEmpty(),
                  !title.isEmpty() && title.equals(headline)));
    }
    suites.forEach((suite, scores) -> print(suite, scores));
    System.out.printf(Locale.ROOT, "%.1f ms CPU per page%n", cpu / 1e6 / Math.max(1, pages));
    return 0;
  }

  private void print(String suite, List<Score> scores) {
    if (listPages) {
      scores.stream()
          .sorted(Comparator.comparingDouble(score -> score.words().f1()))
          .forEach(
              score ->
                  System.out.printf(
                      Locale.ROOT,
                      "  %.3f (P %.3f R %.3f) %s%n",
                      score.words().f1(),
                      score.words().precision(),
                      score.words().recall(),
                      score.id()));
    }
    List<Score> even = new ArrayList<>();
    List<Score> odd = new ArrayList<>();
    scores.forEach(score -> (even.size() > odd.size() ? odd : even).add(score));
    System.out.printf(
        Locale.ROOT,
        "%s, %d pages: words F1 %.4f (P %.3f R %.3f; halves %.4f %.4f), shingles F1 %.4f, title exact"
            + " on %d of %d%n",
        suite,
        scores.size(),
        f1(scores),
        scores.stream().mapToDouble(score -> score.words().precision()).average().orElse(0),
        scores.stream().mapToDouble(score -> score.words().recall()).average().orElse(0),
        f1(even),
        f1(odd),
        shingleF1(scores),
        scores.stream().filter(Score::title).count(),
        scores.stream().filter(Score::titled).count());
  }

  private static double f1(List<Score> scores) {
    return scores.stream().mapToDouble(score -> score.words().f1()).average().orElse(0);
  }

  private static double shingleF1(List<Score> scores) {
    double both = 0;
    double wrong = 0;
    for (Score score : scores) {
      Overlap shingles = score.shingles();
      double all = (double) shingles.found() + shingles.expected() - shingles.both();
      if (all > 0) {
        both += shingles.both() / all;
        wrong += (all - shingles.both()) / all;
      }
    }
    return 2 * both / (2 * both + wrong);
  }

  private static Overlap overlap(String found, String expected, int size) {
    Map<List<String>, Integer> left = new HashMap<>();
    List<List<String>> expectedRuns = runs(words(expected), size);
    expectedRuns.forEach(run -> left.merge(run, 1, Integer::sum));
    int both = 0;
    List<List<String>> foundRuns = runs(words(found), size);
    for (List<String> run : foundRuns) {
      Integer count = left.get(run);
      if (count != null && count > 0) {
        left.put(run, count - 1);
        both++;
      }
    }
    return new Overlap(both, foundRuns.size(), expectedRuns.size());
  }

  private static List<List<String>> runs(List<String> words, int size) {
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i == 0 || i + size <= words.size(); i++) {
      runs.add(words.subList(i, Math.min(words.size(), i + size)));
    }
    return words.isEmpty() ? List.of() : runs;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside =
          i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
