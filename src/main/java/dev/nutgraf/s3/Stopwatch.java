package dev.nutgraf.s3;

import dev.nutgraf.s3.Outcome.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up the time of each stage. */
final class Stopwatch {
  private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);

  <T> T time(Stage stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      times.merge(stage, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
    }
  }

  void time(Stage stage, Runnable work) {
    time(
        stage,
        () -> {
          work.run();
          return stage;
        });
  }

  Map<Stage, Duration> times() {
    return times;
  }
}
