package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.Source;
import java.util.List;
import java.util.Optional;

/** Makes the documents of an article; the same input always gives the same bytes. */
public interface DocumentMaker {

  /** Differs, in printable ASCII without spaces, whenever an article might get other documents. */
  String fingerprint();

  /** The size in bytes past which an article is rejected unread. */
  long maxArticleBytes();

  /**
   * The documents of an article.
   *
   * @param sentences the number of sentences that the article asks for itself
   */
  Made make(Source source, ArticleFile file, Optional<String> sentences);

  /** The documents of an article that is too large to be read. */
  Made tooLarge(Source source);

  /**
   * What was made.
   *
   * @param status {@code SUMMARIZED}, {@code SHORT} or {@code REJECTED}
   * @param rejection the stable code of a rejection
   * @param documents in the order they are to be written
   */
  record Made(Outcome.Status status, Optional<String> rejection, List<Document> documents) {

    /** Copies the list. */
    public Made {
      documents = List.copyOf(documents);
    }
  }
}
