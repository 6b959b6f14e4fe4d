package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.s3.DocumentMaker.Made;
import dev.nutgraf.s3.Outcome.Cause;
import dev.nutgraf.s3.Outcome.Phase;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.summary.Document;
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
 * Makes the outputs of a key agree with the article that is under it now. Thread-safe.
 *
 * <p>The algorithm, round by round:
 *
 * <ol>
 *   <li>look at every output the key can have;
 *   <li>read the article; where all outputs carry one state token and the article still has that
 *       state, nothing is to do;
 *   <li>make the documents and write them, each against what the first step saw; an output that the
 *       state does not have is deleted; metadata.json is written last and deleted first;
 *   <li>look at the article again: if it changed since the second step, begin again.
 * </ol>
 *
 * A write that finds another state than the first step saw begins again, too. Every run therefore
 * ends with a look at the article that comes after its last write, so a stale write is undone by
 * whoever made it; and conditions keep it from landing on what it did not see. Neither needs a
 * clock, a lock or a database.
 */
public final class Reconciler {
  static final int MAX_ROUNDS = 10;

  private final Bucket articles;
  private final Bucket summaries;
  private final OutputKeys keys;
  private final DocumentMaker maker;
  private final BackOff pause;

  /**
   * A reconciler.
   *
   * @param articles where articles are read
   * @param summaries where outputs are written
   * @param keys where in that bucket
   * @param maker what makes the outputs
   * @param pause the wait between rounds
   */
  public Reconciler(
      Bucket articles, Bucket summaries, OutputKeys keys, DocumentMaker maker, BackOff pause) {
    this.articles = articles;
    this.summaries = summaries;
    this.keys = keys;
    this.maker = maker;
    this.pause = pause;
  }

  /** Reconciles a key. */
  public Outcome reconcile(String key) {
    return reconcile(key, Request.DEFAULT);
  }

  /**
   * Reconciles a key.
   *
   * @throws ContendedException if others were at the key in every one of {@value #MAX_ROUNDS}
   *     rounds
   * @throws RuntimeException if S3 did not answer, or refused; trying again may help
   */
  public Outcome reconcile(String key, Request request) {
    return keys.fit(key) ? new Run(key, request).run() : Outcome.of(Status.KEY_TOO_LONG);
  }

  /**
   * How to reconcile.
   *
   * @param listed the article as a listing showed it, which saves a look where nothing changed
   * @param force whether to write outputs that are already right
   * @param dryRun whether to write nothing and only tell what would be written
   */
  public record Request(Optional<ListedObject> listed, boolean force, boolean dryRun) {
    /** Nothing known, nothing forced. */
    public static final Request DEFAULT = new Request(Optional.empty(), false, false);
  }

  /**
   * What the outputs must be.
   *
   * @param state the article's; absent where there is no article
   * @param articleBytes the article's stored size
   * @param made the documents; none where there is no article
   */
  private record DesiredState(Optional<ArticleState> state, long articleBytes, Made made) {
    static final DesiredState GONE =
        new DesiredState(
            Optional.empty(), 0, new Made(Status.REMOVED, Optional.empty(), List.of()));

    Set<Document.Kind> kinds() {
      Set<Document.Kind> kinds = EnumSet.noneOf(Document.Kind.class);
      made.documents().forEach(document -> kinds.add(document.kind()));
      return kinds;
    }
  }

  /**
   * One write or, without a document, one deletion.
   *
   * @param seen the entity tag of what is to be replaced or deleted; absent where nothing was seen
   */
  private record Step(Document.Kind kind, Optional<Document> document, Optional<String> seen) {}

