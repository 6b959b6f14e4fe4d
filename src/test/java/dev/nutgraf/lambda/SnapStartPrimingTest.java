package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.S3Call;
import dev.nutgraf.local.s3.S3Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SnapStartPrimingTest {
  private final Deployment deployment = new Deployment();
  private final List<S3Call> calls = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  void looksOnceAtS3AndWritesNothing() {
    deployment.server.injectFaults(
        call -> {
          calls.add(call);
          return Optional.empty();
        });
    rehearse();
    assertEquals(List.of(S3Operation.HEAD_OBJECT), calls.stream().map(S3Call::operation).toList());
    deployment.server.injectFaults(call -> Optional.empty());
    assertEquals(Map.of(), deployment.outputs());
    assertEquals(List.of(), deployment.log);
  }

  @Test
  void goesOnWhereS3Refuses() {
    deployment.server.injectFaults(
        call -> Optional.of(new Fault.Answer(403, "AccessDenied", false)));
    assertDoesNotThrow(this::rehearse);
  }

  private void rehearse() {
    deployment.application.beforeCheckpoint(Core.getGlobalContext());
  }
}
