package dev.nutgraf.local.s3;

import java.time.Instant;

/**
 * The content of an S3 event notification: an object was written or removed.
 *
 * @param type what happened
 * @param bucket the bucket's name
 * @param key the object's key, not URL-encoded
 * @param size the object's length in bytes; 0 for a removal
 * @param eTag the object's ETag without quotes; empty for a removal
 * @param sequencer hexadecimal, of fixed length: of two events of one key, the later has the
 *     greater one
 * @param time when it happened
 */
public record ObjectEvent(
    Type type, String bucket, String key, long size, String eTag, String sequencer, Instant time) {

  /** The event types, by S3's names. */
  public enum Type {
    /** PutObject. */
    CREATED_PUT("ObjectCreated:Put"),
    /** CopyObject. */
    CREATED_COPY("ObjectCreated:Copy"),
    /** CompleteMultipartUpload. */
    CREATED_MULTIPART("ObjectCreated:CompleteMultipartUpload"),
    /** DeleteObject and DeleteObjects. */
    REMOVED("ObjectRemoved:Delete");

    private final String eventName;

    Type(String eventName) {
      this.eventName = eventName;
    }

    /** The name in a notification record, without the {@code s3:} of a bucket's configuration. */
    public String eventName() {
      return eventName;
    }
  }
}
