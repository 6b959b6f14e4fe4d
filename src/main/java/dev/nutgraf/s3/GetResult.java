package dev.nutgraf.s3;

import java.util.Optional;

/** The result of reading an object. */
public sealed interface GetResult {

  /** Returns the description of the object; empty if it is absent or archived. */
  default Optional<StoredObject> object() {
    return Optional.empty();
  }

  /** No object has the key. */
  record Absent() implements GetResult {}

  /** The object is in an archive storage class and unreadable until it is restored. */
  record Archived() implements GetResult {}

  /** The caller didn't want the content; it wasn't read. */
  record Unread(StoredObject description) implements GetResult {

    @Override
    public Optional<StoredObject> object() {
      return Optional.of(description);
    }
  }

  /** The object and its whole content. */
  @SuppressWarnings("ArrayRecordComponent") // up to 50 MB: passed on, never compared or copied
  record Content(StoredObject description, byte[] bytes) implements GetResult {

    @Override
    public Optional<StoredObject> object() {
      return Optional.of(description);
    }
  }
}
