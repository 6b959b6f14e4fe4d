package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.LengthSetting;
import dev.nutgraf.summary.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generates the documents of an article; the same input always gives the same bytes. */
public interface DocumentGenerator {

  /**
   * Identifies the engine and its settings: printable ASCII without spaces that differs whenever an
   * article might get different documents.
   */
  String fingerprint();

  /** The stored size in bytes above which an article is rejected unread. */
  long maxArticleBytes();

  /**
   * Generates the documents of an article.
   *
   * @param overrides the length that the article's user metadata asks for, unchecked
   * @throws EngineException if the engine fails on this article
   */
  Generated generate(Source source, ArticleFile file, Map<LengthSetting, String> overrides);

  /** Generates the documents of an article that is too large to be read. */
  Generated generateTooLarge(Source source);

  /**
   * The documents of an article.
   *
   * @param status {@code SUMMARIZED}, {@code SHORT} or {@code REJECTED}
   * @param rejection the stable code of a rejection
   * @param documents in the order in which they must be written
   */
  record Generated(Outcome.Status status, Optional<String> rejection, List<Document> documents) {

    /** Copies the list. */
    public Generated {
      documents = List.copyOf(documents);
    }
  }
}
