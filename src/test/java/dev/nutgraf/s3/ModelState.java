package dev.nutgraf.s3;

import dev.nutgraf.s3.ModelS3.Call;
import dev.nutgraf.s3.ModelS3.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A state of the model: the objects of one key, the runs at work, and the events to come.
 *
 * @param s3 the stored objects
 * @param step the number of steps of the script that were taken
 * @param events notifications to be delivered; they carry no information beyond the key
 * @param runs reconcilers at work
 * @param late requests in flight whose senders have crashed or continued
 * @param budget the faults that may still happen
 * @param lateWrite whether a request took effect after its sender crashed
 */
record ModelState(
    ModelS3 s3,
    int step,
    int events,
    List<ModelRun> runs,
    List<Call> late,
    Budget budget,
    boolean lateWrite) {

  /** A step of the script. */
  sealed interface Step {}

  /** A version of the article is written. */
  record PutArticle(Version version) implements Step {}

  /** The article is deleted. */
  record DeleteArticle() implements Step {}

  /** The article moves to an archive storage class; S3 sends no notification. */
  record ArchiveArticle() implements Step {}

  /** A reprocessing lists the article bucket and reconciles the key if the article is in it. */
  record ListArticles() implements Step {}

  /** A reprocessing lists the summary bucket and reconciles the key if an output is in it. */
  record ListOutputs() implements Step {}

  /**
   * The number of faults that may still happen.
   *
   * @param crashes runs that crash between two requests or before an answer; their event is
   *     delivered again
   * @param duplicates events delivered twice
   * @param conflicts conditional writes that fail spuriously, or that take effect but are answered
   *     with a conflict, as the client's own retries can cause
   * @param failures requests that fail for good, whether they took effect or not; their run fails
   *     and its event is delivered again
   * @param late runs that crash with writes in flight
   */
  record Budget(int crashes, int duplicates, int conflicts, int failures, int late) {
    static final Budget NONE = new Budget(0, 0, 0, 0, 0);

    Budget less(Budget used) {
      return new Budget(
          crashes - used.crashes,
          duplicates - used.duplicates,
          conflicts - used.conflicts,
          failures - used.failures,
          late - used.late);
    }
  }

  static ModelState initial(ModelS3 s3, Budget budget) {
    return new ModelState(s3, 0, 0, List.of(), List.of(), budget, false);
  }

  ModelState with(ModelS3 stored) {
    return new ModelState(stored, step, events, runs, late, budget, lateWrite);
  }

  ModelState less(Budget used) {
    return new ModelState(s3, step, events, runs, late, budget.less(used), lateWrite);
  }

  ModelState withEvents(int more) {
    return new ModelState(s3, step, events + more, runs, late, budget, lateWrite);
  }

  ModelState nextStep() {
    return new ModelState(s3, step + 1, events, runs, late, budget, lateWrite);
  }

  ModelState plus(ModelRun run) {
    List<ModelRun> more = new ArrayList<>(runs);
    more.add(run);
    // In a canonical order, so that states that differ only in the order of runs are equal.
    more.sort(Comparator.comparingInt(System::identityHashCode));
    return new ModelState(s3, step, events, List.copyOf(more), late, budget, lateWrite);
  }

  ModelState withoutRuns() {
    return new ModelState(s3, step, events, List.of(), late, budget, lateWrite);
  }

  ModelState minus(ModelRun run) {
    List<ModelRun> less = new ArrayList<>(runs);
    less.remove(run);
    return new ModelState(s3, step, events, List.copyOf(less), late, budget, lateWrite);
  }

  /** Adds requests that are in flight after their sender crashed or continued. */
  ModelState plus(List<Call> calls) {
    List<Call> more = new ArrayList<>(late);
    more.addAll(calls);
    return new ModelState(s3, step, events, runs, List.copyOf(more), budget, lateWrite);
  }

  /**
   * Applies a request that is in flight without a sender.
   *
   * @param crashed whether the sender crashed
   */
  ModelState landed(Call call, boolean crashed) {
    List<Call> less = new ArrayList<>(late);
    less.remove(call);
    return new ModelState(
        s3.answer(call).s3(), step, events, runs, List.copyOf(less), budget, crashed || lateWrite);
  }
}
