package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Source;
import dev.nutgraf.summary.Summarizer;
import dev.nutgraf.summary.Summary;
import java.util.Optional;

/** Makes documents with the engine. */
public final class SummaryMaker implements DocumentMaker {
  private final Summarizer summarizer;
  private final EngineSettings settings;

  /** A maker with an engine of its own. */
  public SummaryMaker(EngineSettings settings) {
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
  public Made make(Source source, ArticleFile file, Optional<String> sentences) {
    try {
      return made(source, summarizer.summarize(file, sentences));
    } catch (RuntimeException e) {
      throw new EngineException(e);
    }
  }

  @Override
  public Made tooLarge(Source source) {
    return made(source, summarizer.tooLarge(source.size()));
  }

  private Made made(Source source, Summary summary) {
    if (summary instanceof Summary.Rejected rejected) {
      return new Made(
          Outcome.Status.REJECTED,
          Optional.of(rejected.reason().code()),
          summarizer.documents(source, summary));
    }
    boolean isShort = summary instanceof Summary.Summarized summarized && summarized.isShort();
    return new Made(
        isShort ? Outcome.Status.SHORT : Outcome.Status.SUMMARIZED,
        Optional.empty(),
        summarizer.documents(source, summary));
  }
}
