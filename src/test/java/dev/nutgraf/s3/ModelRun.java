package dev.nutgraf.s3;

import dev.nutgraf.s3.ModelS3.Call;
import dev.nutgraf.s3.Reconciler.Request;
import dev.nutgraf.summary.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A run of the real {@link Reconciler} that has requests in flight, some of them answered.
 * Immutable, so every continuation can be explored. With the last answer of a {@link Batch} the
 * reconciler is run again from the start with all recorded answers, up to its next batch, as it is
 * deterministic. Runs with the same start and answers are the same object, whatever the order of
 * the answers within a batch.
 */
final class ModelRun {
  private final Start start;

  /** The answers to the requests of the batches before. */
  private final List<Object> answers;

  private final List<Call> batch;

  /** The answers to the requests of this batch; null for those in flight. */
  private final List<@Nullable Object> received;

  private final boolean failed;

  /** All runs with the same answers before this batch, by the answers received of it. */
  private final Map<List<@Nullable Object>, ModelRun> siblings;

  /** The answer to a request that fails for good: the reconciler's bucket throws. */
  enum Failure {
    FAILURE
  }

  /** Creates the reconciler of a run; a test of the model creates a faulty one. */
  interface Protocol {
    /** The real one. */
    Protocol REAL =
        (articles, summaries, generator) ->
            new Reconciler(
                articles, summaries, new OutputKeys(""), generator, round -> {}, Runnable::run);

    Reconciler reconciler(Bucket articles, Bucket summaries, ModelGenerator generator);
  }

  /** The beginning of a run. */
  record Start(Protocol protocol, ModelGenerator generator, Request request) {

    /** Returns a run that waits for the answers to its first batch. */
    ModelRun run() {
      return new ModelRun(this, List.of());
    }
  }

  private ModelRun(Start start, List<Object> answers) {
    this.start = start;
    this.answers = answers;
    RecordedAnswers recorded = new RecordedAnswers(answers);
    boolean thrown = false;
    try {
      start
          .protocol()
          .reconciler(
              new ModelBucket(recorded, true), new ModelBucket(recorded, false), start.generator())
          .reconcile(ModelS3.KEY, start.request());
    } catch (Unanswered | FailedRequest | ContendedException e) {
      thrown = true;
    }
    this.batch = List.copyOf(recorded.unanswered);
    this.received = Arrays.asList(new Object[batch.size()]);
    this.failed = thrown && batch.isEmpty();
    this.siblings = new HashMap<>();
  }

  private ModelRun(ModelRun sibling, List<@Nullable Object> received) {
    this.start = sibling.start;
    this.answers = sibling.answers;
    this.batch = sibling.batch;
    this.received = received;
    this.failed = false;
    this.siblings = sibling.siblings;
  }

  /** Returns the answers to the requests of all batches before this one. */
  List<Object> answers() {
    return answers;
  }

  /** Returns the positions of the requests in flight; none if the run has ended. */
  List<Integer> inFlight() {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      if (received.get(i) == null) {
        positions.add(i);
      }
    }
    return positions;
  }

  /** Returns the positions of the writes in flight. */
  List<Integer> writesInFlight() {
    return inFlight().stream().filter(position -> call(position).writes()).toList();
  }

  Call call(int position) {
    return batch.get(position);
  }

  boolean hasEnded() {
    return batch.isEmpty();
  }

  /** Returns whether the run ended in an exception. */
  boolean failed() {
    return failed;
  }

  /** Returns the run after the answer to one of its requests. */
  ModelRun answered(int position, Object answer) {
    List<@Nullable Object> more = new ArrayList<>(received);
    more.set(position, answer);
    return siblings.computeIfAbsent(more, this::next);
  }

  private ModelRun next(List<@Nullable Object> more) {
    List<Object> all = new ArrayList<>(answers);
    for (Object answer : more) {
      if (answer == null) {
        return new ModelRun(this, more);
      }
      all.add(answer);
    }
    return new ModelRun(start, all);
  }

  /** Replays the recorded answers in order and fails each request without one. */
  private static final class RecordedAnswers {
    private final List<Object> answers;
    private final List<Call> unanswered = new ArrayList<>();
    private int position;

    RecordedAnswers(List<Object> answers) {
      this.answers = answers;
    }

    Object answer(Call call) {
      if (position == answers.size()) {
        unanswered.add(call);
        throw new Unanswered();
      }
      Object answer = answers.get(position++);
      if (answer == Failure.FAILURE) {
        throw new FailedRequest();
      }
      return answer;
    }
  }

  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered() {
      super("", null, false, false);
    }
  }

  private static final class FailedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedRequest() {
      super("", null, false, false);
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
    public GetResult get(String key, Predicate<StoredObject> wanted) {
      GetResult result = (GetResult) recorded.answer(new ModelS3.GetArticle());
      return result instanceof GetResult.Content content && !wanted.test(content.description())
          ? new GetResult.Unread(content.description())
          : result;
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
