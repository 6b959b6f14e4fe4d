package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.s3.Bucket.WriteResult;
import dev.nutgraf.s3.DocumentGenerator.Generated;
import dev.nutgraf.s3.ModelRun.Failure;
import dev.nutgraf.s3.ModelRun.Protocol;
import dev.nutgraf.s3.ModelRun.Start;
import dev.nutgraf.s3.ModelS3.Answered;
import dev.nutgraf.s3.ModelS3.Call;
import dev.nutgraf.s3.ModelS3.Version;
import dev.nutgraf.s3.ModelState.ArchiveArticle;
import dev.nutgraf.s3.ModelState.Budget;
import dev.nutgraf.s3.ModelState.DeleteArticle;
import dev.nutgraf.s3.ModelState.ListArticles;
import dev.nutgraf.s3.ModelState.ListOutputs;
import dev.nutgraf.s3.ModelState.Step;
import dev.nutgraf.s3.Reconciler.Request;
import dev.nutgraf.s3.Reconciler.Trigger;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.LengthSetting;
import dev.nutgraf.summary.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A scenario for one key: a script for the article, the engine versions, and the number of
 * concurrent runs. Computes the successors of a state and checks quiescent states, which have none.
 *
 * @param engines the engine versions side by side; the last one reprocesses
 * @param waitsForBatches whether a run waits for all requests of a batch, as it does, or goes on
 *     after the first conflict or failure
 */
