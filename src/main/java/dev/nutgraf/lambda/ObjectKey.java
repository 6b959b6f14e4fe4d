package dev.nutgraf.lambda;

import org.jspecify.annotations.Nullable;

/**
 * The bucket and key of an object in an event.
 *
 * @param key the key as it is, decoded
 */
record ObjectKey(String bucket, String key) {
  // Explicit, because a record's generated methods are linked at run time, which delays cold
  // starts.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectKey o && bucket.equals(o.bucket) && key.equals(o.key);
  }

  @Override
  public int hashCode() {
    return 31 * bucket.hashCode() + key.hashCode();
  }
}
