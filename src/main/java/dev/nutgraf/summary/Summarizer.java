package dev.nutgraf.summary;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleReader;
import dev.nutgraf.article.ArticleRejected;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.TextAnalyzer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The engine: bytes, article, sentences, scores, summary. Thread-safe; no I/O after construction.
 */
public final class Summarizer {
  private final ArticleReader reader;
  private final TextAnalyzer analyzer = new TextAnalyzer();
  private final Ranker ranker = new Ranker();

  /** A summarizer that rejects articles of more than {@code maxArticleBytes} bytes. */
  public Summarizer(long maxArticleBytes) {
    this.reader = new ArticleReader(maxArticleBytes);
  }

  /**
   * Summarizes a file.
   *
   * @param sentences how many sentences to choose at the most, 1 to 20
   */
  public Summary summarize(ArticleFile file, int sentences) {
    String sha256 = sha256(file.bytes());
    try {
      Article article = reader.read(file);
      AnalyzedText text = analyzer.analyze(article);
      long candidates = text.sentences().stream().filter(Sentence::candidate).count();
      if (candidates == 0) {
        throw new ArticleRejected(
            ArticleRejected.Reason.NO_SENTENCES,
            "The file holds text but no sentence of prose that a summary could quote.");
      }
      Ranking ranking = ranker.rank(text, sentences);
      return new Summary.Summarized(sha256, text, ranking, candidates <= sentences);
    } catch (ArticleRejected rejected) {
      return new Summary.Rejected(sha256, rejected.reason(), rejected.getMessage());
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
