package dev.nutgraf.s3;

import dev.nutgraf.s3.Bucket.WriteResult;
import dev.nutgraf.summary.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * S3 as reconciling sees it, as a value: one article, its outputs, and requests that turn one state
 * into the next. An output's entity tag is its content, so that equal contents have equal tags.
 */
final class ModelS3 {
  static final String KEY = "a";
  static final ModelS3 EMPTY = new ModelS3(Optional.empty(), Map.of());

  private final Optional<Version> article;
  private final Map<String, StoredObject> outputs;
  private final int hash;

  /** What lies under the key, and what lies in the summary bucket. */
  ModelS3(Optional<Version> article, Map<String, StoredObject> outputs) {
    this.article = article;
    this.outputs = outputs;
    // Asked for with every moment that is looked at.
    this.hash = Objects.hash(article, outputs);
  }

  Optional<Version> article() {
    return article;
  }

  Map<String, StoredObject> outputs() {
    return outputs;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ModelS3 that
            && hash == that.hash
            && article.equals(that.article)
            && outputs.equals(that.outputs));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return article + " " + outputs;
  }

  /**
   * A version of the article.
   *
   * @param object what S3 says of it
   * @param fetched the answer to reading it
   */
  record Version(StoredObject object, GetResult fetched) {

    /**
     * A version that was written as the {@code number}th; the first and second share a second, and
     * so on.
     */
    static Version readable(int number, String content, Optional<String> sentences) {
      return readable(object(number, content, sentences));
    }

    Version archived() {
      return new Version(object, new GetResult.Archived());
    }

    Version restored() {
      return readable(object);
    }

    private static Version readable(StoredObject object) {
      return new Version(
          object, new GetResult.Content(object, object.eTag().getBytes(StandardCharsets.UTF_8)));
    }

    private static StoredObject object(int number, String content, Optional<String> sentences) {
      return new StoredObject(
          content,
          content.length(),
          Instant.ofEpochSecond((number + 1) / 2),
          Optional.of("v" + number),
          Optional.empty(),
          Optional.empty(),
          sentences.map(n -> Map.of(ArticleState.SENTENCES, n)).orElse(Map.of()));
    }
  }

  /** A request of a reconciler. */
  sealed interface Call {

    /** Whether it is one that may change something. */
    default boolean writes() {
      return this instanceof Put || this instanceof Delete;
    }
  }

  record HeadArticle() implements Call {}

  record GetArticle() implements Call {}

  record HeadOutput(String key) implements Call {}

  /** A write; {@code ifMatch} is absent where it asks for absence. */
  record Put(String key, String content, Map<String, String> metadata, Optional<String> ifMatch)
      implements Call {}

  record Delete(String key, String ifMatch) implements Call {}

  /** A state and the answer that led to it. */
  record Answered(ModelS3 s3, Object answer) {}

  ModelS3 withArticle(Optional<Version> version) {
    return new ModelS3(version, outputs);
  }

  Answered answer(Call call) {
    if (call instanceof HeadArticle) {
      return new Answered(this, article.map(Version::object));
    }
    if (call instanceof GetArticle) {
      return new Answered(this, article.map(Version::fetched).orElse(new GetResult.Absent()));
    }
    if (call instanceof HeadOutput head) {
      return new Answered(this, Optional.ofNullable(outputs.get(head.key())));
    }
    if (call instanceof Put put) {
      Optional<String> present =
          Optional.ofNullable(outputs.get(put.key())).map(StoredObject::eTag);
      return present.equals(put.ifMatch())
          ? new Answered(with(put.key(), Optional.of(put)), WriteResult.DONE)
          : new Answered(this, WriteResult.PRECONDITION_FAILED);
    }
    Delete delete = (Delete) call;
    Optional<String> present =
        Optional.ofNullable(outputs.get(delete.key())).map(StoredObject::eTag);
    return present.equals(Optional.of(delete.ifMatch()))
        ? new Answered(with(delete.key(), Optional.empty()), WriteResult.DONE)
        : new Answered(this, WriteResult.PRECONDITION_FAILED);
  }

  private ModelS3 with(String key, Optional<Put> put) {
    Map<String, StoredObject> changed = new TreeMap<>(outputs);
    put.ifPresentOrElse(
        p ->
            changed.put(
                key,
                new StoredObject(
                    p.content(),
                    p.content().length(),
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    p.metadata())),
        () -> changed.remove(key));
    return new ModelS3(article, Map.copyOf(changed));
  }

  /** The request by which a document is written. */
  static Put put(
      String key, Document document, Map<String, String> metadata, Optional<String> ifMatch) {
    return new Put(key, new String(document.bytes(), StandardCharsets.UTF_8), metadata, ifMatch);
  }
}
