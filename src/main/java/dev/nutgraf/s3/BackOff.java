package dev.nutgraf.s3;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The wait between two rounds, after a concurrent write to the same key. */
@FunctionalInterface
public interface BackOff {
  /**
   * Waits.
   *
   * @param round the round that follows, at least 2
   */
  void waitBefore(int round);

  /**
   * Returns exponential back-off with full jitter: a uniformly random wait up to {@link #maxWait}.
   * Full jitter spreads competing writers best (M. Brooker, "Exponential Backoff and Jitter", AWS
   * Architecture Blog, 2015).
   */
  static BackOff exponentialWithFullJitter() {
    return round -> {
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(maxWait(round).toMillis() + 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ContendedException("The wait before round " + round + " was interrupted.", e);
      }
    };
  }

  /** Returns the longest wait before a round: 50 ms before round 2, doubled each time up to 2 s. */
  static Duration maxWait(int round) {
    return Duration.ofMillis(Math.min(2_000L, 50L << (round - 2)));
  }
}
