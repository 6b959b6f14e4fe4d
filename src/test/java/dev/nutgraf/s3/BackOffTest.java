package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackOffTest {

  @ParameterizedTest
  @CsvSource({"2, 50", "3, 100", "4, 200", "7, 1600", "8, 2000", "10, 2000"})
  void doublesTheBoundUpToTwoSeconds(int round, long milliseconds) {
    assertEquals(Duration.ofMillis(milliseconds), BackOff.maxWait(round));
  }

  @Test
  void failsAndKeepsTheInterruptIfTheThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(
        ContendedException.class,
        () -> BackOff.exponentialWithFullJitter().waitBefore(Reconciler.MAX_ROUNDS));
    assertTrue(Thread.interrupted());
  }
}
