package dev.nutgraf.bench;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleReader;
import dev.nutgraf.local.bench.SyntheticArticle;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Source;
import dev.nutgraf.summary.Summarizer;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.TextAnalyzer;
import java.nio.charset.StandardCharsets;
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

/** The engine as a whole, and its three stages by themselves. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {
  /** Kind and length in words. */
  @Param({"english-300", "english-800", "english-5000", "german-800", "page-800"})
  public String article = "";

  private final Summarizer summarizer = new Summarizer(EngineSettings.DEFAULT);
  private final ArticleReader reader = new ArticleReader(EngineSettings.DEFAULT.maxArticleBytes());
  private final TextAnalyzer analyzer = new TextAnalyzer();
  private final Ranker ranker = new Ranker(false);
  private ArticleFile file = ArticleFile.of("", new byte[0]);
  private Optional<Source> source = Optional.empty();
  private Optional<Article> read = Optional.empty();
  private Optional<AnalyzedText> analyzed = Optional.empty();

  /** Writes the article and takes it through every stage once. */
  @Setup
  public void prepare() {
    int dash = article.indexOf('-');
    int words = Integer.parseInt(article.substring(dash + 1));
    String text =
        switch (article.substring(0, dash)) {
          case "german" -> SyntheticArticle.german(words, 1);
          case "page" -> SyntheticArticle.page(words, 1);
          default -> SyntheticArticle.english(words, 1);
        };
    String name = text.startsWith("<") ? "article.html" : "article.txt";
    file = ArticleFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    source =
        Optional.of(
            new Source(
                "articles",
                name,
                Optional.empty(),
                "etag",
                file.bytes().length,
                Optional.empty(),
                "2026-01-05T08:30:00Z"));
    read = Optional.of(reader.read(file));
    analyzed = read.map(analyzer::analyze);
    System.out.println(article + ": " + file.bytes().length + " bytes");
  }

  /** Bytes to documents. */
  @Benchmark
  public List<Document> engine() {
    return summarizer.documents(source.orElseThrow(), summarizer.summarize(file));
  }

  /** Bytes to article text. */
  @Benchmark
  public Article read() {
    return reader.read(file);
  }

  /** Article text to sentences and terms. */
  @Benchmark
  public AnalyzedText analyze() {
    return analyzer.analyze(read.orElseThrow());
  }

  /** Sentences and terms to scores, choice and keywords. */
  @Benchmark
  public Ranking rank() {
    return ranker.rank(analyzed.orElseThrow(), 3);
  }
}
