package dev.nutgraf.local.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Verifies the checksums that a request declares for its body. */
final class Checksums {

  private static final String PREFIX = "x-amz-checksum-";
  private static final Set<String> NO_VALUES =
      Set.of(PREFIX + "algorithm", PREFIX + "type", PREFIX + "mode");
  private static final long CRC64_NVME_REVERSED = 0x9A6C9329AC4BC9B5L;

  private Checksums() {}

  /**
   * Verifies every checksum that a request declares.
   *
   * @return the {@code x-amz-checksum-*} headers, to be stored with the object
   * @throws S3Exception if one doesn't match the body or is unknown
   */
  static Map<String, String> verify(Map<String, String> headers, byte[] body) {
    String md5 = headers.get("content-md5");
    if (md5 != null && !Arrays.equals(base64(md5, 16, "InvalidDigest"), digest("MD5", body))) {
      throw new S3Exception(
          400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
    String sha256 = headers.getOrDefault("x-amz-content-sha256", "");
    if (sha256.length() == 64
        && !sha256.equalsIgnoreCase(HexFormat.of().formatHex(digest("SHA-256", body)))) {
      throw new S3Exception(
          400,
          "XAmzContentSHA256Mismatch",
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
    Map<String, String> kept = new TreeMap<>();
    headers.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !NO_VALUES.contains(name)) {
            String algorithm = name.substring(PREFIX.length()).toUpperCase(Locale.ROOT);
            byte[] actual = compute(algorithm, body);
            if (!Arrays.equals(base64(value, actual.length, "InvalidRequest"), actual)) {
              throw new S3Exception(
                  400,
                  "BadDigest",
                  "The " + algorithm + " you specified did not match the calculated checksum.");
            }
            kept.put(name, value);
          }
        });
    return kept;
  }

  /** MD5 in lower-case hexadecimal digits: the ETag of an object that was written in one piece. */
  static String md5Hex(byte[] body) {
    return HexFormat.of().formatHex(digest("MD5", body));
  }

  static byte[] digest(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static byte[] compute(String algorithm, byte[] body) {
    return switch (algorithm) {
      case "CRC32" -> bytes(crc(new CRC32(), body), 4);
      case "CRC32C" -> bytes(crc(new CRC32C(), body), 4);
      case "CRC64NVME" -> bytes(crc64Nvme(body), 8);
      case "SHA1" -> digest("SHA-1", body);
      case "SHA256" -> digest("SHA-256", body);
      default ->
          throw S3Exception.notImplemented(
              "The local S3 doesn't support the checksum " + algorithm);
    };
  }

  private static long crc(Checksum checksum, byte[] body) {
    checksum.update(body);
    return checksum.getValue();
  }

  /** CRC-64/NVME of the NVM Express specification: reflected, inverted at both ends. */
  private static long crc64Nvme(byte[] body) {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ CRC64_NVME_REVERSED;
      }
      table[i] = crc;
    }
    long crc = -1;
    for (byte b : body) {
      crc = table[(int) (crc ^ b) & 0xFF] ^ (crc >>> 8);
    }
    return ~crc;
  }

  private static byte[] bytes(long value, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (value >>> (8 * (count - 1 - i)));
    }
    return bytes;
  }

  private static byte[] base64(String value, int length, String code) {
    try {
      byte[] bytes = Base64.getDecoder().decode(value);
      if (bytes.length == length) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // handled below, like a value of the wrong length
    }
    throw new S3Exception(400, code, "A checksum you specified is not valid.");
  }
}
