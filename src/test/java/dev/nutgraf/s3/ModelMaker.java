package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.Document.Kind;
import dev.nutgraf.summary.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An engine whose documents say what they were made of; articles that start with {@code bad} are
 * rejected.
 *
 * @param fingerprint tells one engine from another
 */
record ModelMaker(String fingerprint) implements DocumentMaker {

  @Override
  public long maxArticleBytes() {
    return 1_000;
  }

  @Override
  public Made make(Source source, ArticleFile file, Optional<String> sentences) {
    String article = new String(file.bytes(), StandardCharsets.UTF_8);
    String summary = fingerprint + " on " + article + " in " + sentences.orElse("3");
    Document metadata =
        document(
            Kind.METADATA,
            summary + " at " + source.lastModified() + source.versionId().orElse(""));
    return article.startsWith("bad")
        ? new Made(Status.REJECTED, Optional.of("binary"), List.of(metadata))
        : new Made(
            Status.SUMMARIZED,
            Optional.empty(),
            List.of(document(Kind.SUMMARY, summary), metadata));
  }

  @Override
  public Made tooLarge(Source source) {
    throw new AssertionError("No article of the model is large");
  }

  private static Document document(Kind kind, String content) {
    return new Document(kind, content.getBytes(StandardCharsets.UTF_8));
  }
}
