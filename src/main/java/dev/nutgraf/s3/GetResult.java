package dev.nutgraf.s3;

/** The answer to reading an object. */
public sealed interface GetResult {

  /** There is none. */
  record Absent() implements GetResult {}

  /** It lies in an archive storage class and cannot be read until it is restored. */
  record Archived() implements GetResult {}

  /** It has more bytes than asked for, and they were not read. */
  record TooLarge(StoredObject object) implements GetResult {}

  /** Its content, whole. */
  @SuppressWarnings("ArrayRecordComponent") // up to 50 MB: handed over, never compared or copied
  record Content(StoredObject object, byte[] bytes) implements GetResult {}
}
