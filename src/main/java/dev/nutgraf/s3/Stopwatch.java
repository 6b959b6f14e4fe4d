package dev.nutgraf.s3;

import dev.nutgraf.s3.Outcome.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the time of each stage: one ends where another is entered. */
final class Stopwatch {
  private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);
  private Stage stage;
  private long entered = System.nanoTime();

  Stopwatch(Stage first) {
    this.stage = first;
  }

  void enter(Stage next) {
    long now = System.nanoTime();
    times.put(stage, times.getOrDefault(stage, Duration.ZERO).plusNanos(now - entered));
    stage = next;
    entered = now;
  }

  /** The times so far. */
  Map<Stage, Duration> times() {
    enter(stage);
    return times;
  }
}
