package dev.nutgraf.s3;

import dev.nutgraf.summary.Document;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The state that an output was generated from, stored in its user metadata {@code nutgraf-state} as
 * five fields separated by spaces: the article's ETag, last modification and details, the engine's
 * fingerprint, and the kinds of all outputs of this state.
 *
 * @param article the state of the article
 * @param engine the fingerprint of the engine
 * @param kinds every output that this state has
 */
record StateToken(ArticleState article, String engine, Set<Document.Kind> kinds) {
  private static final String NAME = "nutgraf-state";
  private static final int FIELDS = 5;

  StateToken {
    kinds = Set.copyOf(kinds);
  }

  /** Returns the token of an output; empty for an object that Nutgraf didn't write. */
  static Optional<StateToken> of(StoredObject output) {
    return Optional.ofNullable(output.metadata().get(NAME)).flatMap(StateToken::parse);
  }

  private static Optional<StateToken> parse(String value) {
    String[] parts = value.split(" ", -1);
    if (parts.length != FIELDS) {
      return Optional.empty();
    }
    try {
      Set<Document.Kind> kinds = EnumSet.noneOf(Document.Kind.class);
      for (String kind : parts[4].split(",", -1)) {
        kinds.add(Document.Kind.valueOf(kind));
      }
      return Optional.of(
          new StateToken(
              new ArticleState(parts[0], Instant.parse(parts[1]), parts[2]), parts[3], kinds));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the user metadata that stores this token. */
  Map<String, String> metadata() {
    StringJoiner names = new StringJoiner(",");
    kinds.stream().sorted().forEach(kind -> names.add(kind.name()));
    return Map.of(
        NAME,
        String.join(
            " ",
            article.eTag(),
            article.lastModified().toString(),
            article.details(),
            engine,
            names.toString()));
  }
}
