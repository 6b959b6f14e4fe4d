package dev.nutgraf.s3;

import dev.nutgraf.s3.DocumentGenerator.Generated;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.summary.Document;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The state that the outputs of a key must have.
 *
 * @param article the state of the article; absent if there is no article
 * @param articleBytes the stored size of the article
 * @param engine the fingerprint of the engine
 * @param generated the documents; none if there is no article
 */
record DesiredState(
    Optional<ArticleState> article, long articleBytes, String engine, Generated generated) {

  /** Returns the state of a key without an article. */
  static DesiredState withoutArticle(String engine) {
    return new DesiredState(
        Optional.empty(), 0, engine, new Generated(Status.REMOVED, Optional.empty(), List.of()));
  }

  /** Returns the kinds of the documents. */
  Set<Document.Kind> kinds() {
    Set<Document.Kind> kinds = EnumSet.noneOf(Document.Kind.class);
    generated.documents().forEach(document -> kinds.add(document.kind()));
    return kinds;
  }

  /** Returns the token that every output must carry; none without an article. */
  Optional<StateToken> token() {
    return article.map(state -> new StateToken(state, engine, kinds()));
  }

  /**
   * One change of a plan: a write or, without a document, a deletion.
   *
   * @param observedTag the entity tag of the output to replace or delete; absent if there was none
   */
  record Change(Document.Kind kind, Optional<Document> document, Optional<String> observedTag) {}

  /**
   * Plans the changes that lead from the observed outputs to this state: groups in order, whose
   * changes may be made side by side. metadata.json is in a group of its own: it is written after
   * all others, and is the first to be deleted.
   *
   * @param rewrites selects the kinds that are written even if they match
   */
  List<List<Change>> plan(ObservedOutputs observed, Predicate<Document.Kind> rewrites) {
    Map<Document.Kind, Change> changes = new EnumMap<>(Document.Kind.class);
    observed
        .objects()
        .forEach(
            (kind, output) ->
                changes.put(kind, new Change(kind, Optional.empty(), Optional.of(output.eTag()))));
    Optional<StateToken> token = token();
    for (Document document : generated.documents()) {
      Document.Kind kind = document.kind();
      Optional<StoredObject> output = observed.get(kind);
      boolean matches = output.isPresent() && output.flatMap(StateToken::of).equals(token);
      if (matches && !rewrites.test(kind)) {
        changes.remove(kind);
      } else {
        changes.put(kind, new Change(kind, Optional.of(document), output.map(StoredObject::eTag)));
      }
    }
    List<List<Change>> plan = new ArrayList<>();
    Optional<Change> metadata = Optional.ofNullable(changes.remove(Document.Kind.METADATA));
    if (!changes.isEmpty()) {
      plan.add(List.copyOf(changes.values()));
    }
    metadata.ifPresent(
        change -> plan.add(change.document().isPresent() ? plan.size() : 0, List.of(change)));
    return plan;
  }
}
