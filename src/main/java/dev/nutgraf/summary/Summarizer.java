package dev.nutgraf.summary;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Warning;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.summary.Summary.Rejected;
import dev.nutgraf.summary.Summary.Summarized;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.TextAnalyzer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Summarizes articles: from the bytes of a file to its documents. The facade of the engine;
 * thread-safe, and without I/O after construction. The constructor reads the models, which takes
 * some milliseconds, so create one and reuse it.
 */
public final class Summarizer {
  private final ArticleReader reader;
  private final TextAnalyzer analyzer = new TextAnalyzer();
  private final Ranker ranker;
  private final Engine engine;
  private final MetadataJson metadata;
  private final Optional<SummaryPage> page;

  /** Creates a summarizer with the given settings. */
  public Summarizer(EngineSettings settings) {
    this.reader = new ArticleReader(settings.maxArticleBytes());
    boolean explains = settings.page() || settings.detail() == EngineSettings.Detail.EXPLAIN;
    this.ranker = new Ranker(explains);
    this.page = settings.page() ? Optional.of(new SummaryPage()) : Optional.empty();
    this.engine = Engine.of(settings, resources());
    this.metadata = new MetadataJson(engine);
  }

  /** The checksums of all resources that can change a document, by their paths. */
  private SortedMap<String, String> resources() {
    SortedMap<String, String> checksums = new TreeMap<>(LexiconFiles.checksums());
    checksums.put("text/boundaries.bin", analyzer.modelChecksum());
    checksums.put("rank/model.bin", ranker.model());
    page.ifPresent(writer -> checksums.put("summary/page.css", writer.styleHash()));
    return checksums;
  }

  /**
   * Returns sixteen hex digits that differ from those of another engine if the same article may
   * have other documents there.
   */
  public String fingerprint() {
    return engine.fingerprint();
  }

  /**
   * Summarizes a file with the settings' number of sentences. A file without a summary is rejected.
   */
  public Summary summarize(ArticleFile file) {
    return summarize(file, Optional.empty());
  }

  /**
   * Summarizes a file.
   *
   * @param sentences the number of sentences for this file; a value that isn't a number in the
   *     range of {@link EngineSettings} is ignored with a warning
   * @return a summary, or a rejection if the file can't have one
   */
  public Summary summarize(ArticleFile file, Optional<String> sentences) {
    String sha256 = Sha256.hex(file.bytes());
    try {
      Article article = reader.read(file);
      String textSha256 = textSha256(article.text(), file.bytes(), sha256);
      List<Warning> warnings = new ArrayList<>(article.warnings());
      int count =
          sentences.map(value -> count(value, warnings)).orElse(engine.settings().sentences());
      AnalyzedText text = analyzer.analyze(article);
      if (text.candidateCount() == 0) {
        throw new ArticleRejectedException(
            ArticleRejectedException.Reason.NO_SENTENCES,
            "The file holds text but no sentence of prose that a summary could quote.");
      }
      return new Summarized(sha256, textSha256, text, ranker.rank(text, count), count, warnings);
    } catch (ArticleRejectedException rejected) {
      return new Rejected(Optional.of(sha256), rejected.reason(), rejected.getMessage());
    }
  }

  /** Returns the hash of the text, which for plain UTF-8 is the hash of the file. */
  private static String textSha256(String text, byte[] file, String fileSha256) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(utf8, file) ? fileSha256 : Sha256.hex(utf8);
  }

  /**
   * Returns the rejection of a file that is too large, so that it needn't be read.
   *
   * @param size in bytes, more than the settings allow
   */
  public Summary tooLarge(long size) {
    ArticleRejectedException rejected =
        ArticleRejectedException.tooLarge(size, engine.settings().maxArticleBytes());
    return new Rejected(Optional.empty(), rejected.reason(), rejected.getMessage());
  }

  /** Returns the documents of a summary in the order to write them: metadata.json last. */
  public List<Document> documents(Source source, Summary summary) {
    List<Document> documents = new ArrayList<>();
    if (summary instanceof Summarized summarized) {
      String lines = String.join("\n", summarized.lines()) + "\n";
      documents.add(new Document(Document.Kind.SUMMARY, lines.getBytes(StandardCharsets.UTF_8)));
      page.map(writer -> new Document(Document.Kind.PAGE, writer.write(source, summarized)))
          .ifPresent(documents::add);
    }
    documents.add(new Document(Document.Kind.METADATA, metadata.write(source, summary)));
    return documents;
  }

  private int count(String value, List<Warning> warnings) {
    try {
      int count = Integer.parseInt(value.strip());
      if (count >= EngineSettings.MIN_SENTENCES && count <= EngineSettings.MAX_SENTENCES) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Handled as a value out of range.
    }
    warnings.add(
        new Warning(
            "summary-sentences-ignored",
            String.format(
                Locale.ROOT,
                "The article asks for \"%s\" sentences; allowed is %d to %d, so it got %d.",
                value,
                EngineSettings.MIN_SENTENCES,
                EngineSettings.MAX_SENTENCES,
                engine.settings().sentences())));
    return engine.settings().sentences();
  }
}
