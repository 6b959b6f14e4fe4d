package dev.nutgraf.s3;

import dev.nutgraf.s3.Batch.Answer;
import dev.nutgraf.s3.Outcome.Cause;
import dev.nutgraf.summary.Document;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The outputs of a key as they were observed.
 *
 * @param objects the objects that are present
 */
record ObservedOutputs(Map<Document.Kind, StoredObject> objects) {

  /** Waits for the answers to a HEAD of every output. */
  static ObservedOutputs of(Map<Document.Kind, Answer<Optional<StoredObject>>> answers) {
    Map<Document.Kind, StoredObject> objects = new EnumMap<>(Document.Kind.class);
    answers.forEach((kind, answer) -> answer.get().ifPresent(o -> objects.put(kind, o)));
    return new ObservedOutputs(objects);
  }

  Optional<StoredObject> get(Document.Kind kind) {
    return Optional.ofNullable(objects.get(kind));
  }

  /**
   * Returns the article state that all outputs describe; empty if they differ, are incomplete or
   * were written by another engine.
   */
  Optional<ArticleState> described(String fingerprint) {
    Set<Optional<StateToken>> tokens =
        objects.values().stream().map(StateToken::of).collect(Collectors.toSet());
    return tokens.size() == 1
        ? tokens
            .iterator()
            .next()
            .filter(token -> token.engine().equals(fingerprint))
            .filter(token -> token.kinds().equals(objects.keySet()))
            .map(StateToken::article)
        : Optional.empty();
  }

  /**
   * Returns whether any output isn't one of an article in this state.
   *
   * @param article the state; absent if there is no article
   */
  boolean contradict(Optional<ArticleState> article) {
    return article.isEmpty()
        ? !objects.isEmpty()
        : !objects.values().stream()
            .allMatch(output -> StateToken.of(output).map(StateToken::article).equals(article));
  }

  /** Returns why outputs that should carry a token must change; no token for a missing article. */
  Cause cause(Optional<StateToken> desired) {
    if (desired.isEmpty()) {
      return Cause.ORPHAN;
    }
    if (objects.isEmpty()) {
      return Cause.NEW;
    }
    if (contradict(desired.map(StateToken::article))) {
      return Cause.CHANGED;
    }
    List<Optional<StateToken>> tokens = objects.values().stream().map(StateToken::of).toList();
    Optional<String> engine = desired.map(StateToken::engine);
    if (!tokens.stream().allMatch(token -> token.map(StateToken::engine).equals(engine))) {
      return Cause.STALE_ENGINE;
    }
    return described(desired.get().engine()).isPresent() ? Cause.FORCED : Cause.INCOMPLETE;
  }
}
