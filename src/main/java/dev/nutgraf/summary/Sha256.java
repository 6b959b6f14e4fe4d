package dev.nutgraf.summary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). */
final class Sha256 {
  /** Characters encoded at once. */
  private static final int PIECE = 1 << 16;

  private Sha256() {}

  /** Returns the hash in lower-case hex digits. */
  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /** Returns the hash of a text in UTF-8, which is encoded piece by piece to save memory. */
  static String hex(String text) {
    MessageDigest digest = sha256();
    for (int at = 0; at < text.length(); at = pieceEnd(text, at)) {
      digest.update(piece(text, at));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns whether bytes are a text in UTF-8, which takes less time than their hash. */
  static boolean isUtf8(byte[] bytes, String text) {
    int from = 0;
    for (int at = 0; at < text.length(); at = pieceEnd(text, at)) {
      byte[] piece = piece(text, at);
      int to = from + piece.length;
      if (to > bytes.length || !Arrays.equals(bytes, from, to, piece, 0, piece.length)) {
        return false;
      }
      from = to;
    }
    return from == bytes.length;
  }

  private static byte[] piece(String text, int start) {
    return text.substring(start, pieceEnd(text, start)).getBytes(StandardCharsets.UTF_8);
  }

  private static int pieceEnd(String text, int start) {
    int end = Math.min(text.length(), start + PIECE);
    boolean half = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return half ? end - 1 : end;
  }

  static byte[] digest(byte[] bytes) {
    return sha256().digest(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
