package dev.nutgraf.bench;

import com.hankcs.hanlp.summary.TextRankSentence;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.local.dev.bench.SyntheticArticle;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Summarizer;
import dev.nutgraf.summary.Summary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of Nutgraf and of HanLP, another summarizer in Java, for three sentences per article. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PeerBenchmark {
  /** Articles in rotation: branch prediction would learn the path of a single one. */
  private static final int ARTICLES = 16;

  private static final int SENTENCES = 3;

  /** Length in words. */
  @Param({"300", "800", "5000"})
  public int words;

  private final Summarizer summarizer =
      new Summarizer(EngineSettings.DEFAULT.withSentences(SENTENCES));
  private final List<String> texts = new ArrayList<>();
  private int next;

  /** Generates the articles. */
  @Setup
  public void prepare() {
    for (int seed = 0; seed < ARTICLES; seed++) {
      texts.add(SyntheticArticle.english(words, seed));
    }
  }

  /** Nutgraf, from bytes to scored sentences. */
  @Benchmark
  public Summary nutgraf() {
    byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
    return summarizer.summarize(ArticleFile.of("article.txt", bytes));
  }

  /** HanLP's TextRank, from a string to sentences. */
  @Benchmark
  public List<String> hanLp() {
    return TextRankSentence.getTopSentenceList(text(), SENTENCES, "[.!?\n]");
  }

  private String text() {
    return texts.get(next++ % ARTICLES);
  }
}
