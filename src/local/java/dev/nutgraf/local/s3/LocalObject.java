package dev.nutgraf.local.s3;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * An immutable object; a write replaces it.
 *
 * @param content the bytes
 * @param eTag the ETag in its quotes
 * @param lastModified when it was written, whole seconds
 * @param headers system and user metadata, as headers in lower case
 * @param checksums the {@code x-amz-checksum-*} headers it was written with
 */
record LocalObject(
    ObjectContent content,
    String eTag,
    Instant lastModified,
    Map<String, String> headers,
    Map<String, String> checksums) {

  private static final DateTimeFormatter LISTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter HTTP =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /** Returns the same object with its content in a store. */
  LocalObject keptIn(ContentStore store) {
    return new LocalObject(store.keep(content), eTag, lastModified, headers, checksums);
  }

  /** The time in the format of lists and copy results. */
  String listedTime() {
    return LISTED.format(lastModified);
  }

  /** The time in the format of headers. */
  String httpTime() {
    return HTTP.format(lastModified);
  }

  String plainETag() {
    return eTag.substring(1, eTag.length() - 1);
  }
}
