package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.LengthSetting;
import dev.nutgraf.summary.Source;
import dev.nutgraf.summary.Summarizer;
import dev.nutgraf.summary.Summary;
import java.util.Map;
import java.util.Optional;

/** Generates documents with the {@link Summarizer}. Thread-safe. */
public final class SummaryGenerator implements DocumentGenerator {
  private final Summarizer summarizer;
  private final EngineSettings settings;

  /** Loads an engine with the given settings. */
  public SummaryGenerator(EngineSettings settings) {
    this.summarizer = new Summarizer(settings);
    this.settings = settings;
  }

  @Override
  public String fingerprint() {
    return summarizer.fingerprint();
  }

  @Override
  public long maxArticleBytes() {
    return settings.maxArticleBytes();
  }

  @Override
  public Generated generate(Source source, ArticleFile file, Map<LengthSetting, String> overrides) {
    try {
      return generated(source, summarizer.summarize(file, overrides));
    } catch (RuntimeException e) {
      throw new EngineException(e);
    }
  }

  @Override
  public Generated generateTooLarge(Source source) {
    return generated(source, summarizer.tooLarge(source.size()));
  }

  private Generated generated(Source source, Summary summary) {
    if (summary instanceof Summary.Rejected rejected) {
      return new Generated(
          Outcome.Status.REJECTED,
          Optional.of(rejected.reason().code()),
          summarizer.documents(source, summary));
    }
    boolean isShort = summary instanceof Summary.Summarized summarized && summarized.isShort();
    return new Generated(
        isShort ? Outcome.Status.SHORT : Outcome.Status.SUMMARIZED,
        Optional.empty(),
        summarizer.documents(source, summary));
  }
}
