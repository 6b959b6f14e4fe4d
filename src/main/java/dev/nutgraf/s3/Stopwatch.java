package dev.nutgraf.s3;

import dev.nutgraf.s3.Outcome.Phase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the time of each stage: one ends where another is entered. */
final class Stopwatch {
  private final Map<Phase, Duration> times = new EnumMap<>(Phase.class);
  private Phase stage;
  private long entered = System.nanoTime();

  Stopwatch(Phase first) {
    this.stage = first;
  }

  void enter(Phase next) {
    long now = System.nanoTime();
    times.put(stage, times.getOrDefault(stage, Duration.ZERO).plusNanos(now - entered));
    stage = next;
    entered = now;
  }

  /** The times so far. */
  Map<Phase, Duration> times() {
    enter(stage);
    return times;
  }
}
