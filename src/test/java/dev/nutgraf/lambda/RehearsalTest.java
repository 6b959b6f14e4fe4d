package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.nutgraf.s3.SummaryMaker;
import dev.nutgraf.summary.EngineSettings;
import org.junit.jupiter.api.Test;

final class RehearsalTest {

  @Test
  void reconcilesWithoutAnyS3() {
    assertDoesNotThrow(() -> Rehearsal.run(new SummaryMaker(EngineSettings.DEFAULT)));
  }
}
