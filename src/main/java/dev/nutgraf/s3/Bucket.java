package dev.nutgraf.s3;

import dev.nutgraf.summary.Document;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The operations that reconciling needs of an S3 bucket, with S3's semantics: every call is atomic,
 * a call that throws may or may not have taken effect, and an object is reported absent only if the
 * store said so (403 is an exception, never absence).
 */
public interface Bucket {

  /** The bucket's name. */
  String name();

  /** Reads the description of an object, without its content; empty if the object is absent. */
  Optional<StoredObject> head(String key);

  /**
   * Reads a whole object.
   *
   * @param wanted decides by the object's description whether its content is read; it may take its
   *     time, and is asked again if the request is retried
   */
  GetResult get(String key, Predicate<StoredObject> wanted);

  /**
   * Writes an object if the key is free.
   *
   * @param metadata the object's user metadata, ASCII
   */
  WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata);

  /**
   * Replaces the object that has a given entity tag.
   *
   * @param metadata the object's user metadata, ASCII
   * @param eTag the entity tag, without quotes
   */
  WriteResult putIfMatch(String key, Document document, Map<String, String> metadata, String eTag);

  /**
   * Deletes the object that has a given entity tag.
   *
   * @param eTag the entity tag, without quotes
   */
  WriteResult deleteIfMatch(String key, String eTag);

  /** The result of a conditional write. */
  enum WriteResult {
    /** The write took effect. */
    DONE,
    /**
     * The object wasn't in the expected state (404, 409 or 412). The write had no effect, unless an
     * earlier attempt among the client's own retries succeeded; only a new observation can tell.
     */
    PRECONDITION_FAILED
  }
}
