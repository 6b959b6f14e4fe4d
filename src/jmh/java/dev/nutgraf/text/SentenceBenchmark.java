package dev.nutgraf.text;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.lexicon.Lexicons;
import dev.nutgraf.local.dev.bench.SyntheticArticle;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of sentence splitting and of language detection alone, for 800 words. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SentenceBenchmark {
  private static final int ARTICLES = 16;
  private static final int WORDS = 800;

  private final Lexicons lexicons = new Lexicons();
  private final LanguageDetector detector = new LanguageDetector(lexicons);
  private final BoundaryModel model = BoundaryModel.load();
  private final List<Article> articles = new ArrayList<>();
  private int next;
  private int sentences;

  /** Generates and reads the articles. */
  @Setup
  public void prepare() {
    ArticleReader reader = new ArticleReader(1 << 20);
    int bytes = 0;
    for (int seed = 0; seed < ARTICLES; seed++) {
      byte[] text = SyntheticArticle.english(WORDS, seed).getBytes(StandardCharsets.UTF_8);
      articles.add(reader.read(ArticleFile.of("article.txt", text)));
      bytes += text.length;
    }
    System.out.println(bytes / ARTICLES + " bytes");
  }

  /** Detects the language of a text. */
  @Benchmark
  public String language() {
    return detector.detect(nextArticle().text(), Optional.empty());
  }

  /** Splits a text into sentences. */
  @Benchmark
  public int sentences() {
    Article article = nextArticle();
    SentenceSplitter splitter = new SentenceSplitter(article.text(), lexicons.get("en"), model);
    for (Block block : article.blocks()) {
      splitter.split(block.start(), block.end(), (start, end) -> sentences++);
    }
    return sentences;
  }

  private Article nextArticle() {
    return articles.get(next++ % ARTICLES);
  }
}
