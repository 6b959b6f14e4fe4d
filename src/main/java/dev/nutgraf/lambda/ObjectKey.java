package dev.nutgraf.lambda;

import org.jspecify.annotations.Nullable;

/**
 * An object that an event names.
 *
 * @param bucket its bucket
 * @param key its key, not encoded
 */
record ObjectKey(String bucket, String key) {
  // Spelled out: what a record has by itself is linked at run time, which delays a cold start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectKey o && bucket.equals(o.bucket) && key.equals(o.key);
  }

  @Override
  public int hashCode() {
    return 31 * bucket.hashCode() + key.hashCode();
  }
}
