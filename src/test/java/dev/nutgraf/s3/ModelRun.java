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
 * A run of the real {@link Reconciler} that has made some requests, got their answers, and is about
 * to make the next. It never changes, so every way on from here can be tried. It is taken one
 * request further by running the reconciler again from its start: given the same answers it does
 * the same. Runs that went the same way from the same start are the same object.
 */
final class ModelRun {
  private final ModelMaker maker;
  private final Request request;
  private final List<Object> answers;
  private final Optional<Call> next;
  private final boolean failed;
  private final Map<Object, ModelRun> further = new HashMap<>();

  /** A run that has made no request yet. */
  static ModelRun start(ModelMaker maker, Request request) {
    return new ModelRun(maker, request, List.of());
  }

  private ModelRun(ModelMaker maker, Request request, List<Object> answers) {
    this.maker = maker;
    this.request = request;
    this.answers = answers;
    Tape tape = new Tape(answers);
    Optional<Call> unanswered = Optional.empty();
    boolean contended = false;
    try {
      new Reconciler(
              new Side(tape, true), new Side(tape, false), new OutputKeys(""), maker, round -> {})
          .reconcile(ModelS3.KEY, request);
    } catch (Unanswered e) {
      unanswered = Optional.of(e.call);
    } catch (ContendedException e) {
      contended = true;
    }
    this.next = unanswered;
    this.failed = contended;
  }

  /** The request it is about to make; absent where it has ended. */
  Optional<Call> next() {
    return next;
  }

  /** Whether it ended in an exception. */
  boolean failed() {
    return failed;
  }

  /** The run after its next request was answered. */
  ModelRun answered(Object answer) {
    return further.computeIfAbsent(
        answer,
        a -> {
          List<Object> longer = new ArrayList<>(answers.size() + 1);
          longer.addAll(answers);
          longer.add(a);
          return new ModelRun(maker, request, longer);
        });
  }

  /** Gives the known answers one after the other and stops the run at the first unknown. */
  private static final class Tape {
    private final List<Object> answers;
    private int position;

    Tape(List<Object> answers) {
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

  private record Side(Tape tape, boolean articles) implements Bucket {

    @Override
    public String name() {
      return articles ? "articles" : "summaries";
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<StoredObject> head(String key) {
      return (Optional<StoredObject>)
          tape.answer(articles ? new ModelS3.HeadArticle() : new ModelS3.HeadOutput(key));
    }

    @Override
    public GetResult get(String key, long limit) {
      return (GetResult) tape.answer(new ModelS3.GetArticle());
    }

    @Override
    public WriteResult putIfAbsent(String key, Document document, Map<String, String> metadata) {
      return (WriteResult) tape.answer(ModelS3.put(key, document, metadata, Optional.empty()));
    }

    @Override
    public WriteResult putIfMatch(
        String key, Document document, Map<String, String> metadata, String eTag) {
      return (WriteResult) tape.answer(ModelS3.put(key, document, metadata, Optional.of(eTag)));
    }

    @Override
    public WriteResult deleteIfMatch(String key, String eTag) {
      return (WriteResult) tape.answer(new ModelS3.Delete(key, eTag));
    }
  }
}