record ModelScenario(
    List<Step> script,
    List<ModelGenerator> engines,
    int maxRuns,
    Protocol protocol,
    boolean waitsForBatches,
    Map<Start, ModelRun> starts) {
  private static final WriteResult CONFLICTING = WriteResult.PRECONDITION_FAILED;
  private static final Budget CRASH = new Budget(1, 0, 0, 0, 0);
  private static final Budget DUPLICATE = new Budget(0, 1, 0, 0, 0);
  private static final Budget CONFLICT = new Budget(0, 0, 1, 0, 0);
  private static final Budget FAILURE = new Budget(0, 0, 0, 1, 0);
  private static final Budget LATE = new Budget(0, 0, 0, 0, 1);

  /** A scenario with the real reconciler. */
  ModelScenario(List<Step> script, List<ModelGenerator> engines, int maxRuns) {
    this(script, engines, maxRuns, Protocol.REAL, true, new HashMap<>());
  }

  private ModelGenerator lastEngine() {
    return engines.get(engines.size() - 1);
  }

  /** Returns every possible successor of a state; none if the state is quiescent. */
  List<Supplier<ModelState>> successors(ModelState state) {
    List<Supplier<ModelState>> next = new ArrayList<>();
    if (state.step() < script.size()) {
      for (ModelState before : withEarlyAnswers(state, Call::readsArticle)) {
        next.add(() -> takeStep(before));
      }
    }
    if (state.events() > 0 && state.runs().size() < maxRuns) {
      for (ModelGenerator engine : engines) {
        next.add(() -> deliver(state, engine).withEvents(-1));
        if (state.budget().duplicates() > 0) {
          next.add(() -> deliver(state, engine).less(DUPLICATE));
        }
      }
    }
    for (ModelRun run : state.runs()) {
      if (run.writesInFlight().isEmpty()) {
        addReads(state, run, next);
      } else {
        run.writesInFlight().forEach(position -> addWrite(state, run, position, next));
      }
      addCrashes(state, run, next);
    }
    for (Call call : state.late()) {
      for (ModelState before : withEarlyAnswers(state, read -> read.observes(call))) {
        next.add(() -> before.landed(call, waitsForBatches));
      }
    }
    return next;
  }

  private ModelState deliver(ModelState state, ModelGenerator engine) {
    return state.plus(start(engine, Request.DEFAULT));
  }

  /**
   * Returns the states that differ in which reads in flight are answered now. A read is answered
   * either right before a write to what it reads, or with the last of its batch. In between, the
   * answer and the run would be the same, so no other order of answers needs to be explored.
   */
  private static List<ModelState> withEarlyAnswers(ModelState state, Predicate<Call> reads) {
    List<ModelState> states = List.of(state.withoutRuns());
    for (ModelRun run : state.runs()) {
      List<ModelState> more = new ArrayList<>();
      for (ModelRun answered : withEarlyAnswers(state.s3(), run, reads)) {
        states.forEach(before -> more.add(before.plus(answered)));
      }
      states = more;
    }
    return states;
  }

  private static List<ModelRun> withEarlyAnswers(ModelS3 s3, ModelRun run, Predicate<Call> reads) {
    List<ModelRun> runs = new ArrayList<>(List.of(run));
    for (int position : run.inFlight()) {
      Call call = run.call(position);
      if (reads.test(call)) {
        for (ModelRun before : List.copyOf(runs)) {
          if (before.inFlight().size() > 1) {
            runs.add(before.answered(position, s3.answer(call).answer()));
          }
        }
      }
    }
    return runs;
  }

  /** Answers all reads in flight; or one of them fails. */
  private void addReads(ModelState state, ModelRun run, List<Supplier<ModelState>> next) {
    next.add(() -> ended(state.minus(run), answered(state.s3(), run, run)));
    if (state.budget().failures() > 0) {
      for (int position : run.inFlight()) {
        next.add(
            () -> {
              ModelRun failing = run.answered(position, Failure.FAILURE);
              return ended(state.minus(run), answered(state.s3(), run, failing)).less(FAILURE);
            });
      }
    }
  }

  /** Returns a run after the answers to all requests of its batch, some of which it may have. */
  private static ModelRun answered(ModelS3 s3, ModelRun run, ModelRun partlyAnswered) {
    ModelRun next = partlyAnswered;
    while (next.answers() == run.answers()) {
      int position = next.inFlight().get(0);
      next = next.answered(position, s3.answer(next.call(position)).answer());
    }
    return next;
  }

  /** Adds every way in which a write can be carried out and answered. */
  private void addWrite(
      ModelState state, ModelRun run, int position, List<Supplier<ModelState>> next) {
    Call call = run.call(position);
    Budget budget = state.budget();
    for (ModelState before : withEarlyAnswers(state.minus(run), read -> read.observes(call))) {
      Answered answered = state.s3().answer(call);
      ModelState after = before.with(answered.s3());
      next.add(() -> answered(after, run, position, answered.answer()));
      if (budget.failures() > 0) {
        next.add(() -> answered(after, run, position, Failure.FAILURE).less(FAILURE));
      }
      if (budget.conflicts() > 0) {
        next.add(() -> answered(after, run, position, CONFLICTING).less(CONFLICT));
      }
    }
    if (budget.failures() > 0) {
      next.add(() -> answered(state.minus(run), run, position, Failure.FAILURE).less(FAILURE));
    }
    if (budget.conflicts() > 0) {
      next.add(() -> answered(state.minus(run), run, position, CONFLICTING).less(CONFLICT));
    }
  }

  /** Adds crashes: no request of the run is in flight after it, or any of its writes are. */
  private static void addCrashes(ModelState state, ModelRun run, List<Supplier<ModelState>> next) {
    if (state.budget().crashes() > 0) {
      next.add(() -> crashed(state, run).less(CRASH));
    }
    if (state.budget().late() > 0) {
      List<Call> writes = run.writesInFlight().stream().map(run::call).toList();
      for (int subset = 1; subset < 1 << writes.size(); subset++) {
        List<Call> late = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
          if ((subset & 1 << i) != 0) {
            late.add(writes.get(i));
          }
        }
        next.add(() -> crashed(state, run).plus(late).less(LATE));
      }
    }
  }

  private static ModelState crashed(ModelState state, ModelRun run) {
    return state.minus(run).withEvents(1);
  }

  private ModelState answered(ModelState others, ModelRun run, int position, Object answer) {
    ModelRun next = run.answered(position, answer);
    if (waitsForBatches || (answer != CONFLICTING && answer != Failure.FAILURE)) {
      return ended(others, next);
    }
    ModelState later = others.plus(next.writesInFlight().stream().map(next::call).toList());
    while (next.answers() == run.answers()) {
      next = next.answered(next.inFlight().get(0), answer);
    }
    return ended(later, next);
  }

  /** Returns the state with a run, unless it has ended; if it failed, its event comes again. */
  private static ModelState ended(ModelState others, ModelRun run) {
    return run.hasEnded() ? others.withEvents(run.failed() ? 1 : 0) : others.plus(run);
  }

  private ModelState takeStep(ModelState state) {
    ModelState later = state.nextStep();
    Step step = script.get(state.step());
    Optional<Version> article = state.s3().article();
    if (step instanceof ListArticles) {
      return article.isPresent() ? later.plus(start(Trigger.LISTED_ARTICLE)) : later;
    }
    if (step instanceof ListOutputs) {
      return state.s3().outputs().isEmpty() ? later : later.plus(start(Trigger.LISTED_OUTPUT));
    }
    if (step instanceof ArchiveArticle) {
      return later.with(state.s3().withArticle(article.map(Version::archived)));
    }
    Optional<Version> version =
        step instanceof DeleteArticle
            ? Optional.empty()
            : Optional.of(((ModelState.PutArticle) step).version());
    return later.with(state.s3().withArticle(version)).withEvents(1);
  }

  private ModelRun start(Trigger listing) {
    return start(lastEngine(), new Request(listing, false, false));
  }

  private ModelRun start(ModelGenerator engine, Request request) {
    return starts.computeIfAbsent(new Start(protocol, engine, request), Start::run);
  }

  /**
   * Returns whether a quiescent state with wrong outputs is one that the next reprocessing must
   * repair: a request took effect after its sender crashed, two engines were at work, or the
   * article is archived.
   */
  boolean mayNeedReprocessing(ModelState state) {
    return state.lateWrite()
        || isArchived(state.s3())
        || (engines.size() > 1 && areOfTheArticle(state.s3()));
  }

  private static boolean isArchived(ModelS3 s3) {
    return s3.article().filter(v -> v.result() instanceof GetResult.Archived).isPresent();
  }

  /** Restores an archived article and returns the state after an undisturbed reprocessing. */
  ModelState reprocessed(ModelState state) {
    ModelS3 stored = state.s3().withArticle(state.s3().article().map(Version::restored));
    if (stored.article().isPresent()) {
      stored = undisturbed(stored, start(Trigger.LISTED_ARTICLE));
    }
    if (!stored.outputs().isEmpty()) {
      stored = undisturbed(stored, start(Trigger.LISTED_OUTPUT));
    }
    return state.with(stored);
  }

  private static ModelS3 undisturbed(ModelS3 stored, ModelRun start) {
    ModelS3 s3 = stored;
    for (ModelRun run = start; !run.hasEnded(); ) {
      int position = run.inFlight().get(0);
      Answered answered = s3.answer(run.call(position));
      s3 = answered.s3();
      run = run.answered(position, answered.answer());
    }
    return s3;
  }

  /** Returns whether the outputs are exactly those of the article as it is. */
  boolean matches(ModelState state) {
    return state.s3().outputs().equals(expectedOutputs(state.s3().article(), lastEngine()));
  }

  /**
   * Returns whether the outputs have the right keys and each is what one of the engines generates.
   */
  private boolean areOfTheArticle(ModelS3 s3) {
    Map<String, StoredObject> outputs = s3.outputs();
    List<Map<String, StoredObject>> each =
        engines.stream().map(engine -> expectedOutputs(s3.article(), engine)).toList();
    return each.stream().allMatch(expected -> expected.keySet().equals(outputs.keySet()))
        && outputs.entrySet().stream()
            .allMatch(o -> each.stream().anyMatch(expected -> expected.entrySet().contains(o)));
  }

  /** Returns the outputs that an engine generates for a readable article. */
  static Map<String, StoredObject> expectedOutputs(
      Optional<Version> article, ModelGenerator engine) {
    Map<String, StoredObject> outputs = new HashMap<>();
    if (article.isEmpty() || !(article.get().result() instanceof GetResult.Content content)) {
      return outputs;
    }
    StoredObject object = content.description();
    Source source =
        new Source(
            "articles",
            ModelS3.KEY,
            object.versionId(),
            object.eTag(),
            object.size(),
            object.contentType(),
            object.lastModified().toString());
    Generated generated =
        engine.generate(
            source,
            ArticleFile.of(ModelS3.KEY, content.bytes()),
            LengthSetting.overrides(object.metadata()));
    Set<Document.Kind> kinds = EnumSet.noneOf(Document.Kind.class);
    generated.documents().forEach(document -> kinds.add(document.kind()));
    StateToken token = new StateToken(ArticleState.of(object), engine.fingerprint(), kinds);
    ModelS3 stored = ModelS3.EMPTY;
    for (Document document : generated.documents()) {
      String key = ModelS3.KEY + document.kind().suffix();
      stored = stored.answer(ModelS3.put(key, document, token.metadata(), Optional.empty())).s3();
    }
    return stored.outputs();
  }
}
