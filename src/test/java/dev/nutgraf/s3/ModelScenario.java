package dev.nutgraf.s3;

import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.s3.Bucket.WriteResult;
import dev.nutgraf.s3.DocumentGenerator.Generated;
import dev.nutgraf.s3.ModelS3.Answered;
import dev.nutgraf.s3.ModelS3.Call;
import dev.nutgraf.s3.ModelS3.Version;
import dev.nutgraf.s3.ModelState.ArchiveArticle;
import dev.nutgraf.s3.ModelState.Budget;
import dev.nutgraf.s3.ModelState.DeleteArticle;
import dev.nutgraf.s3.ModelState.Reprocess;
import dev.nutgraf.s3.ModelState.Step;
import dev.nutgraf.s3.Reconciler.Request;
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
import java.util.function.Supplier;

/**
 * A scenario for one key: a script for the article, the engine versions, and the number of
 * concurrent runs. Computes the successors of a state and checks quiescent states, which have none.
 */
final class ModelScenario {
  private final List<Step> script;
  private final List<ModelGenerator> engines;
  private final int maxRuns;
  private final Map<Object, ModelRun> starts = new HashMap<>();

  /**
   * A scenario.
   *
   * @param engines the engine versions side by side; the last one reprocesses
   */
  ModelScenario(List<Step> script, List<ModelGenerator> engines, int maxRuns) {
    this.script = script;
    this.engines = engines;
    this.maxRuns = maxRuns;
  }

  private ModelGenerator lastEngine() {
    return engines.get(engines.size() - 1);
  }

  /** Returns every possible successor of a state; none if the state is quiescent. */
  List<Supplier<ModelState>> successors(ModelState state) {
    List<Supplier<ModelState>> next = new ArrayList<>();
    if (state.step() < script.size()) {
      next.add(() -> takeStep(state));
    }
    if (state.events() > 0 && state.runs().size() < maxRuns) {
      for (ModelGenerator engine : engines) {
        next.add(() -> deliver(state, engine).withEvents(-1));
        if (state.budget().duplicates() > 0) {
          next.add(() -> deliver(state, engine).with(state.budget().less(0, 1, 0, 0)));
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

  private ModelState deliver(ModelState state, ModelGenerator engine) {
    return state.plus(start(engine, Request.DEFAULT));
  }

  private static void addSteps(ModelState state, ModelRun run, List<Supplier<ModelState>> next) {
    Call call = run.next().orElseThrow();
    next.add(
        () -> {
          Answered answered = state.s3().answer(call);
          return answered(state.with(answered.s3()), run, answered.answer());
        });
    if (state.budget().crashes() > 0) {
      next.add(() -> crashed(state, run).with(state.budget().less(1, 0, 0, 0)));
    }
    if (!call.writes()) {
      return;
    }
    if (state.budget().conflicts() > 0) {
      Budget less = state.budget().less(0, 0, 1, 0);
      next.add(() -> answered(state, run, WriteResult.PRECONDITION_FAILED).with(less));
      next.add(
          () ->
              answered(
                      state.with(state.s3().answer(call).s3()),
                      run,
                      WriteResult.PRECONDITION_FAILED)
                  .with(less));
    }
    if (state.budget().late() > 0) {
      next.add(() -> crashed(state, run).plus(call).with(state.budget().less(0, 0, 0, 1)));
    }
  }

  private static ModelState crashed(ModelState state, ModelRun run) {
    return state.minus(run).withEvents(1);
  }

  private static ModelState answered(ModelState state, ModelRun run, Object answer) {
    ModelState others = state.minus(run);
    ModelRun next = run.answered(answer);
    if (next.next().isPresent()) {
      return others.plus(next);
    }
    return others.withEvents(next.failed() ? 1 : 0);
  }

  private ModelState takeStep(ModelState state) {
    ModelState later = state.nextStep();
    Step step = script.get(state.step());
    Optional<Version> article = state.s3().article();
    if (step instanceof Reprocess) {
      Optional<ListedObject> listed =
          article.map(v -> new ListedObject(v.object().eTag(), v.object().lastModified()));
      return later.plus(start(lastEngine(), new Request(listed, false, false)));
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

  private ModelRun start(ModelGenerator engine, Request request) {
    return starts.computeIfAbsent(List.of(engine, request), key -> ModelRun.start(engine, request));
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
    ModelRun run = start(lastEngine(), Request.DEFAULT);
    while (run.next().isPresent()) {
      Answered answered = stored.answer(run.next().get());
      stored = answered.s3();
      run = run.answered(answered.answer());
    }
    return state.with(stored);
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
