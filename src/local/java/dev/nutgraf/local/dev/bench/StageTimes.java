package dev.nutgraf.local.dev.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.TextAnalyzer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the processor time of each stage of the engine on real articles. */
@Command(
    name = "stages",
    description = "Measures the time of reading, analyzing and ranking real articles or pages.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class StageTimes implements Callable<Integer> {
  private static final long MAX_BYTES = 50L << 20;
  private static final int SENTENCES = 3;
  private static final int WARM_UP = 3;

  /** A stage with its times: of this round so far, and by round for an article. */
  private static final class Stage {
    private final String name;
    private final List<Double> micros = new ArrayList<>();
    private long nanos;
    private int runs;

    Stage(String name) {
      this.name = name;
    }

    void add(long more) {
      nanos += more;
      runs++;
    }

    void endRound(boolean counts) {
      if (counts) {
        micros.add(nanos / 1e3 / Math.max(1, runs));
      }
      nanos = 0;
      runs = 0;
    }

    double median() {
      Collections.sort(micros);
      return micros.get(micros.size() / 2);
    }
  }

  @Parameters(
      paramLabel = "FILE.jsonl",
      description = "Lines of {\"text\"}, or of {\"file\"} that name pages beside it.")
  private Path index = Path.of("index.jsonl");

  @Option(names = "--rounds", paramLabel = "N", description = "Measured rounds; 9 by default.")
  private int rounds = 9;

  private final ArticleReader reader = new ArticleReader(MAX_BYTES);
  private final TextAnalyzer analyzer = new TextAnalyzer();
  private final Ranker ranker = new Ranker(false);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** jsoup's parse of the same bytes, for comparison; pages only. */
  private final Stage jsoup = new Stage("jsoup");

  private final Stage read = new Stage("read");
  private final Stage analyze = new Stage("analyze");
  private final Stage rank = new Stage("rank");

  private StageTimes() {}

  @Override
  public Integer call() throws IOException {
    List<ArticleFile> files = files();
    if (files.isEmpty() || rounds < 1) {
      System.err.println(index + ": needs an article that isn't rejected, and --rounds at least 1");
      return 1;
    }
    List<Stage> stages = List.of(jsoup, read, analyze, rank);
    for (int round = -WARM_UP; round < rounds; round++) {
      files.forEach(this::run);
      for (Stage stage : stages) {
        stage.endRound(round >= 0);
      }
    }
    long bytes = files.stream().mapToLong(file -> file.bytes().length).sum();
    System.out.printf(
        Locale.ROOT, "%d articles of %d bytes on average%n", files.size(), bytes / files.size());
    for (Stage stage : stages) {
      if (stage.median() == 0) {
        continue; // no pages
      }
      System.out.printf(Locale.ROOT, "%-8s %7.0f us%n", stage.name, stage.median());
    }
    return 0;
  }

  /** Returns the articles that aren't rejected. */
  private List<ArticleFile> files() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<ArticleFile> files = new ArrayList<>();
    for (String line : Files.readAllLines(index, StandardCharsets.UTF_8)) {
      JsonNode article = json.readTree(line);
      String name = article.path("file").asText("article.txt");
      byte[] bytes =
          article.has("file")
              ? Files.readAllBytes(index.resolveSibling(name))
              : article.path("text").asText().getBytes(StandardCharsets.UTF_8);
      ArticleFile file = ArticleFile.of(name, bytes);
      try {
        reader.read(file);
        files.add(file);
      } catch (ArticleRejectedException rejected) {
        System.err.println(name + ": " + rejected.getMessage());
      }
    }
    return files;
  }

  private void run(ArticleFile file) {
    if (file.name().endsWith(".html")) {
      time(jsoup, () -> parse(file.bytes()));
    }
    Article article = time(read, () -> reader.read(file));
    AnalyzedText text = time(analyze, () -> analyzer.analyze(article));
    time(rank, () -> ranker.rank(text, SENTENCES));
  }

  private static Object parse(byte[] page) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(page), null, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T time(Stage stage, Supplier<T> work) {
    long start = threads.getCurrentThreadCpuTime();
    T result = work.get();
    stage.add(threads.getCurrentThreadCpuTime() - start);
    return result;
  }
}
