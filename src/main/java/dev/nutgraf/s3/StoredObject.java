package dev.nutgraf.s3;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What S3 says of a stored object.
 *
 * @param eTag its entity tag, without quotes
 * @param size in bytes
 * @param lastModified to the second
 * @param versionId its version, where the bucket keeps versions
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
