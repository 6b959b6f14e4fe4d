package dev.nutgraf.s3;

import dev.nutgraf.s3.ModelS3.Call;
import dev.nutgraf.s3.Reconciler.Request;
import dev.nutgraf.summary.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of the real {@link Reconciler} that has sent some requests, received their answers, and is
 * about to send the next. Immutable, so every continuation can be explored. {@link #answered}
 * advances it by one request: it runs the reconciler again from the start with the recorded
 * answers, as the reconciler is deterministic. Runs with the same start and answers are the same
 * object.
 */
final class ModelRun {
  private final ModelGenerator generator;
  private final Request request;
  private final List<Object> answers;
  private final Optional<Call> next;
  private final boolean failed;
  private final Map<Object, ModelRun> successors = new HashMap<>();

  /** Returns a run that has sent no request. */
  static ModelRun start(ModelGenerator generator, Request request) {
    return new ModelRun(generator, request, List.of());
  }

  private ModelRun(ModelGenerator generator, Request request, List<Object> answers) {
    this.generator = generator;
    this.request = request;
    this.answers = answers;
    RecordedAnswers recorded = new RecordedAnswers(answers);
    Optional<Call> unanswered = Optional.empty();
    boolean contended = false;
    try {
      new Reconciler(
              new ModelBucket(recorded, true),
              new ModelBucket(recorded, false),
              new OutputKeys(""),
              generator,
              round -> {})
          .reconcile(ModelS3.KEY, request);
    } catch (Unanswered e) {
      unanswered = Optional.of(e.call);
    } catch (ContendedException e) {
      contended = true;
    }
    this.next = unanswered;
    this.failed = contended;
  }

  /** The request that the run is about to send; empty if the run has ended. */
  Optional<Call> next() {
    return next;
  }

  /** Returns whether the run ended in an exception. */
  boolean failed() {
    return failed;
  }

  /** Returns the run after the answer to its next request. */
  ModelRun answered(Object answer) {
    return successors.computeIfAbsent(
        answer,
        a -> {
          List<Object> longer = new ArrayList<>(answers.size() + 1);
          longer.addAll(answers);
          longer.add(a);
          return new ModelRun(generator, request, longer);
        });
  }

  /** Replays the recorded answers in order and stops the run at the first request without one. */
  private static final class RecordedAnswers {
    private final List<Object> answers;
    private int position;

    RecordedAnswers(List<Object> answers) {
      this.answers = answers;
    }

    Object answer(Call call) {
      if (position == answers.size()) {
        throw new Unanswered(call);
      }
      return answers.get(position++);
    }
  }

  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Call call;

    Unanswered(Call call) {
      super("", null, false, false);
      this.call = call;
    }
  }

  private record ModelBucket(RecordedAnswers recorded, boolean articles) implements Bucket {

    @Override
    public String name() {
      return articles ? "articles" : "summaries";
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<StoredObject> head(String key) {
      return (Optional<StoredObject>)
          recorded.answer(articles ? new ModelS3.HeadArticle() : new ModelS3.HeadOutput(key));
    }

    @Override
    public GetResult get(String key, long limit) {
      return (GetResult) recorded.answer(new ModelS3.GetArticle());
    }

    @Override
    public WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata) {
      return (WriteResult) recorded.answer(ModelS3.put(key, document, metadata, Optional.empty()));
    }

    @Override
    public WriteResult putIfMatch(
        String key, Document document, Map<String, String> metadata, String eTag) {
      return (WriteResult) recorded.answer(ModelS3.put(key, document, metadata, Optional.of(eTag)));
    }

    @Override
    public WriteResult deleteIfMatch(String key, String eTag) {
      return (WriteResult) recorded.answer(new ModelS3.Delete(key, eTag));
    }
  }
}
