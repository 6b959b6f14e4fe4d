package dev.nutgraf.s3;

import java.time.Instant;

/**
 * An article as a listing of its bucket shows it.
 *
 * @param eTag its entity tag, without quotes
 * @param lastModified when it was written
 */
public record ListedObject(String eTag, Instant lastModified) {}
