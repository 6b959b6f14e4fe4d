package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.s3.DocumentGenerator.Generated;
import dev.nutgraf.s3.Outcome.Cause;
import dev.nutgraf.s3.Outcome.Phase;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.LengthSetting;
import dev.nutgraf.summary.Source;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the outputs of a key match the article that is stored under the key now. Thread-safe.
 *
 * <p>An event is a hint, not a command: a new, changed or deleted article, a duplicate, a retry and
 * a scheduled run are all the same call and end in the same state. The design is the reconciler of
 * Kubernetes controllers (level-triggered, not edge-triggered) on S3's conditional writes. A key is
 * reconciled in rounds:
 *
 * <ol>
 *   <li><b>Observe</b> every output the key can have (one HEAD each).
 *   <li><b>Read</b> the article, unless all outputs carry the same {@link StateToken} and the
 *       article still has that state; then nothing needs to change. The documents generated from it
 *       are the <em>desired state</em>.
 *   <li><b>Plan</b> the changes from the observed to the desired state, and <b>apply</b> them, each
 *       on the condition that the output is still as observed: PUT If-None-Match, PUT If-Match,
 *       DELETE If-Match. Outputs that the desired state lacks are deleted first, from the last kind
 *       to the first, then documents are written in order. So metadata.json, the last kind, is
 *       written after all others, and is the first to go when the article is deleted.
 *   <li><b>Observe</b> the article again. If it changed since step 2, start the next round.
 * </ol>
 *
 * <p>A failed precondition (404, 409 or 412) also starts the next round, after a {@link BackOff}.
 * After {@value #MAX_ROUNDS} rounds the call fails with a {@link ContendedException}.
 *
 * <p>Why it converges without a clock, a lock or a database: every run ends by observing the
 * article after its last write, so the run that wrote a stale output also replaces it; and the
 * conditions keep a write from replacing an output that its run didn't observe. {@code
 * ReconcilerModelTest} checks this over every interleaving up to a bound. It also shows the limits:
 * a request that takes effect after its sender crashed, and two engine versions at work side by
 * side, leave differences that the next scheduled reprocessing repairs.
 */
public final class Reconciler {
  static final int MAX_ROUNDS = 10;

  private final Bucket articles;
  private final Bucket summaries;
  private final OutputKeys keys;
  private final DocumentGenerator generator;
  private final BackOff backOff;

  /**
   * Creates a reconciler.
   *
   * @param articles the bucket that articles are read from
   * @param summaries the bucket that outputs are written to
   * @param keys the keys of the outputs
   * @param generator generates the documents
   * @param backOff the wait between rounds
   */
  public Reconciler(
      Bucket articles,
      Bucket summaries,
      OutputKeys keys,
      DocumentGenerator generator,
      BackOff backOff) {
    this.articles = articles;
    this.summaries = summaries;
    this.keys = keys;
    this.generator = generator;
    this.backOff = backOff;
  }

  /** Reconciles a key with {@link Request#DEFAULT}. */
  public Outcome reconcile(String key) {
    return reconcile(key, Request.DEFAULT);
  }

  /**
   * Reconciles a key.
   *
   * @throws ContendedException if each of {@value #MAX_ROUNDS} rounds lost to a concurrent writer;
   *     safe to retry
   * @throws EngineException if the engine fails on the article; a retry fails the same way
   * @throws S3RequestException if S3 refused a request or didn't answer; safe to retry
   */
  public Outcome reconcile(String key, Request request) {
    return keys.fit(key) ? new Run(key, request).run() : Outcome.of(Status.KEY_TOO_LONG);
  }

  /**
   * Options for reconciling a key.
   *
   * @param listed the article as a listing reported it, which saves the HEAD of an unchanged
   *     article
   * @param force whether to rewrite outputs that are already right
   * @param dryRun whether to report the outcome without writing anything
   */
  public record Request(Optional<ListedObject> listed, boolean force, boolean dryRun) {
    /** No listing, no force, no dry run. */
    public static final Request DEFAULT = new Request(Optional.empty(), false, false);
  }

  /**
   * The state that the outputs must have.
   *
   * @param article the state of the article; absent if there is no article
   * @param articleBytes the stored size of the article
   * @param generated the documents; none if there is no article
   */
  private record DesiredState(
      Optional<ArticleState> article, long articleBytes, Generated generated) {
    static final DesiredState NO_OUTPUTS =
        new DesiredState(
            Optional.empty(), 0, new Generated(Status.REMOVED, Optional.empty(), List.of()));

    Set<Document.Kind> kinds() {
      Set<Document.Kind> kinds = EnumSet.noneOf(Document.Kind.class);
      generated.documents().forEach(document -> kinds.add(document.kind()));
      return kinds;
    }
  }

