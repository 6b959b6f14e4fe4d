package dev.nutgraf.local.dev.bench;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Source;
import dev.nutgraf.summary.Summarizer;
import dev.nutgraf.summary.Summary;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures processor time against the length of an article, as CSV for a chart. */
@Command(
    name = "growth",
    description = "Measures how the engine's time grows with an article's length.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class LengthGrowth implements Callable<Integer> {
  private static final int WORDS = 600;
  private static final int WARM_UP = 300;
  private static final long MIN_TOTAL_NANOS = 1_000_000_000L;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Largest article, in units of 600 words; 10,000 by default.")
  private int max = 10_000;

  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private LengthGrowth() {}

  @Override
  public Integer call() {
    byte[] first = article(1);
    for (int i = 0; i < WARM_UP; i++) {
      summarize(first);
    }
    System.out.println("article,bytes,milliseconds");
    double firstTime = 0;
    int factor = 1;
    for (int step = 0; factor <= max; step++) {
      byte[] bytes = article(factor);
      double time = time(bytes);
      System.out.printf(Locale.ROOT, "plain text,%d,%.3f%n", bytes.length, time);
      if (step == 0) {
        firstTime = time;
      } else {
        System.err.printf(
            Locale.ROOT,
            "x%,d: exponent %.3f from the first%n",
            factor,
            Math.log(time / firstTime) / Math.log((double) bytes.length / first.length));
      }
      factor *= step % 2 == 0 ? 4 : 5;
      factor = step % 2 == 0 ? factor : factor / 2;
    }
    return 0;
  }

  /** Returns the mean time of a run in ms, over one second of runs or at least one run. */
  private double time(byte[] bytes) {
    long start = threads.getCurrentThreadCpuTime();
    long used = 0;
    int runs = 0;
    while (used < MIN_TOTAL_NANOS) {
      summarize(bytes);
      runs++;
      used = threads.getCurrentThreadCpuTime() - start;
    }
    return used / 1e6 / runs;
  }

  private static byte[] article(int factor) {
    return SyntheticArticle.english(WORDS * factor, 1).getBytes(StandardCharsets.UTF_8);
  }

  private void summarize(byte[] bytes) {
    Source source =
        new Source(
            "articles",
            "article.txt",
            Optional.empty(),
            "etag",
            bytes.length,
            Optional.empty(),
            "2026-01-05T08:30:00Z");
    Summary summary = summarizer.summarize(ArticleFile.of("article.txt", bytes));
    if (summary instanceof Summary.Rejected rejected) {
      throw new IllegalStateException(rejected.message());
    }
    summarizer.documents(source, summary);
  }
}
