package dev.nutgraf.s3;

/** The answer to reading an object. */
public sealed interface Fetched {

  /** There is none. */
  record Absent() implements Fetched {}

  /** It lies in an archive storage class and cannot be read until it is restored. */
  record Archived() implements Fetched {}

  /** It has more bytes than asked for, and they were not read. */
  record TooLarge(StoredObject object) implements Fetched {}

  /** Its content, whole. */
  @SuppressWarnings("ArrayRecordComponent") // up to 50 MB: handed over, never compared or copied
  record Content(StoredObject object, byte[] bytes) implements Fetched {}
}
