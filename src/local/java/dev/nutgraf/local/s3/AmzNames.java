package dev.nutgraf.local.s3;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names {@code x-amz-...} of a request, which switch on features of S3. A header of a feature
 * that isn't supported, such as tags, access control, storage classes and encryption, would
 * otherwise be dropped without a word. Presigned URLs have the same names as parameters.
 */
final class AmzNames {
  private static final String PREFIX = "x-amz-";

  private static final Set<String> SUPPORTED =
      Set.of(
          // Signatures, which aren't checked.
          "x-amz-algorithm",
          "x-amz-content-sha256",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-expires",
          "x-amz-security-token",
          "x-amz-signature",
          "x-amz-signedheaders",
          "x-amz-user-agent",
          // Content.
          "x-amz-decoded-content-length",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-te",
          "x-amz-trailer",
          "x-amz-copy-source",
          "x-amz-copy-source-if-match",
          "x-amz-copy-source-if-none-match",
          "x-amz-copy-source-range",
          "x-amz-metadata-directive",
          "x-amz-mp-object-size",
          // Attributes that no object here has, such as RestoreStatus.
          "x-amz-optional-object-attributes");

  private static final Set<String> SUPPORTED_PREFIXES = Set.of("x-amz-meta-", "x-amz-checksum-");

  /** Values that ask for what every object has. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "x-amz-storage-class", "STANDARD",
          "x-amz-tagging-directive", "COPY",
          "x-amz-acl", "private");

  private AmzNames() {}

  /**
   * Checks the headers or parameters of a request.
   *
   * @throws S3Exception if one belongs to a feature that isn't supported
   */
  static void check(Map<String, String> values) {
    Set<String> unsupported = new TreeSet<>();
    values.forEach(
        (name, value) -> {
          String lower = S3Request.lower(name);
          if (lower.startsWith(PREFIX)
              && !SUPPORTED.contains(lower)
              && SUPPORTED_PREFIXES.stream().noneMatch(lower::startsWith)
              && !value.equals(DEFAULTS.get(lower))) {
            unsupported.add(lower);
          }
        });
    if (!unsupported.isEmpty()) {
      throw S3Exception.notImplemented(
          "The local S3 doesn't support " + String.join(", ", unsupported));
    }
  }
}