  /**
   * One change of a plan: a write or, without a document, a deletion.
   *
   * @param observedTag the entity tag of the output to replace or delete; absent if there was none
   */
  private record Change(
      Document.Kind kind, Optional<Document> document, Optional<String> observedTag) {}

  /** The reconciliation of one key. */
  private final class Run {
    private final String key;
    private final Request request;
    private final Stopwatch stopwatch = new Stopwatch(Phase.OBSERVE);

    /** The outputs that this run has changed, in any round. */
    private final Set<Document.Kind> changed = EnumSet.noneOf(Document.Kind.class);

    /** Kept between rounds, so that an unchanged article is read and summarized once. */
    private Optional<DesiredState> desired = Optional.empty();

    private Optional<Cause> cause = Optional.empty();
    private long outputBytes;
    private int round;

    Run(String key, Request request) {
      this.key = key;
      this.request = request;
    }

    Outcome run() {
      for (round = 1; round <= MAX_ROUNDS; round++) {
        if (round > 1) {
          stopwatch.enter(Phase.BACK_OFF);
          backOff.waitBefore(round);
        }
        Optional<Outcome> outcome = runRound();
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      throw new ContendedException(
          "A concurrent writer changed \"%s\" or its outputs in each of %d rounds; retry."
              .formatted(key, MAX_ROUNDS),
          null);
    }

    /** Runs one round; empty if another is needed. */
    private Optional<Outcome> runRound() {
      stopwatch.enter(Phase.OBSERVE);
      Map<Document.Kind, StoredObject> observed = observeOutputs();
      Optional<ArticleState> described = isForcePending() ? Optional.empty() : described(observed);
      if (round == 1 && described.isPresent() && isListedAs(described.get())) {
        return Optional.of(outcome(Status.UNCHANGED));
      }
      if (described.isPresent() || desired.isPresent()) {
        Optional<ArticleState> article = observeArticle();
        if (described.isPresent() && described.equals(article)) {
          return Optional.of(outcome(statusWithoutChanges()));
        }
        desired = desired.filter(known -> known.article().equals(article));
      }
      if (desired.isEmpty()) {
        desired = readDesiredState();
      }
      if (desired.isEmpty()) {
        return Optional.of(outcome(Status.KEPT));
      }
      return reconcile(observed, desired.get());
    }

    private boolean isListedAs(ArticleState state) {
      return request.listed().filter(state::isListedAs).isPresent();
    }

    /** Returns whether the request forces a rewrite that this run hasn't completed yet. */
    private boolean isForcePending() {
      return request.force()
          && !desired.map(DesiredState::kinds).filter(changed::containsAll).isPresent();
    }

    private Map<Document.Kind, StoredObject> observeOutputs() {
      Map<Document.Kind, StoredObject> observed = new EnumMap<>(Document.Kind.class);
      for (Document.Kind kind : Document.Kind.values()) {
        summaries.head(keys.of(key, kind)).ifPresent(output -> observed.put(kind, output));
      }
      return observed;
    }

    private Optional<ArticleState> observeArticle() {
      return articles.head(key).map(ArticleState::of);
    }

    /** Reads the article and generates its documents; empty if the article is archived. */
    private Optional<DesiredState> readDesiredState() {
      stopwatch.enter(Phase.READ);
      GetResult result = articles.get(key, generator.maxArticleBytes());
      stopwatch.enter(Phase.SUMMARIZE);
      if (result instanceof GetResult.Content content) {
        StoredObject object = content.object();
        ArticleFile file =
            new ArticleFile(key, content.bytes(), object.contentType(), object.contentEncoding());
        Map<LengthSetting, String> overrides = LengthSetting.overrides(object.metadata());
        return Optional.of(
            desiredState(object, generator.generate(source(object), file, overrides)));
      }
      if (result instanceof GetResult.TooLarge large) {
        StoredObject object = large.object();
        return Optional.of(desiredState(object, generator.generateTooLarge(source(object))));
      }
      return result instanceof GetResult.Archived
          ? Optional.empty()
          : Optional.of(DesiredState.NO_OUTPUTS);
    }

    private static DesiredState desiredState(StoredObject object, Generated generated) {
      return new DesiredState(Optional.of(ArticleState.of(object)), object.size(), generated);
    }

    private Source source(StoredObject object) {
      return new Source(
          articles.name(),
          key,
          object.versionId(),
          object.eTag(),
          object.size(),
          object.contentType(),
          object.lastModified().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Steps 3 and 4; empty if another round is needed. */
    private Optional<Outcome> reconcile(
        Map<Document.Kind, StoredObject> observed, DesiredState desired) {
      Optional<StateToken> token =
          desired
              .article()
              .map(state -> new StateToken(state, generator.fingerprint(), desired.kinds()));
      List<Change> plan = plan(observed, desired, token);
      if (plan.isEmpty()) {
        return Optional.of(outcome(statusWithoutChanges()));
      }
      if (cause.isEmpty()) {
        cause = Optional.of(cause(observed, token));
      }
      if (request.dryRun()) {
        return Optional.of(outcome(desired.generated().status()));
      }
      if (!apply(plan, token.map(StateToken::metadata).orElse(Map.of()))) {
        return Optional.empty();
      }
      stopwatch.enter(Phase.OBSERVE);
      Optional<ArticleState> article = observeArticle();
      return desired.article().equals(article)
          ? Optional.of(outcome(desired.generated().status()))
          : Optional.empty();
    }

    private List<Change> plan(
        Map<Document.Kind, StoredObject> observed,
        DesiredState desired,
        Optional<StateToken> token) {
      boolean force = isForcePending();
      List<Change> plan = new ArrayList<>();
      Set<Document.Kind> obsolete = EnumSet.allOf(Document.Kind.class);
      obsolete.removeAll(desired.kinds());
      for (Document.Kind kind : obsolete) {
        Optional.ofNullable(observed.get(kind))
            .ifPresent(
                output -> plan.add(new Change(kind, Optional.empty(), Optional.of(output.eTag()))));
      }
      // From the last kind to the first: metadata.json goes before the outputs that it describes.
      Collections.reverse(plan);
      for (Document document : desired.generated().documents()) {
        Optional<StoredObject> output = Optional.ofNullable(observed.get(document.kind()));
        boolean matches = output.isPresent() && output.flatMap(StateToken::of).equals(token);
        if (!matches || (force && !changed.contains(document.kind()))) {
          plan.add(
              new Change(document.kind(), Optional.of(document), output.map(StoredObject::eTag)));
        }
      }
      return plan;
    }

    /** Executes a plan in order; false at the first failed precondition. */
    private boolean apply(List<Change> plan, Map<String, String> metadata) {
      stopwatch.enter(Phase.WRITE);
      for (Change change : plan) {
        if (execute(change, metadata) == Bucket.WriteResult.PRECONDITION_FAILED) {
          return false;
        }
        changed.add(change.kind());
        outputBytes += change.document().map(document -> document.bytes().length).orElse(0);
      }
      return true;
    }

    private Bucket.WriteResult execute(Change change, Map<String, String> metadata) {
      String output = keys.of(key, change.kind());
      if (change.document().isEmpty()) {
        return summaries.deleteIfMatch(output, change.observedTag().orElseThrow());
      }
      Document document = change.document().get();
      return change.observedTag().isPresent()
          ? summaries.putIfMatch(output, document, metadata, change.observedTag().get())
          : summaries.putIfAbsent(output, document, metadata);
    }

    /**
     * Returns the article state that all outputs describe; empty if they differ, are incomplete or
     * were written by another engine.
     */
    private Optional<ArticleState> described(Map<Document.Kind, StoredObject> observed) {
      Set<Optional<StateToken>> tokens =
          observed.values().stream().map(StateToken::of).collect(Collectors.toSet());
      return tokens.size() == 1
          ? tokens
              .iterator()
              .next()
              .filter(token -> token.engine().equals(generator.fingerprint()))
              .filter(token -> token.kinds().equals(observed.keySet()))
              .map(StateToken::article)
          : Optional.empty();
    }

    private Cause cause(
        Map<Document.Kind, StoredObject> observed, Optional<StateToken> desiredToken) {
      if (desiredToken.isEmpty()) {
        return Cause.ORPHAN;
      }
      if (observed.isEmpty()) {
        return Cause.NEW;
      }
      List<Optional<StateToken>> tokens = observed.values().stream().map(StateToken::of).toList();
      Optional<ArticleState> article = desiredToken.map(StateToken::article);
      if (!tokens.stream().allMatch(token -> token.map(StateToken::article).equals(article))) {
        return Cause.CHANGED;
      }
      Optional<String> engine = desiredToken.map(StateToken::engine);
      if (!tokens.stream().allMatch(token -> token.map(StateToken::engine).equals(engine))) {
        return Cause.STALE_ENGINE;
      }
      return described(observed).isPresent() ? Cause.FORCED : Cause.INCOMPLETE;
    }

    /** Returns the status of a round without changes; an earlier round may have made some. */
    private Status statusWithoutChanges() {
      return changed.isEmpty()
          ? Status.UNCHANGED
          : desired.map(known -> known.generated().status()).orElse(Status.UNCHANGED);
    }

    private Outcome outcome(Status status) {
      return new Outcome(
          status,
          cause,
          status == Status.REJECTED
              ? desired.flatMap(known -> known.generated().rejection())
              : Optional.empty(),
          desired.map(DesiredState::articleBytes).orElse(0L),
          outputBytes,
          round,
          stopwatch.times());
    }
  }
}
