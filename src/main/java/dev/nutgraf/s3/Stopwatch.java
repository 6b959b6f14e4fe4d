package dev.nutgraf.s3;

import dev.nutgraf.s3.Outcome.Phase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the time spent in each phase. Entering a phase ends the one before. */
final class Stopwatch {
  private final Map<Phase, Duration> times = new EnumMap<>(Phase.class);
  private Phase phase;
  private long enteredNanos = System.nanoTime();

  Stopwatch(Phase first) {
    this.phase = first;
  }

  void enter(Phase next) {
    long now = System.nanoTime();
    times.put(phase, times.getOrDefault(phase, Duration.ZERO).plusNanos(now - enteredNanos));
    phase = next;
    enteredNanos = now;
  }

  /** Returns the times up to now. */
  Map<Phase, Duration> times() {
    enter(phase);
    return times;
  }
}
