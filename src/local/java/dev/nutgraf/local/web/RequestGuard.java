package dev.nutgraf.local.web;

import dev.nutgraf.local.http.ListenAddress;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Refuses requests that don't come from the drop zone's own page. Every page open in a browser can
 * send requests to the server, on loopback too. The guard checks what such a page can't forge: the
 * Host header (a foreign name that resolves to loopback), the Origin and Sec-Fetch-Site headers (a
 * foreign page), and for every change a token that only the drop zone's page contains.
 */
final class RequestGuard {
  static final String TOKEN_HEADER = "X-Nutgraf-Token";

  private static final int TOKEN_BYTES = 24;
  private static final List<String> OWN_SITE = List.of("same-origin", "none");

  private final ListenAddress address;
  private final String token;

  RequestGuard(ListenAddress address) {
    this.address = address;
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    token = HexFormat.of().formatHex(random);
  }

  /** The value of {@value #TOKEN_HEADER} that changing requests need. */
  String token() {
    return token;
  }

  /**
   * Checks a request to the server on {@code port}.
   *
   * @throws RefusedRequestException if it is refused
   */
  void check(Context request, int port) {
    String host = Optional.ofNullable(request.header("Host")).orElse("");
    String suffix = ":" + port;
    if (!host.endsWith(suffix)
        || !address.allows(host.substring(0, host.length() - suffix.length()))) {
      throw new RefusedRequestException(
          403,
          "The drop zone answers to 127.0.0.1 and localhost, and to no other host unless serve"
              + " --allow-host HOST names it.");
    }
    boolean reads =
        request.method().equals(HandlerType.GET) || request.method().equals(HandlerType.HEAD);
    boolean foreign =
        !Optional.ofNullable(request.header("Origin"))
                .orElse("http://" + host)
                .equals("http://" + host)
            || !OWN_SITE.contains(
                Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("none"));
    // Links from other sites may open the front page; they can't read it.
    if (foreign && !(reads && request.path().equals("/"))) {
      throw new RefusedRequestException(
          403, "The drop zone accepts requests of its own page only.");
    }
    if (!reads && !isToken(Optional.ofNullable(request.header(TOKEN_HEADER)).orElse(""))) {
      throw new RefusedRequestException(403, "This page belongs to an earlier run; reload it.");
    }
  }

  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
