package dev.nutgraf.local.s3;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Refuses requests of web pages. The server listens on loopback, but a browser on the same machine
 * reaches it too: by a foreign name that resolves to loopback (shown by the Host header) or from a
 * foreign page (shown by the Origin header).
 */
final class LoopbackOnly {

  private LoopbackOnly() {}

  static void check(Headers headers) {
    String host = headers.getFirst("Host");
    String origin = headers.getFirst("Origin");
    if (host == null || !isLoopback("http://" + host) || (origin != null && !isLoopback(origin))) {
      throw new S3Exception(
          403, "AccessDenied", "The local S3 is available as 127.0.0.1, [::1] and localhost only.");
    }
  }

  private static boolean isLoopback(String uri) {
    try {
      String host = new URI(uri).getHost();
      return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
