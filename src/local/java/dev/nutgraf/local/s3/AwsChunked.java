package dev.nutgraf.local.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code aws-chunked} content coding: chunks of {@code SIZE[;chunk-signature=...]}, bytes, and
 * after the chunk of size zero trailers such as a checksum. Signatures are ignored.
 */
final class AwsChunked {

  /**
   * The decoded body.
   *
   * @param bytes the content
   * @param trailers the trailers, names in lower case
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared or changed
  record Decoded(byte[] bytes, Map<String, String> trailers) {}

  private final byte[] body;
  private int at;

  private AwsChunked(byte[] body) {
    this.body = body;
  }

  static boolean applies(Map<String, String> headers) {
    return headers.getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING-")
        || headers.getOrDefault("content-encoding", "").contains("aws-chunked");
  }

  /** Removes {@code aws-chunked}, which isn't part of the object, from a Content-Encoding. */
  static @Nullable String withoutCoding(String contentEncoding) {
    String rest =
        Arrays.stream(contentEncoding.split(","))
            .map(String::strip)
            .filter(coding -> !coding.equals("aws-chunked"))
            .collect(Collectors.joining(","));
    return rest.isEmpty() ? null : rest;
  }

  static Decoded decode(byte[] body) {
    return new AwsChunked(body).decode();
  }

  private Decoded decode() {
    ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      if (size > body.length - at) {
        throw incomplete();
      }
      content.write(body, at, size);
      at += size;
      if (!line().isEmpty()) {
        throw incomplete();
      }
    }
    Map<String, String> trailers = new TreeMap<>();
    while (at < body.length) {
      String line = line();
      int colon = line.indexOf(':');
      if (colon > 0) {
        trailers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return new Decoded(content.toByteArray(), trailers);
  }

  private int chunkSize() {
    String line = line();
    int semicolon = line.indexOf(';');
    try {
      int size = Integer.parseInt(semicolon < 0 ? line : line.substring(0, semicolon), 16);
      if (size < 0) {
        throw incomplete();
      }
      return size;
    } catch (NumberFormatException e) {
      throw incomplete();
    }
  }

  private String line() {
    for (int end = at; end + 1 < body.length; end++) {
      if (body[end] == '\r' && body[end + 1] == '\n') {
        String line = new String(body, at, end - at, StandardCharsets.US_ASCII);
        at = end + 2;
        return line;
      }
    }
    throw incomplete();
  }

  private static S3Exception incomplete() {
    return new S3Exception(400, "IncompleteBody", "The aws-chunked body ends or breaks early.");
  }
}
