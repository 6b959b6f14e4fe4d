package dev.nutgraf.s3;

import dev.nutgraf.summary.Document;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The keys of an article's outputs: {@code <prefix><article key><suffix>}.
 *
 * @param prefix prefix of the output keys
 */
public record OutputKeys(String prefix) {
  private static final int MAX_KEY_BYTES = 1024;
  private static final int MAX_SUFFIX_LENGTH =
      Arrays.stream(Document.Kind.values())
          .mapToInt(kind -> kind.suffix().length())
          .max()
          .orElse(0);

  /** Returns the key of one output. */
  public String of(String articleKey, Document.Kind kind) {
    return prefix + articleKey + kind.suffix();
  }

  /**
   * Returns the key of the article that an output belongs to; empty if the key isn't an output's.
   */
  public Optional<String> articleOf(String outputKey) {
    if (!outputKey.startsWith(prefix)) {
      return Optional.empty();
    }
    return Arrays.stream(Document.Kind.values())
        .filter(kind -> outputKey.endsWith(kind.suffix()))
        .map(
            kind ->
                outputKey.substring(prefix.length(), outputKey.length() - kind.suffix().length()))
        .filter(key -> !key.isEmpty())
        .findFirst();
  }

  /** Returns whether the keys of all outputs of an article are within S3's 1,024 bytes. */
  boolean fit(String articleKey) {
    return (prefix + articleKey).getBytes(StandardCharsets.UTF_8).length + MAX_SUFFIX_LENGTH
        <= MAX_KEY_BYTES;
  }
}
