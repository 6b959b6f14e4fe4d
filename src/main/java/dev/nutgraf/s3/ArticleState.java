package dev.nutgraf.s3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which state of an article: two looks with equal states saw the same article.
 *
 * @param eTag its entity tag, without quotes
 * @param lastModified when it was written, to the second
 * @param details a hash of all else that its documents depend on, so that a second write within the
 *     same second counts
 */
record ArticleState(String eTag, Instant lastModified, String details) {
  /** The user metadata by which an article asks for its own number of sentences. */
  static final String SENTENCES = "summary-sentences";

  static ArticleState of(StoredObject object) {
    String details =
        String.join(
            "\n",
            object.versionId().orElse(""),
            object.contentType().orElse(""),
            object.contentEncoding().orElse(""),
            object.metadata().getOrDefault(SENTENCES, ""));
    return new ArticleState(
        object.eTag(), object.lastModified().truncatedTo(ChronoUnit.SECONDS), hash(details));
  }

  /** Whether a listing shows this state, as far as a listing tells. */
  boolean isListedAs(ListedObject listed) {
    return eTag.equals(listed.eTag())
        && lastModified.equals(listed.lastModified().truncatedTo(ChronoUnit.SECONDS));
  }

  // Spelled out: what a record has by itself is linked at run time, which delays a cold start.
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
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
