package dev.nutgraf.summary;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Warning;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.Summary.Rejected;
import dev.nutgraf.summary.Summary.Summarized;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.TextAnalyzer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

  /** Returns the release, such as {@code 0.2.0}. */
  public static String version() {
    return Engine.VERSION;
  }

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

  /** Summarizes a file to the settings' length. A file without a summary is rejected. */
  public Summary summarize(ArticleFile file) {
    return summarize(file, Map.of());
  }

  /**
   * Summarizes a file.
   *
   * @param overrides this file's own length; a value that isn't a number in the setting's range is
   *     ignored with a warning
   * @return a summary, or a rejection if the file can't have one
   */
  public Summary summarize(ArticleFile file, Map<LengthSetting, String> overrides) {
    String sha256 = Sha256.hex(file.bytes());
    try {
      Article article = reader.read(file);
      boolean same = Sha256.isUtf8(file.bytes(), article.text());
      String textSha256 = same ? sha256 : Sha256.hex(article.text());
      List<Warning> warnings = new ArrayList<>(article.warnings());
      SummaryLength length = length(overrides, warnings);
      AnalyzedText text = analyzer.analyze(article);
      if (text.candidateCount() == 0) {
        throw new ArticleRejectedException(
            ArticleRejectedException.Reason.NO_SENTENCES,
            String.format(
                Locale.ROOT,
                "The file has text but no sentence of prose with at most %,d characters, which a"
                    + " summary could quote.",
                Sentence.MAX_CHARS));
      }
      Ranking ranking = ranker.rank(text, length);
      warnIfLonger(text, ranking, length, warnings);
      return new Summarized(sha256, textSha256, text, ranking, length, warnings);
    } catch (ArticleRejectedException rejected) {
      return new Rejected(Optional.of(sha256), rejected.reason(), rejected.getMessage());
    }
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

  /** A single sentence may exceed the limits, because a summary has at least one. */
  private static void warnIfLonger(
      AnalyzedText text, Ranking ranking, SummaryLength length, List<Warning> warnings) {
    if (!length.isLimited()) {
      return;
    }
    int words = 0;
    int characters = 0;
    for (Ranking.Choice choice : ranking.chosen()) {
      String line = text.lineOf(text.sentences().get(choice.sentence()));
      words += text.terms().length(choice.sentence());
      characters += line.codePointCount(0, line.length());
    }
    if (!length.admits(words, characters)) {
      warnings.add(
          new Warning(
              "summary-exceeds-limit",
              String.format(
                  Locale.ROOT,
                  "The summary has %d words and %d characters: no whole sentence fits the limits"
                      + " of %d words and %d characters (0: no limit).",
                  words,
                  characters,
                  length.maxWords(),
                  length.maxCharacters())));
    }
  }

  private SummaryLength length(Map<LengthSetting, String> overrides, List<Warning> warnings) {
    SummaryLength length = engine.settings().length();
    for (Map.Entry<LengthSetting, String> override : overrides.entrySet()) {
      LengthSetting setting = override.getKey();
      OptionalInt value = setting.parse(override.getValue());
      if (value.isPresent()) {
        length = setting.set(length, value.getAsInt());
      } else {
        warnings.add(
            new Warning(
                setting.metadataName() + "-ignored",
                String.format(
                    Locale.ROOT,
                    "The article's user metadata %s is \"%s\"; allowed is %d to %d, so the default"
                        + " of %d applies.",
                    setting.metadataName(),
                    override.getValue(),
                    setting.min(),
                    setting.max(),
                    setting.of(length))));
      }
    }
    return length;
  }
}
