package dev.nutgraf.s3;

import dev.nutgraf.summary.Document;
import java.util.Map;
import java.util.Optional;

/**
 * What reconciling needs of an S3 bucket, with S3's semantics: every call is atomic, a call that
 * throws may or may not have taken effect, and absence is only ever reported where the store said
 * so (an answer of 403 is an exception, never absence).
 */
public interface Bucket {

  /** Its name. */
  String name();

  /** What is stored under a key, without its content; empty where nothing is. */
  Optional<StoredObject> head(String key);

  /**
   * Reads an object whole.
   *
   * @param limit the size in bytes past which the content is not read
   */
  GetResult get(String key, long limit);

  /**
   * Writes an object where none is.
   *
   * @param metadata its user metadata, ASCII
   */
  WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata);

  /**
   * Replaces the object that has a given entity tag.
   *
   * @param metadata its user metadata, ASCII
   */
  WriteResult putIfMatch(String key, Document document, Map<String, String> metadata, String eTag);

  /** Deletes the object that has a given entity tag. */
  WriteResult deleteIfMatch(String key, String eTag);

  /** What became of a conditional write. */
  enum WriteResult {
    /** It took effect. */
    DONE,
    /**
     * It met another state than it was meant for and had no effect; or an earlier attempt of the
     * client's own retries had, which only another look can tell.
     */
    PRECONDITION_FAILED
  }
}
