package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.Document.Kind;
import dev.nutgraf.summary.LengthSetting;
import dev.nutgraf.summary.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine whose documents name their input. It rejects articles that start with {@code bad}, and
 * makes a page of those that start with {@code other}.
 *
 * @param fingerprint distinguishes engines
 */
record ModelGenerator(String fingerprint) implements DocumentGenerator {

  @Override
  public long maxArticleBytes() {
    return 2 * ModelS3.ARTICLE_BYTES;
  }

  @Override
  public Generated generate(Source source, ArticleFile file, Map<LengthSetting, String> overrides) {
    String article = new String(file.bytes(), StandardCharsets.UTF_8);
    String summary = fingerprint + " on " + article + " in " + overrides;
    Document metadata =
        document(
            Kind.METADATA,
            summary + " at " + source.lastModified() + source.versionId().orElse(""));
    if (article.startsWith("bad")) {
      return new Generated(Status.REJECTED, Optional.of("binary"), List.of(metadata));
    }
    Document text = document(Kind.SUMMARY, summary);
    return new Generated(
        Status.SUMMARIZED,
        Optional.empty(),
        article.startsWith("other")
            ? List.of(text, document(Kind.PAGE, "page " + summary), metadata)
            : List.of(text, metadata));
  }

  @Override
  public Generated generateTooLarge(Source source) {
    throw new AssertionError("The model has no large article");
  }

  private static Document document(Kind kind, String content) {
    return new Document(kind, content.getBytes(StandardCharsets.UTF_8));
  }
}
