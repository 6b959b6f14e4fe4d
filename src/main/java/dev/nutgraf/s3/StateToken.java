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
 * The state token: what an output was made of, kept in its user metadata.
 *
 * @param article the state of the article
 * @param engine the fingerprint of the engine
 * @param kinds every output that this state has
 */
record StateToken(ArticleState article, String engine, Set<Document.Kind> kinds) {
  private static final String NAME = "nutgraf-state";

  StateToken {
    kinds = Set.copyOf(kinds);
  }

  /** The stamp of a stored output; empty for an object that Nutgraf did not write. */
  static Optional<StateToken> of(StoredObject output) {
    return Optional.ofNullable(output.metadata().get(NAME)).flatMap(StateToken::parse);
  }

  private static Optional<StateToken> parse(String value) {
    String[] parts = value.split(" ", -1);
    if (parts.length != 5) {
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
