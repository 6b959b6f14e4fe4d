package dev.nutgraf.local.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Lets in the drop zone's own page and nobody else. Any page that the browser has open can send
 * requests to loopback; it is told apart by what it cannot forge: the Host header (a foreign name
 * that resolves to loopback), the Origin and Sec-Fetch-Site headers (a foreign page), and for all
 * that changes anything a token that only the page itself was given.
 */
final class RequestGuard {
  static final String TOKEN_HEADER = "X-Nutgraf-Token";

  private static final int TOKEN_BYTES = 24;
  private static final List<String> OWN_SITE = List.of("same-origin", "none");

  private final String token;

  RequestGuard() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    token = HexFormat.of().formatHex(random);
  }

  /** What requests that change something must carry in {@value #TOKEN_HEADER}. */
  String token() {
    return token;
  }

  /**
   * Checks a request.
   *
   * @throws RefusedRequestException unless it may pass
   */
  void check(Context request, int port) {
    String host = Optional.ofNullable(request.header("Host")).orElse("");
    if (!host.equals("127.0.0.1:" + port) && !host.equals("localhost:" + port)) {
      throw new RefusedRequestException(
          403, "The drop zone answers to 127.0.0.1 and localhost only.");
    }
    boolean looks =
        request.method().equals(HandlerType.GET) || request.method().equals(HandlerType.HEAD);
    boolean foreign =
        !Optional.ofNullable(request.header("Origin"))
                .orElse("http://" + host)
                .equals("http://" + host)
            || !OWN_SITE.contains(
                Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("none"));
    // A link to the front page may stand anywhere: it shows nothing to the page that holds it.
    if (foreign && !(looks && request.path().equals("/"))) {
      throw new RefusedRequestException(403, "The drop zone answers to its own page only.");
    }
    if (!looks && !isToken(Optional.ofNullable(request.header(TOKEN_HEADER)).orElse(""))) {
      throw new RefusedRequestException(403, "This page is from an earlier run: reload it.");
    }
  }

  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
