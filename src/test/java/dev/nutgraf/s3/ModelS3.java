package dev.nutgraf.s3;

import dev.nutgraf.s3.Bucket.WriteResult;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.LengthSetting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model of S3 as an immutable value: one article, its outputs, and requests that lead from one
 * state to the next. An output's entity tag is its content, so equal contents have equal tags.
 */
final class ModelS3 {
  static final String KEY = "a";

  /** The stated size of every article: large enough to be read only if it must be. */
  static final int ARTICLE_BYTES = 2 * (int) Reconciler.MAX_UNCONDITIONAL_BYTES;

  static final ModelS3 EMPTY = new ModelS3(Optional.empty(), Map.of());

  private final Optional<Version> article;
  private final Map<String, StoredObject> outputs;
  private final int hash;

  /** A state with an article, if present, and the objects of the summary bucket by key. */
  ModelS3(Optional<Version> article, Map<String, StoredObject> outputs) {
    this.article = article;
    this.outputs = outputs;
    // Computed once: every explored state is looked up in a hash map.
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
   * @param object its description
   * @param result the answer to reading it
   */
  record Version(StoredObject object, GetResult result) {

    /**
     * Returns the version written as the {@code number}th. Versions 1 and 2 share a second, as do
     * versions 3 and 4, and so on.
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
          ARTICLE_BYTES,
          Instant.ofEpochSecond((number + 1) / 2),
          Optional.of("v" + number),
          Optional.empty(),
          Optional.empty(),
          sentences.map(n -> Map.of(LengthSetting.SENTENCES.metadataName(), n)).orElse(Map.of()));
    }
  }

  /** A request of a reconciler. */
  sealed interface Call {

    /** Returns whether the request may change an output. */
    default boolean writes() {
      return this instanceof Put || this instanceof Delete;
    }

    /** Returns whether the answer depends on the article. */
    default boolean readsArticle() {
      return this instanceof HeadArticle || this instanceof GetArticle;
    }

    /** Returns whether the answer to this read depends on a write. */
    default boolean observes(Call write) {
      return this instanceof HeadOutput head
          && ((write instanceof Put put && put.key().equals(head.key()))
              || (write instanceof Delete delete && delete.key().equals(head.key())));
    }
  }

  record HeadArticle() implements Call {}

  record GetArticle() implements Call {}

  record HeadOutput(String key) implements Call {}

  /** A conditional write: If-Match, or If-None-Match if {@code ifMatch} is absent. */
  record Put(String key, String content, Map<String, String> metadata, Optional<String> ifMatch)
      implements Call {}

  record Delete(String key, String ifMatch) implements Call {}

  /** The answer to a request and the state after it. */
  record Answered(ModelS3 s3, Object answer) {}

  ModelS3 withArticle(Optional<Version> version) {
    return new ModelS3(version, outputs);
  }

  Answered answer(Call call) {
    if (call instanceof HeadArticle) {
      return new Answered(this, article.map(Version::object));
    }
    if (call instanceof GetArticle) {
      return new Answered(this, article.map(Version::result).orElse(new GetResult.Absent()));
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

  /** Returns the request that writes a document. */
  static Put put(
      String key, Document document, Map<String, String> metadata, Optional<String> ifMatch) {
    return new Put(key, new String(document.bytes(), StandardCharsets.UTF_8), metadata, ifMatch);
  }
}
