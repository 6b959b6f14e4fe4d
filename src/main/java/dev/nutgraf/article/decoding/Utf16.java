package dev.nutgraf.article.decoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognizes UTF-16 without a byte order mark.
 *
 * <p>Read in the right byte order, text has common characters (ASCII, CJK space, comma and full
 * stop) and no unassigned or private ones. In the wrong order, or in another character set, one of
 * the two fails. The order with more common characters wins.
 */
final class Utf16 {
  /** Bytes examined. */
  private static final int SAMPLE = 1 << 12;

  /** Text in any script has at least one common character in this many. */
  private static final int COMMON_EVERY = 50;

  private Utf16() {}

  static Optional<Charset> recognize(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE) & ~1;
    int littleEndian = commonCharacters(bytes, length, 0, 1);
    int bigEndian = commonCharacters(bytes, length, 1, 0);
    int needed = Math.max(1, length / 2 / COMMON_EVERY);
    if (length == 0 || bytes.length % 2 != 0 || Math.max(littleEndian, bigEndian) < needed) {
      return Optional.empty();
    }
    return Optional.of(
        littleEndian > bigEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  /** Returns whether the sample is ASCII without NUL bytes, so that UTF-16 can be excluded. */
  static boolean isAscii(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
      if (bytes[i] <= 0) {
        return false;
      }
    }
    return true;
  }

  /** Counts common characters; returns -1 if a character can't occur in text. */
  private static int commonCharacters(byte[] bytes, int length, int low, int high) {
    int common = 0;
    for (int i = 0; i < length; i += 2) {
      int c = (bytes[i + low] & 0xFF) | (bytes[i + high] & 0xFF) << 8;
      if (c < 0x80) {
        if (c < ' ' && (c < '\t' || c > '\r')) {
          return -1;
        }
        common++;
      } else if ((c >= 0x3000 && c <= 0x3002) || c == 0xFF0C) {
        common++;
      } else if (!Character.isDefined(c) || Character.getType(c) == Character.PRIVATE_USE) {
        return -1;
      }
    }
    return common;
  }
}
