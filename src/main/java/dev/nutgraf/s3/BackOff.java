package dev.nutgraf.s3;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The wait between two rounds, after a concurrent write to the same key. */
@FunctionalInterface
public interface BackOff {
  /** The upper bound of the first wait; it doubles with every round. */
  Duration FIRST_BOUND = Duration.ofMillis(50);

  /** The largest upper bound of a wait. */
  Duration MAX_BOUND = Duration.ofSeconds(2);

  /**
   * Waits.
   *
   * @param round the round that follows, at least 2
   */
  void waitBefore(int round);

  /**
   * Returns exponential back-off with full jitter: a uniformly random wait below a bound that
   * doubles from {@link #FIRST_BOUND} to {@link #MAX_BOUND}. Full jitter spreads competing writers
   * best (M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
   */
  static BackOff exponentialWithFullJitter() {
    return round -> {
      long bound = Math.min(MAX_BOUND.toMillis(), FIRST_BOUND.toMillis() << (round - 2));
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(bound + 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ContendedException("The wait before round " + round + " was interrupted.", e);
      }
    };
  }
}
