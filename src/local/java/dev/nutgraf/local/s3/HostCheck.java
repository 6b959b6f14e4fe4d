package dev.nutgraf.local.s3;

import com.sun.net.httpserver.Headers;
import dev.nutgraf.local.http.ListenAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Refuses requests of web pages, which reach the server through a browser on a machine that can
 * connect: by a foreign name that resolves to the server's address (shown by the Host header), from
 * a foreign page (shown by the Origin header) or by a link of one (shown by Sec-Fetch-Site).
 */
final class HostCheck {

  /** No site, as for an address that was typed, or the server's own. */
  private static final Set<String> OWN_SITE = Set.of("none", "same-origin");

  private HostCheck() {}

  static void check(ListenAddress address, Headers headers) {
    String host = headers.getFirst("Host");
    String origin = headers.getFirst("Origin");
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null && !OWN_SITE.contains(site)) {
      throw new S3Exception(
          403, "AccessDenied", "The local S3 doesn't answer to requests of other websites.");
    }
    if (host == null
        || !isAllowed(address, "http://" + host)
        || (origin != null && !isAllowed(address, origin))) {
      throw new S3Exception(
          403,
          "AccessDenied",
          "The local S3 answers to 127.0.0.1, [::1] and localhost, and to no other host unless"
              + " serve --allow-host HOST names it.");
    }
  }

  private static boolean isAllowed(ListenAddress address, String uri) {
    try {
      String host = new URI(uri).getHost();
      return host != null && address.allows(host);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
