package dev.nutgraf.s3;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The wait before another round, after somebody else was met at the same key. */
@FunctionalInterface
public interface BackOff {

  /**
   * Waits.
   *
   * @param round the round that follows, 2 or more
   */
  void before(int round);

  /** Sleeps for a random time whose upper bound doubles from 50 ms to 2 s. */
  static BackOff randomBackOff() {
    return round -> {
      long most = Math.min(2_000L, 50L << (round - 2));
      try {
        Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1)).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ContendedException("Interrupted between two rounds.", e);
      }
    };
  }
}
