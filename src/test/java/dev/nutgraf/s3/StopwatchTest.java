package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.s3.Outcome.Phase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StopwatchTest {

  @Test
  void measuresThePhasesThatWereEntered() {
    Stopwatch stopwatch = new Stopwatch(Phase.OBSERVE);
    stopwatch.enter(Phase.READ);
    assertEquals(Set.of(Phase.OBSERVE, Phase.READ), stopwatch.times().keySet());
  }

  @Test
  void addsUpThePartsOfAPhase() {
    Stopwatch stopwatch = new Stopwatch(Phase.OBSERVE);
    Duration before = observing(stopwatch);
    stopwatch.enter(Phase.WRITE);
    stopwatch.enter(Phase.OBSERVE);
    Duration after = observing(stopwatch);
    assertFalse(before.isNegative());
    assertTrue(after.compareTo(before) >= 0, before + " " + after);
  }

  private static Duration observing(Stopwatch stopwatch) {
    return stopwatch.times().getOrDefault(Phase.OBSERVE, Duration.ofNanos(-1));
  }
}
