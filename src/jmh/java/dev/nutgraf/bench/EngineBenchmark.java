package dev.nutgraf.bench;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.local.dev.bench.SyntheticArticle;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Source;
import dev.nutgraf.summary.Summarizer;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.TextAnalyzer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Time of the engine as a whole, and of each of its three stages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {
  /** Articles in rotation: branch prediction would learn the path of a single one. */
  private static final int ARTICLES = 16;

  /** Kind of article and its length in words. */
  @Param({"english-300", "english-800", "english-5000", "german-800", "page-800"})
  public String article = "";

  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT);
  private final ArticleReader reader = new ArticleReader(EngineSettings.DEFAULT.maxArticleBytes());
  private final TextAnalyzer analyzer = new TextAnalyzer();
  private final Ranker ranker = new Ranker(false);
  private final List<Stages> articles = new ArrayList<>();
  private int next;

  /** An article before and after each stage. */
  private record Stages(ArticleFile file, Source source, Article read, AnalyzedText analyzed) {}

  /** Generates the articles and runs every stage once. */
  @Setup
  public void prepare() {
    int dash = article.indexOf('-');
    int words = Integer.parseInt(article.substring(dash + 1));
    long bytes = 0;
    for (int seed = 0; seed < ARTICLES; seed++) {
      String text =
          switch (article.substring(0, dash)) {
            case "german" -> SyntheticArticle.german(words, seed);
            case "page" -> SyntheticArticle.page(words, seed);
            default -> SyntheticArticle.english(words, seed);
          };
      String name = text.startsWith("<") ? "article.html" : "article.txt";
      ArticleFile file = ArticleFile.of(name, text.getBytes(StandardCharsets.UTF_8));
      Source source =
          new Source(
              "articles",
              name,
              Optional.empty(),
              "etag",
              file.bytes().length,
              Optional.empty(),
              "2026-01-05T08:30:00Z");
      Article read = reader.read(file);
      articles.add(new Stages(file, source, read, analyzer.analyze(read)));
      bytes += file.bytes().length;
    }
    System.out.println(article + ": " + bytes / ARTICLES + " bytes");
  }

  /** From bytes to documents. */
  @Benchmark
  public List<Document> engine() {
    Stages stages = nextArticle();
    return summarizer.documents(stages.source(), summarizer.summarize(stages.file()));
  }

  /** From bytes to article text. */
  @Benchmark
  public Article read() {
    return reader.read(nextArticle().file());
  }

  /** From article text to sentences and terms. */
  @Benchmark
  public AnalyzedText analyze() {
    return analyzer.analyze(nextArticle().read());
  }

  /** From sentences and terms to scores, chosen sentences and key phrases. */
  @Benchmark
  public Ranking rank() {
    return ranker.rank(nextArticle().analyzed(), 3);
  }

  private Stages nextArticle() {
    return articles.get(next++ % ARTICLES);
  }
}
