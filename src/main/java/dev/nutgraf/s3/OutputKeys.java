package dev.nutgraf.s3;

import dev.nutgraf.summary.Document;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the outputs of an article lie: {@code <prefix><article key><suffix>}.
 *
 * @param prefix what comes before the article's key
 */
public record OutputKeys(String prefix) {
  private static final int MAX_KEY_BYTES = 1024;
  private static final int LONGEST_SUFFIX =
      Arrays.stream(Document.Kind.values())
          .mapToInt(kind -> kind.suffix().length())
          .max()
          .orElse(0);

  /** The key of one output. */
  public String of(String articleKey, Document.Kind kind) {
    return prefix + articleKey + kind.suffix();
  }

  /** The article that an output belongs to; empty for a key that is no output's. */
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

  /** Whether every output of an article has a key that S3 accepts. */
  boolean fit(String articleKey) {
    return (prefix + articleKey).getBytes(StandardCharsets.UTF_8).length + LONGEST_SUFFIX
        <= MAX_KEY_BYTES;
  }
}
