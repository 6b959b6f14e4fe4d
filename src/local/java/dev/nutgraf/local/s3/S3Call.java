package dev.nutgraf.local.s3;

import java.util.Map;

/**
 * One request, for tests.
 *
 * @param operation the requested operation
 * @param bucket the bucket's name; empty for {@link S3Operation#LIST_BUCKETS}
 * @param key the object's key, decoded; empty for operations on buckets
 * @param headers the request's headers, names in lower case
 */
public record S3Call(
    S3Operation operation, String bucket, String key, Map<String, String> headers) {}
