package dev.nutgraf.summary;

import java.util.Optional;

/**
 * Stored object that an article was read from, in S3's terms.
 *
 * @param bucket its bucket
 * @param key its key, decoded
 * @param versionId its version, if the bucket is versioned
 * @param eTag its entity tag, without quotes
 * @param size its stored size in bytes
 * @param contentType its declared media type
 * @param lastModified time it was written, ISO 8601 in UTC
 */
public record Source(
    String bucket,
    String key,
    Optional<String> versionId,
    String eTag,
    long size,
    Optional<String> contentType,
    String lastModified) {}