  /** One key being reconciled. */
  private final class Run {
    private final String key;
    private final Request request;
    private final Stopwatch stopwatch = new Stopwatch(Phase.OBSERVE);
    private final Set<Document.Kind> touched = EnumSet.noneOf(Document.Kind.class);
    private Optional<DesiredState> draft = Optional.empty();
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
          pause.before(round);
        }
        Optional<Outcome> outcome = attempt();
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      throw new ContendedException(
          "\"" + key + "\" was changed by others in each of " + MAX_ROUNDS + " rounds.", null);
    }

    /** One round; empty if somebody else was met. */
    private Optional<Outcome> attempt() {
      stopwatch.enter(Phase.OBSERVE);
      Map<Document.Kind, StoredObject> seen = outputs();
      Optional<ArticleState> settled = forcing() ? Optional.empty() : agreed(seen);
      if (round == 1 && settled.isPresent() && listedAs(settled.get())) {
        return Optional.of(outcome(Status.UNCHANGED));
      }
      if (settled.isPresent() || draft.isPresent()) {
        Optional<ArticleState> now = article();
        if (settled.isPresent() && settled.equals(now)) {
          return Optional.of(outcome(unchangedUnlessTouched()));
        }
        draft = draft.filter(known -> known.state().equals(now));
      }
      if (draft.isEmpty()) {
        draft = read();
      }
      if (draft.isEmpty()) {
        return Optional.of(outcome(Status.KEPT));
      }
      return bring(seen, draft.get());
    }

    private boolean listedAs(ArticleState state) {
      return request.listed().filter(state::isListedAs).isPresent();
    }

    /** Whether outputs that are already right are still to be written again. */
    private boolean forcing() {
      return request.force()
          && !draft.map(DesiredState::kinds).filter(touched::containsAll).isPresent();
    }

    private Map<Document.Kind, StoredObject> outputs() {
      Map<Document.Kind, StoredObject> seen = new EnumMap<>(Document.Kind.class);
      for (Document.Kind kind : Document.Kind.values()) {
        summaries.head(keys.of(key, kind)).ifPresent(output -> seen.put(kind, output));
      }
      return seen;
    }

    private Optional<ArticleState> article() {
      return articles.head(key).map(ArticleState::of);
    }

    /** The article as it is now and what its outputs must be; empty if it cannot be read now. */
    private Optional<DesiredState> read() {
      stopwatch.enter(Phase.READ);
      GetResult fetched = articles.get(key, maker.maxArticleBytes());
      stopwatch.enter(Phase.SUMMARIZE);
      if (fetched instanceof GetResult.Content content) {
        StoredObject object = content.object();
        ArticleFile file =
            new ArticleFile(key, content.bytes(), object.contentType(), object.contentEncoding());
        Optional<String> sentences =
            Optional.ofNullable(object.metadata().get(ArticleState.SENTENCES));
        return Optional.of(draft(object, maker.make(source(object), file, sentences)));
      }
      if (fetched instanceof GetResult.TooLarge large) {
        StoredObject object = large.object();
        return Optional.of(draft(object, maker.tooLarge(source(object))));
      }
      return fetched instanceof GetResult.Archived
          ? Optional.empty()
          : Optional.of(DesiredState.GONE);
    }

    private static DesiredState draft(StoredObject object, Made made) {
      return new DesiredState(Optional.of(ArticleState.of(object)), object.size(), made);
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

    /** Step 3 and 4; empty if somebody else was met. */
    private Optional<Outcome> bring(Map<Document.Kind, StoredObject> seen, DesiredState wanted) {
      Optional<StateToken> stamp =
          wanted.state().map(state -> new StateToken(state, maker.fingerprint(), wanted.kinds()));
      List<Step> plan = plan(seen, wanted, stamp);
      if (plan.isEmpty()) {
        return Optional.of(outcome(unchangedUnlessTouched()));
      }
      if (cause.isEmpty()) {
        cause = Optional.of(cause(seen, stamp));
      }
      if (request.dryRun()) {
        return Optional.of(outcome(wanted.made().status()));
      }
      Map<String, String> metadata = stamp.map(StateToken::metadata).orElse(Map.of());
      stopwatch.enter(Phase.WRITE);
      for (Step step : plan) {
        if (take(step, metadata) == Bucket.WriteResult.PRECONDITION_FAILED) {
          return Optional.empty();
        }
        touched.add(step.kind());
        outputBytes += step.document().map(document -> document.bytes().length).orElse(0);
      }
      stopwatch.enter(Phase.OBSERVE);
      Optional<ArticleState> now = article();
      return wanted.state().equals(now)
          ? Optional.of(outcome(wanted.made().status()))
          : Optional.empty();
    }

    private List<Step> plan(
        Map<Document.Kind, StoredObject> seen, DesiredState wanted, Optional<StateToken> stamp) {
      boolean forcing = forcing();
      List<Step> plan = new ArrayList<>();
      // From the last kind to the first, so that metadata.json never stands beside a gap.
      Set<Document.Kind> surplus = EnumSet.allOf(Document.Kind.class);
      surplus.removeAll(wanted.kinds());
      for (Document.Kind kind : surplus) {
        Optional.ofNullable(seen.get(kind))
            .ifPresent(
                output -> plan.add(new Step(kind, Optional.empty(), Optional.of(output.eTag()))));
      }
      Collections.reverse(plan);
      for (Document document : wanted.made().documents()) {
        Optional<StoredObject> output = Optional.ofNullable(seen.get(document.kind()));
        boolean right = output.isPresent() && output.flatMap(StateToken::of).equals(stamp);
        if (!right || (forcing && !touched.contains(document.kind()))) {
          plan.add(
              new Step(document.kind(), Optional.of(document), output.map(StoredObject::eTag)));
        }
      }
      return plan;
    }

    private Bucket.WriteResult take(Step step, Map<String, String> metadata) {
      String output = keys.of(key, step.kind());
      if (step.document().isEmpty()) {
        return summaries.deleteIfMatch(output, step.seen().orElseThrow());
      }
      Document document = step.document().get();
      return step.seen().isPresent()
          ? summaries.putIfMatch(output, document, metadata, step.seen().get())
          : summaries.putIfAbsent(output, document, metadata);
    }

    /** The state that all outputs are of; empty if they are not as this engine would leave them. */
    private Optional<ArticleState> agreed(Map<Document.Kind, StoredObject> seen) {
      Set<Optional<StateToken>> stamps =
          seen.values().stream().map(StateToken::of).collect(Collectors.toSet());
      return stamps.size() == 1
          ? stamps
              .iterator()
              .next()
              .filter(stamp -> stamp.engine().equals(maker.fingerprint()))
              .filter(stamp -> stamp.kinds().equals(seen.keySet()))
              .map(StateToken::article)
          : Optional.empty();
    }

    private Cause cause(Map<Document.Kind, StoredObject> seen, Optional<StateToken> wanted) {
      if (wanted.isEmpty()) {
        return Cause.ORPHAN;
      }
      if (seen.isEmpty()) {
        return Cause.NEW;
      }
      List<Optional<StateToken>> stamps = seen.values().stream().map(StateToken::of).toList();
      Optional<ArticleState> article = wanted.map(StateToken::article);
      if (!stamps.stream().allMatch(stamp -> stamp.map(StateToken::article).equals(article))) {
        return Cause.CHANGED;
      }
      Optional<String> engine = wanted.map(StateToken::engine);
      if (!stamps.stream().allMatch(stamp -> stamp.map(StateToken::engine).equals(engine))) {
        return Cause.STALE_ENGINE;
      }
      return agreed(seen).isPresent() ? Cause.FORCED : Cause.INCOMPLETE;
    }

    private Status unchangedUnlessTouched() {
      return touched.isEmpty()
          ? Status.UNCHANGED
          : draft.map(known -> known.made().status()).orElse(Status.UNCHANGED);
    }

    private Outcome outcome(Status status) {
      return new Outcome(
          status,
          cause,
          status == Status.REJECTED ? draft.flatMap(d -> d.made().rejection()) : Optional.empty(),
          draft.map(DesiredState::articleBytes).orElse(0L),
          outputBytes,
          round,
          stopwatch.times());
    }
  }
}
