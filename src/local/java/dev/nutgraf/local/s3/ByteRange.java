package dev.nutgraf.local.s3;

import java.util.Optional;

/**
 * A range of an object's bytes.
 *
 * @param start the first byte
 * @param end the end, exclusive
 */
record ByteRange(int start, int end) {

  private static final String UNIT = "bytes=";

  /**
   * Reads {@code bytes=0-99}, {@code bytes=100-} or {@code bytes=-100}. Anything else, including
   * several ranges, means the whole object and returns empty.
   *
   * @throws S3Exception if the range is outside the object
   */
  static Optional<ByteRange> of(String header, int size) {
    int dash = header.indexOf('-');
    if (!header.startsWith(UNIT) || dash < 0) {
      return Optional.empty();
    }
    String first = header.substring(UNIT.length(), dash);
    String last = header.substring(dash + 1);
    try {
      long start =
          first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
      long end = first.isEmpty() || last.isEmpty() ? size : Long.parseLong(last) + 1;
      if (start >= size || start >= end) {
        throw new S3Exception(416, "InvalidRange", "The requested range is not satisfiable");
      }
      return Optional.of(new ByteRange((int) start, (int) Math.min(end, size)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String contentRange(int size) {
    return "bytes " + start + "-" + (end - 1) + "/" + size;
  }
}
