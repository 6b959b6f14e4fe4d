package dev.nutgraf.s3;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of reconciling a key; for a dry run, the outcome that a real run would have.
 *
 * @param status the resulting state of the outputs
 * @param cause the reason for a change; absent if nothing was changed
 * @param rejection the stable code of a rejected article
 * @param articleBytes the stored size of the article, 0 if it wasn't read
 * @param outputBytes the number of bytes written
 * @param rounds the number of rounds, 1 to {@value Reconciler#MAX_ROUNDS}
 * @param times the time spent in each phase
 */
public record Outcome(
    Status status,
    Optional<Cause> cause,
    Optional<String> rejection,
    long articleBytes,
    long outputBytes,
    int rounds,
    Map<Phase, Duration> times) {

  /** Copies the map. */
  public Outcome {
    times = Map.copyOf(times);
  }

  /** Returns an outcome that took no work. */
  public static Outcome of(Status status) {
    return new Outcome(status, Optional.empty(), Optional.empty(), 0, 0, 1, Map.of());
  }

  /** The state of a key's outputs after reconciling. */
  public enum Status {
    /** A summary of selected sentences was written. */
    SUMMARIZED,
    /** The article has no more sentences than requested; the whole of it was written. */
    SHORT,
    /** The article can't be summarized; a metadata document with the reason was written. */
    REJECTED,
    /** The article is gone and its outputs were deleted. */
    REMOVED,
    /** All outputs already matched the article. */
    UNCHANGED,
    /** The article is archived and unreadable; its outputs were left alone. */
    KEPT,
    /** The keys of the outputs would be longer than S3 accepts; nothing was written. */
    KEY_TOO_LONG,
    /** The key isn't an article's; nothing was read or written. */
    IGNORED
  }

  /** The reason for a change. */
  public enum Cause {
    /** There were no outputs. */
    NEW,
    /** The outputs describe another state of the article. */
    CHANGED,
    /** The outputs were written by another engine version or with other settings. */
    STALE_ENGINE,
    /** Some outputs were right and others missing or wrong. */
    INCOMPLETE,
    /** The outputs belong to an article that no longer exists. */
    ORPHAN,
    /** The request forced a rewrite. */
    FORCED
  }

  /** The phases of reconciling. */
  public enum Phase {
    /** Reading the state of outputs and article. */
    OBSERVE,
    /** Reading the article's content. */
    READ,
    /** Generating the documents. */
    SUMMARIZE,
    /** Writing and deleting outputs. */
    WRITE,
    /** Waiting after a concurrent write. */
    BACK_OFF
  }
}
