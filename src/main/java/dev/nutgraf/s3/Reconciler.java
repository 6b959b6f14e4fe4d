package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.s3.Batch.Answer;
import dev.nutgraf.s3.DesiredState.Change;
import dev.nutgraf.s3.DocumentGenerator.Generated;
import dev.nutgraf.s3.Outcome.Cause;
import dev.nutgraf.s3.Outcome.Phase;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.LengthSetting;
import dev.nutgraf.summary.Source;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Makes the outputs of a key match the article that is stored under the key now. Thread-safe.
 *
 * <p>An event is a hint, not a command: a new, changed or deleted article, a duplicate, a retry and
 * a scheduled run are all the same call and end in the same state. The design is the reconciler of
 * Kubernetes controllers (level-triggered, not edge-triggered) on S3's conditional writes. A key is
 * reconciled in rounds:
 *
 * <ol>
 *   <li><b>Observe</b> every output the key can have (one HEAD each), side by side.
 *   <li><b>Read</b> the article, unless all outputs carry the same {@link StateToken} and the
 *       article still has that state; then nothing needs to change. The documents generated from it
 *       are the <em>desired state</em>.
 *   <li><b>Plan</b> the changes from the observed to the desired state, and <b>apply</b> them, each
 *       on the condition that the output is still as observed: PUT If-None-Match, PUT If-Match,
 *       DELETE If-Match. The changes of a group are made side by side; metadata.json is alone. It
 *       is written after all others, and is the first to go when the article is deleted.
 *   <li><b>Observe</b> the article again. If it changed since step 2, start the next round.
 * </ol>
 *
 * <p>A failed precondition (404, 409 or 412) also starts the next round, after a {@link BackOff}.
 * After {@value #MAX_ROUNDS} rounds the call fails with a {@link ContendedException}.
 *
 * <p>In the first round after an event, steps 1 and 2 overlap, which saves a wait. The article read
 * may then be older than the outputs observed. So if any output is of another state of the article,
 * the article is observed once more before the first write, and read again if it changed; otherwise
 * a run could replace right outputs by outdated ones for a moment.
 *
 * <p>Why it converges without a clock, a lock or a database: every run ends by observing the
 * article after its last write, so the run that wrote a stale output also replaces it; and the
 * conditions keep a write from replacing an output that its run didn't observe. A {@link Batch}
 * waits for all its requests, so no write of a run can follow its last observation. {@code
 * ReconcilerModelTest} checks this over every interleaving up to a bound. It also shows the limits:
 * a request that takes effect after its sender crashed, and two engine versions at work side by
 * side, leave differences that the next scheduled reprocessing repairs.
 */
public final class Reconciler {
  static final int MAX_ROUNDS = 10;

  /**
   * The size in bytes up to which an article is read before it is known whether it must be: less
   * than a new connection costs, which an aborted response takes.
   */
  static final long MAX_UNCONDITIONAL_BYTES = 128 << 10;

  private final Bucket articles;
  private final Bucket summaries;
  private final OutputKeys keys;
  private final DocumentGenerator generator;
  private final BackOff backOff;
  private final Executor executor;

  /**
   * Creates a reconciler.
   *
   * @param articles the bucket that articles are read from
   * @param summaries the bucket that outputs are written to
   * @param keys the keys of the outputs
   * @param generator generates the documents
   * @param backOff the wait between rounds
   * @param executor sends requests side by side; it must not keep one waiting for another
   */
  public Reconciler(
      Bucket articles,
      Bucket summaries,
      OutputKeys keys,
      DocumentGenerator generator,
      BackOff backOff,
      Executor executor) {
    this.articles = articles;
    this.summaries = summaries;
    this.keys = keys;
    this.generator = generator;
    this.backOff = backOff;
    this.executor = executor;
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

  /** The reason to reconcile a key; it decides which requests come first. */
  public enum Trigger {
    /** The article has probably changed: it is read beside the first observation. */
    EVENT,
    /** A listing has the article. Its outputs are probably right: they are observed first. */
    LISTED_ARTICLE,
    /**
     * A listing has an output. If its article exists, nothing more is done: the article's own
     * listing takes care of it.
     */
    LISTED_OUTPUT
  }

  /**
   * Options for reconciling a key.
   *
   * @param trigger the reason to reconcile
   * @param force whether to rewrite outputs that are already right
   * @param dryRun whether to report the outcome without writing anything
   */
  public record Request(Trigger trigger, boolean force, boolean dryRun) {
    /** An event, no force, no dry run. */
    public static final Request DEFAULT = new Request(Trigger.EVENT, false, false);
  }

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
      if (round == 1 && request.trigger() == Trigger.EVENT) {
        return observeAndRead();
      }
      if (round == 1
          && request.trigger() == Trigger.LISTED_OUTPUT
          && observeArticle().isPresent()) {
        return Optional.of(outcome(Status.UNCHANGED));
      }
      return observeThenRead();
    }

    /** Steps 1 and 2, overlapping. */
    private Optional<Outcome> observeAndRead() {
      Batch batch = new Batch();
      Supplier<ObservedOutputs> answers = addOutputs(batch);
      Answer<GetResult> read =
          batch.add(() -> articles.get(key, article -> isToBeRead(article, answers)));
      batch.send(executor);
      ObservedOutputs outputs = answers.get();
      Optional<ArticleState> described = described(outputs);
      GetResult result = read.get();
      if (result instanceof GetResult.Archived) {
        boolean matches = described.isPresent() && described.equals(observeArticle());
        return Optional.of(outcome(matches ? Status.UNCHANGED : Status.KEPT));
      }
      Optional<ArticleState> article = result.object().map(ArticleState::of);
      if (described.isPresent() && described.equals(article)) {
        return Optional.of(outcome(Status.UNCHANGED));
      }
      if (outputs.contradict(article) && !observeArticle().equals(article)) {
        result = readArticle();
      }
      return reconcile(outputs, result);
    }

    /** Returns whether to read an article's content; if it is large, waits for the outputs. */
    private boolean isToBeRead(StoredObject article, Supplier<ObservedOutputs> outputs) {
      if (article.size() <= MAX_UNCONDITIONAL_BYTES || !isWithinLimit(article)) {
        return isWithinLimit(article);
      }
      try {
        return !described(outputs.get()).equals(Optional.of(ArticleState.of(article)));
      } catch (CompletionException e) {
        return false; // The batch throws the failure.
      }
    }

    /** Steps 1 and 2, one after the other. */
    private Optional<Outcome> observeThenRead() {
      Batch batch = new Batch();
      Supplier<ObservedOutputs> answers = addOutputs(batch);
      batch.send(executor);
      ObservedOutputs outputs = answers.get();
      Optional<ArticleState> described = described(outputs);
      if (described.isPresent() || desired.isPresent()) {
        Optional<ArticleState> article = observeArticle();
        if (described.isPresent() && described.equals(article)) {
          return Optional.of(outcome(statusWithoutChanges()));
        }
        desired = desired.filter(known -> known.article().equals(article));
      }
      return desired.isPresent()
          ? reconcile(outputs, desired.get())
          : reconcile(outputs, readArticle());
    }

    /** Adds a HEAD of every possible output; the supplier waits for the answers. */
    private Supplier<ObservedOutputs> addOutputs(Batch batch) {
      Map<Document.Kind, Answer<Optional<StoredObject>>> answers =
          new EnumMap<>(Document.Kind.class);
      for (Document.Kind kind : Document.Kind.values()) {
        answers.put(kind, batch.add(() -> summaries.head(keys.of(key, kind))));
      }
      return () -> ObservedOutputs.of(answers);
    }

    /** Returns the article state that the outputs describe, unless they are to be rewritten. */
    private Optional<ArticleState> described(ObservedOutputs outputs) {
      return isForcePending() ? Optional.empty() : outputs.described(generator.fingerprint());
    }

    /** Returns whether the request forces a rewrite that this run hasn't completed yet. */
    private boolean isForcePending() {
      return request.force()
          && !desired.map(DesiredState::kinds).filter(changed::containsAll).isPresent();
    }

    private Optional<ArticleState> observeArticle() {
      return articles.head(key).map(ArticleState::of);
    }

    private GetResult readArticle() {
      stopwatch.enter(Phase.READ);
      return articles.get(key, this::isWithinLimit);
    }

    private boolean isWithinLimit(StoredObject article) {
      return article.size() <= generator.maxArticleBytes();
    }

    private Optional<Outcome> reconcile(ObservedOutputs observed, GetResult result) {
      if (result instanceof GetResult.Archived) {
        return Optional.of(outcome(Status.KEPT));
      }
      stopwatch.enter(Phase.SUMMARIZE);
      DesiredState state = desiredState(result);
      desired = Optional.of(state);
      return reconcile(observed, state);
    }

    /** Generates the documents of an article. */
    private DesiredState desiredState(GetResult result) {
      if (result.object().isEmpty()) {
        return DesiredState.withoutArticle(generator.fingerprint());
      }
      StoredObject object = result.object().get();
      Generated generated;
      if (result instanceof GetResult.Content content) {
        ArticleFile file =
            new ArticleFile(key, content.bytes(), object.contentType(), object.contentEncoding());
        generated =
            generator.generate(source(object), file, LengthSetting.overrides(object.metadata()));
      } else {
        generated = generator.generateTooLarge(source(object));
      }
      return new DesiredState(
          Optional.of(ArticleState.of(object)), object.size(), generator.fingerprint(), generated);
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
    private Optional<Outcome> reconcile(ObservedOutputs observed, DesiredState desired) {
      boolean force = isForcePending();
      List<List<Change>> plan = desired.plan(observed, kind -> force && !changed.contains(kind));
      if (plan.isEmpty()) {
        return Optional.of(outcome(statusWithoutChanges()));
      }
      Optional<StateToken> token = desired.token();
      if (cause.isEmpty()) {
        cause = Optional.of(observed.cause(token));
      }
      if (request.dryRun()) {
        return Optional.of(outcome(desired.generated().status()));
      }
      stopwatch.enter(Phase.WRITE);
      Map<String, String> metadata = token.map(StateToken::metadata).orElse(Map.of());
      for (List<Change> changes : plan) {
        if (!apply(changes, metadata)) {
          return Optional.empty();
        }
      }
      stopwatch.enter(Phase.OBSERVE);
      return desired.article().equals(observeArticle())
          ? Optional.of(outcome(desired.generated().status()))
          : Optional.empty();
    }

    /** Makes some changes side by side; false if a precondition failed. */
    private boolean apply(List<Change> changes, Map<String, String> metadata) {
      Batch batch = new Batch();
      List<Answer<Bucket.WriteResult>> answers = new ArrayList<>();
      changes.forEach(change -> answers.add(batch.add(() -> execute(change, metadata))));
      batch.send(executor);
      boolean done = true;
      for (int i = 0; i < changes.size(); i++) {
        if (answers.get(i).get() == Bucket.WriteResult.DONE) {
          Change change = changes.get(i);
          changed.add(change.kind());
          outputBytes += change.document().map(document -> document.bytes().length).orElse(0);
        } else {
          done = false;
        }
      }
      return done;
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
