package dev.nutgraf.s3;

/** The result of reading an object. */
public sealed interface GetResult {

  /** No object has the key. */
  record Absent() implements GetResult {}

  /** The object is in an archive storage class and unreadable until it is restored. */
  record Archived() implements GetResult {}

  /** The object exceeds the size limit; its content wasn't read. */
  record TooLarge(StoredObject object) implements GetResult {}

  /** The object and its whole content. */
  @SuppressWarnings("ArrayRecordComponent") // up to 50 MB: passed on, never compared or copied
  record Content(StoredObject object, byte[] bytes) implements GetResult {}
}
