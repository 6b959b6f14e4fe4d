package dev.nutgraf.s3;

import dev.nutgraf.s3.ModelS3.Call;
import dev.nutgraf.s3.ModelS3.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A moment in the life of one key: what is stored, who is at work, what is still to come.
 *
 * @param s3 what is stored
 * @param turn how many turns of the script have been taken
 * @param events notifications that wait for delivery; they all say no more than "look at the key"
 * @param runs reconcilers at work
 * @param late requests on their way whose senders have died
 * @param budget what may still go wrong
 * @param troubled whether a request landed after its sender had died
 */
record ModelState(
    ModelS3 s3,
    int turn,
    int events,
    List<ModelRun> runs,
    List<Call> late,
    Budget budget,
    boolean troubled) {

  /** What happens to the article, turn by turn. */
  sealed interface Turn {}

  /** A version is put in the place of what was there. */
  record WriteResult(Version version) implements Turn {}

  /** The article is deleted. */
  record Remove() implements Turn {}

  /** The article moves to an archive storage class, of which S3 sends no notification. */
  record Archive() implements Turn {}

  /** The schedule lists the bucket and reconciles what it saw there. */
  record Sweep() implements Turn {}

  /**
   * What may still go wrong.
   *
   * @param crashes runs that die between two requests, or before an answer; their event comes again
   * @param duplicates events delivered once more
   * @param conflicts conditional writes answered with a conflict that is none, or with a conflict
   *     although they took effect, as the client's own retries bring about
   * @param late runs that die with a write on its way
   */
  record Budget(int crashes, int duplicates, int conflicts, int late) {
    Budget less(int crash, int duplicate, int conflict, int lateOne) {
      return new Budget(
          crashes - crash, duplicates - duplicate, conflicts - conflict, late - lateOne);
    }
  }

  static ModelState beginning(ModelS3 s3, Budget budget) {
    return new ModelState(s3, 0, 0, List.of(), List.of(), budget, false);
  }

  ModelState with(ModelS3 stored) {
    return new ModelState(stored, turn, events, runs, late, budget, troubled);
  }

  ModelState with(Budget left) {
    return new ModelState(s3, turn, events, runs, late, left, troubled);
  }

  ModelState withEvents(int more) {
    return new ModelState(s3, turn, events + more, runs, late, budget, troubled);
  }

  ModelState nextTurn() {
    return new ModelState(s3, turn + 1, events, runs, late, budget, troubled);
  }

  ModelState plus(ModelRun run) {
    List<ModelRun> more = new ArrayList<>(runs);
    more.add(run);
    // In an order of their own, so that moments that differ only in it are one.
    more.sort(Comparator.comparingInt(System::identityHashCode));
    return new ModelState(s3, turn, events, List.copyOf(more), late, budget, troubled);
  }

  ModelState minus(ModelRun run) {
    List<ModelRun> less = new ArrayList<>(runs);
    less.remove(run);
    return new ModelState(s3, turn, events, List.copyOf(less), late, budget, troubled);
  }

  /** A request outlives its sender. */
  ModelState plus(Call call) {
    List<Call> more = new ArrayList<>(late);
    more.add(call);
    return new ModelState(s3, turn, events, runs, List.copyOf(more), budget, troubled);
  }

  /** A request that outlived its sender takes effect. */
  ModelState landed(Call call) {
    List<Call> less = new ArrayList<>(late);
    less.remove(call);
    return new ModelState(
        s3.answer(call).s3(), turn, events, runs, List.copyOf(less), budget, true);
  }
}
