package dev.nutgraf.s3;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The description of an object in S3, without its content.
 *
 * @param eTag its entity tag, without quotes
 * @param size in bytes
 * @param lastModified the time of its last write; S3 reports seconds
 * @param versionId its version; absent in a bucket without versioning
 * @param contentType its declared media type
 * @param contentEncoding its declared content coding
 * @param metadata its user metadata, names in lower case
 */
public record StoredObject(
    String eTag,
    long size,
    Instant lastModified,
    Optional<String> versionId,
    Optional<String> contentType,
    Optional<String> contentEncoding,
    Map<String, String> metadata) {

  /** Copies the metadata. */
  public StoredObject {
    metadata = Map.copyOf(metadata);
  }
}
