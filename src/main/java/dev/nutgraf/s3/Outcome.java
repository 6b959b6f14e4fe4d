package dev.nutgraf.s3;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What reconciling a key came to; of a dry run, what it would have come to.
 *
 * @param status what the key has now
 * @param cause why something was done; absent where nothing was
 * @param rejection the stable code of a rejected article
 * @param articleBytes the stored size of the article, 0 where it was not read
 * @param outputBytes the bytes written
 * @param rounds how many times it looked, 1 to {@value Reconciler#MAX_ROUNDS}
 * @param times how long each stage took
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

  /** An outcome without any work. */
  public static Outcome of(Status status) {
    return new Outcome(status, Optional.empty(), Optional.empty(), 0, 0, 1, Map.of());
  }

  /** What the key has now. */
  public enum Status {
    /** A summary of chosen sentences. */
    SUMMARIZED,
    /** The whole of an article that has no more sentences than asked for. */
    SHORT,
    /** A document that says why there can be no summary. */
    REJECTED,
    /** Nothing: the article is gone, and now its outputs are. */
    REMOVED,
    /** What it had: all is as it must be. */
    UNCHANGED,
    /** What it had: the article lies in an archive storage class and cannot be read. */
    KEPT,
    /** Nothing: its outputs would have longer keys than S3 accepts. */
    KEY_TOO_LONG,
    /** Nothing: it is no article of ours. */
    IGNORED
  }

  /** Why something had to be done. */
  public enum Cause {
    /** There was no output. */
    NEW,
    /** The article is another than the outputs were made of. */
    CHANGED,
    /** The outputs were made by another engine or with other settings. */
    STALE_ENGINE,
    /** Some outputs were right and others not. */
    INCOMPLETE,
    /** The article is gone. */
    ORPHAN,
    /** It was asked for. */
    FORCED
  }

  /** What the time was spent on. */
  public enum Phase {
    /** Looking at outputs and article. */
    OBSERVE,
    /** Reading the article. */
    READ,
    /** Making the documents. */
    SUMMARIZE,
    /** Writing and deleting outputs. */
    WRITE,
    /** Waiting after somebody else was met. */
    BACK_OFF
  }
}
