package dev.nutgraf.s3;

import dev.nutgraf.summary.LengthSetting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The state of an article, as far as its outputs depend on it. Two observations with equal states
 * observed the same article.
 *
 * @param eTag the article's entity tag, without quotes
 * @param lastModified the time of its last write, to the second
 * @param details a hash of everything else that its documents depend on, so that a second write
 *     within the same second is a different state
 */
record ArticleState(String eTag, Instant lastModified, String details) {
  /** The bytes of a SHA-256 hash that are kept: 64 bits, as it only tells apart writes of a key. */
  private static final int DETAILS_BYTES = 8;

  static ArticleState of(StoredObject object) {
    StringJoiner details = new StringJoiner("\n");
    details.add(object.versionId().orElse(""));
    details.add(object.contentType().orElse(""));
    details.add(object.contentEncoding().orElse(""));
    for (LengthSetting setting : LengthSetting.values()) {
      details.add(object.metadata().getOrDefault(setting.metadataName(), ""));
    }
    return new ArticleState(
        object.eTag(),
        object.lastModified().truncatedTo(ChronoUnit.SECONDS),
        hash(details.toString()));
  }

  // Explicit, because a record's generated methods are linked at run time, which delays cold
  // starts.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArticleState o
        && eTag.equals(o.eTag)
        && lastModified.equals(o.lastModified)
        && details.equals(o.details);
  }

  @Override
  public int hashCode() {
    return 31 * eTag.hashCode() + details.hashCode();
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DETAILS_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
