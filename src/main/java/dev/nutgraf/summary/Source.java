package dev.nutgraf.summary;

import java.util.Optional;

/**
 * The stored object an article was read from, in S3's own terms.
 *
 * @param bucket its bucket
 * @param key its key, not encoded
 * @param versionId its version, where the bucket keeps versions
 * @param eTag its entity tag, without quotes
 * @param size its stored size in bytes
 * @param contentType its declared media type
 * @param lastModified when it was written, ISO 8601 in UTC
 */
public record Source(
    String bucket,
    String key,
    Optional<String> versionId,
    String eTag,
    long size,
    Optional<String> contentType,
    String lastModified) {}
