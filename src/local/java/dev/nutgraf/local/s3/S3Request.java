package dev.nutgraf.local.s3;

import com.sun.net.httpserver.Headers;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A decoded request: path style, its body without aws-chunked framing.
 *
 * @param call the operation, bucket and key
 * @param query the parameters by name; a parameter without a value has an empty one
 * @param headers the headers and trailers, names in lower case
 * @param body the content
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared or changed
record S3Request(S3Call call, Map<String, String> query, Map<String, String> headers, byte[] body) {

  private static final int MAX_KEY_BYTES = 1024;

  /**
   * Reads a request.
   *
   * @param rawPath the path as sent, percent-encoded
   * @param rawQuery the query as sent or empty
   * @param sent the headers as sent
   * @param rawBody the body as sent
   * @throws S3Exception if it is none of the operations of {@link S3Operation}
   */
  static S3Request read(
      String method, String rawPath, String rawQuery, Headers sent, byte[] rawBody) {
    int slash = rawPath.indexOf('/', 1);
    String bucket = decode(rawPath.substring(1, slash < 0 ? rawPath.length() : slash));
    String key = slash < 0 ? "" : decode(rawPath.substring(slash + 1));
    if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
      throw new S3Exception(400, "KeyTooLongError", "Your key is too long");
    }
    Map<String, String> query = query(rawQuery);
    Map<String, String> headers = new TreeMap<>();
    // The server's map may not outlive the exchange, and its names are capitalized.
    sent.forEach((name, values) -> headers.put(lower(name), String.join(",", values)));
    AmzNames.check(headers);
    AmzNames.check(query);
    S3Operation operation =
        S3Operation.of(method, bucket, key, query, headers.containsKey("x-amz-copy-source"))
            .orElseThrow(
                () ->
                    S3Exception.notImplemented(
                        "The local S3 doesn't support this request: "
                            + method
                            + " with parameters "
                            + query.keySet()));
    S3Call call = new S3Call(operation, bucket, key, Map.copyOf(headers));
    byte[] body = rawBody;
    if (AwsChunked.applies(headers)) {
      AwsChunked.Decoded content = AwsChunked.decode(rawBody);
      body = content.bytes();
      checkLength(headers.get("x-amz-decoded-content-length"), body.length);
      headers.putAll(content.trailers());
    }
    return new S3Request(call, query, headers, body);
  }

  private static void checkLength(@Nullable String declared, int length) {
    if (declared != null && !declared.equals(String.valueOf(length))) {
      throw new S3Exception(
          400,
          "IncompleteBody",
          "x-amz-decoded-content-length is %s, but the body has %d bytes."
              .formatted(declared, length));
    }
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  String key() {
    return call.key();
  }

  /** Percent-decodes a text; rejects bytes that aren't UTF-8, so that no two keys become one. */
  static String decode(String encoded) {
    byte[] bytes = new byte[encoded.length() * 3];
    int length = 0;
    for (int i = 0; i < encoded.length(); ) {
      if (encoded.charAt(i) == '%') {
        int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
        int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw invalidUri();
        }
        bytes[length++] = (byte) ((high << 4) | low);
        i += 3;
      } else {
        int point = encoded.codePointAt(i);
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
          bytes[length++] = b;
        }
        i += Character.charCount(point);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw invalidUri();
    }
  }

  /** Percent-encodes all characters except unreserved ones and slashes. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  private static Map<String, String> query(String rawQuery) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decodeForm(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        query.put(name, equals < 0 ? "" : decodeForm(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decodeForm(String encoded) {
    return decode(encoded.replace('+', ' '));
  }

  static String lower(String name) {
    // Stored with every object: interned to share one copy.
    return name.toLowerCase(Locale.ROOT).intern();
  }

  private static S3Exception invalidUri() {
    return new S3Exception(400, "InvalidURI", "Couldn't parse the specified URI.");
  }
}
