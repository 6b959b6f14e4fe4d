package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.s3.Bucket.WriteResult;
import dev.nutgraf.s3.DocumentMaker.Made;
import dev.nutgraf.s3.ModelS3.Answered;
import dev.nutgraf.s3.ModelS3.Call;
import dev.nutgraf.s3.ModelS3.Version;
import dev.nutgraf.s3.ModelState.Archive;
import dev.nutgraf.s3.ModelState.Budget;
import dev.nutgraf.s3.ModelState.Remove;
import dev.nutgraf.s3.ModelState.Sweep;
import dev.nutgraf.s3.ModelState.Turn;
import dev.nutgraf.s3.Reconciler.Request;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What may happen to one key: a script for the article, the engines at work, how many at a time.
 * Knows every moment that can follow a moment, and what must hold when nothing more can happen.
 */
final class ModelScenario {
  private final List<Turn> script;
  private final List<ModelMaker> engines;
  private final int maxRuns;
  private final Map<Object, ModelRun> starts = new HashMap<>();

  /**
   * A scenario.
   *
   * @param engines the versions of the engine side by side; the last is the one that sweeps
   */
  ModelScenario(List<Turn> script, List<ModelMaker> engines, int maxRuns) {
    this.script = script;
    this.engines = engines;
    this.maxRuns = maxRuns;
  }

  private ModelMaker sweeper() {
    return engines.get(engines.size() - 1);
  }

  /** Every moment that can come next; none where all is at rest. */
  List<Supplier<ModelState>> after(ModelState state) {
    List<Supplier<ModelState>> next = new ArrayList<>();
    if (state.turn() < script.size()) {
      next.add(() -> turn(state));
    }
    if (state.events() > 0 && state.runs().size() < maxRuns) {
      for (ModelMaker engine : engines) {
        next.add(() -> delivered(state, engine).withEvents(-1));
        if (state.budget().duplicates() > 0) {
          next.add(() -> delivered(state, engine).with(state.budget().less(0, 1, 0, 0)));
        }
      }
    }
    for (ModelRun run : state.runs()) {
      addSteps(state, run, next);
    }
    for (Call call : state.late()) {
      next.add(() -> state.landed(call));
    }
    return next;
  }

  private ModelState delivered(ModelState state, ModelMaker engine) {
    return state.plus(start(engine, Request.DEFAULT));
  }

  private static void addSteps(ModelState state, ModelRun run, List<Supplier<ModelState>> next) {
    Call call = run.next().orElseThrow();
    next.add(
        () -> {
          Answered answered = state.s3().answer(call);
          return further(state.with(answered.s3()), run, answered.answer());
        });
    if (state.budget().crashes() > 0) {
      next.add(() -> died(state, run).with(state.budget().less(1, 0, 0, 0)));
    }
    if (!call.writes()) {
      return;
    }
    if (state.budget().conflicts() > 0) {
      Budget less = state.budget().less(0, 0, 1, 0);
      next.add(() -> further(state, run, WriteResult.PRECONDITION_FAILED).with(less));
      next.add(
          () ->
              further(
                      state.with(state.s3().answer(call).s3()),
                      run,
                      WriteResult.PRECONDITION_FAILED)
                  .with(less));
    }
    if (state.budget().late() > 0) {
      next.add(() -> died(state, run).plus(call).with(state.budget().less(0, 0, 0, 1)));
    }
  }

  private static ModelState died(ModelState state, ModelRun run) {
    return state.minus(run).withEvents(1);
  }

  private static ModelState further(ModelState state, ModelRun run, Object answer) {
    ModelState others = state.minus(run);
    ModelRun further = run.answered(answer);
    if (further.next().isPresent()) {
      return others.plus(further);
    }
    return others.withEvents(further.failed() ? 1 : 0);
  }

