package dev.nutgraf.s3;

import java.time.Instant;

/**
 * An article as ListObjectsV2 reports it.
 *
 * @param eTag its entity tag, without quotes
 * @param lastModified the time of its last write
 */
public record ListedObject(String eTag, Instant lastModified) {}