  private ModelState turn(ModelState state) {
    ModelState later = state.nextTurn();
    Turn turn = script.get(state.turn());
    Optional<Version> article = state.s3().article();
    if (turn instanceof Sweep) {
      Optional<ListedObject> listed =
          article.map(v -> new ListedObject(v.object().eTag(), v.object().lastModified()));
      return later.plus(start(sweeper(), new Request(listed, false, false)));
    }
    if (turn instanceof Archive) {
      return later.with(state.s3().withArticle(article.map(Version::archived)));
    }
    Optional<Version> version =
        turn instanceof Remove
            ? Optional.empty()
            : Optional.of(((ModelState.WriteResult) turn).version());
    return later.with(state.s3().withArticle(version)).withEvents(1);
  }

  private ModelRun start(ModelMaker engine, Request request) {
    return starts.computeIfAbsent(List.of(engine, request), key -> ModelRun.start(engine, request));
  }

  /**
   * Whether a rest without agreement is one of those that are left to the next sweep: a request
   * outlived its sender, two engines were at work, or the article cannot be read.
   */
  boolean mayNeedASweep(ModelState rest) {
    return rest.troubled()
        || isArchived(rest.s3())
        || (engines.size() > 1 && areOfTheArticle(rest.s3()));
  }

  private static boolean isArchived(ModelS3 s3) {
    return s3.article().filter(v -> v.fetched() instanceof GetResult.Archived).isPresent();
  }

  /** The moment after an undisturbed sweep, before which an archived article was restored. */
  ModelState swept(ModelState state) {
    ModelS3 stored = state.s3().withArticle(state.s3().article().map(Version::restored));
    ModelRun run = start(sweeper(), Request.DEFAULT);
    while (run.next().isPresent()) {
      Answered answered = stored.answer(run.next().get());
      stored = answered.s3();
      run = run.answered(answered.answer());
    }
    return state.with(stored);
  }

  /** Whether the outputs are exactly those of the article as it is. */
  boolean agrees(ModelState state) {
    return state.s3().outputs().equals(wanted(state.s3().article(), sweeper()));
  }

  /**
   * Whether there are outputs where there is an article, and each is what some engine makes of it.
   */
  private boolean areOfTheArticle(ModelS3 s3) {
    Map<String, StoredObject> outputs = s3.outputs();
    List<Map<String, StoredObject>> each =
        engines.stream().map(engine -> wanted(s3.article(), engine)).toList();
    return each.stream().allMatch(wanted -> wanted.keySet().equals(outputs.keySet()))
        && outputs.entrySet().stream()
            .allMatch(o -> each.stream().anyMatch(wanted -> wanted.entrySet().contains(o)));
  }

  /** The outputs of an article that can be read. */
  static Map<String, StoredObject> wanted(Optional<Version> article, ModelMaker engine) {
    Map<String, StoredObject> outputs = new HashMap<>();
    if (article.isEmpty() || !(article.get().fetched() instanceof GetResult.Content content)) {
      return outputs;
    }
    StoredObject object = content.object();
    Source source =
        new Source(
            "articles",
            ModelS3.KEY,
            object.versionId(),
            object.eTag(),
            object.size(),
            object.contentType(),
            object.lastModified().toString());
    Made made =
        engine.make(
            source,
            ArticleFile.of(ModelS3.KEY, content.bytes()),
            Optional.ofNullable(object.metadata().get(ArticleState.SENTENCES)));
    Set<Document.Kind> kinds = EnumSet.noneOf(Document.Kind.class);
    made.documents().forEach(document -> kinds.add(document.kind()));
    StateToken stamp = new StateToken(ArticleState.of(object), engine.fingerprint(), kinds);
    ModelS3 stored = ModelS3.EMPTY;
    for (Document document : made.documents()) {
      String key = ModelS3.KEY + document.kind().suffix();
      stored = stored.answer(ModelS3.put(key, document, stamp.metadata(), Optional.empty())).s3();
    }
    return stored.outputs();
  }
}
