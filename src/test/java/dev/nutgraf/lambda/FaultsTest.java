package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.S3Call;
import dev.nutgraf.local.s3.S3Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Injects the faults of S3 and the network at the boundary of the SDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultsTest {
  private static final String KEY = "a.txt";
  private static final int REQUESTS_OF_A_NEW_ARTICLE = 7;
  private static final int REQUESTS_OF_A_REPEATED_EVENT = 4;
  private static final List<Fault> FAULTS =
      List.of(
          Fault.slowDown(),
          new Fault.ErrorResponse(500, "InternalError", false),
          new Fault.ErrorResponse(500, "InternalError", true),
          new Fault.ErrorResponse(503, "ServiceUnavailable", true),
          new Fault.ErrorResponse(412, "PreconditionFailed", false),
          new Fault.ErrorResponse(412, "PreconditionFailed", true),
          Fault.conflict(),
          new Fault.ErrorResponse(409, "ConditionalRequestConflict", true),
          Fault.lostRequest(),
          Fault.lostResponse(),
          new Fault.Truncate(),
          new Fault.Corrupt());

  private final Deployment deployment = new Deployment();
  private final Map<String, String> expected = outputsWithoutFaults();
  private int injected;

  private Map<String, String> outputsWithoutFaults() {
    deployment.put(KEY, Deployment.ARTICLE);
    deployment.deliver(KEY);
    return deployment.outputs();
  }

  @AfterEach
  void clearFaults() {
    deployment.server.injectFaults(call -> Optional.empty());
  }

  @AfterAll
  void stop() {
    deployment.close();
  }

  /** Injects one fault at each request of a new article and of a repeated event. */
  @Test
  void overcomesEveryFaultAtEveryRequest() {
    int before = injected;
    for (Fault fault : FAULTS) {
      for (int at = 1; at <= 8; at++) {
        deleteOutputs();
        injectAt(at, 1, fault);
        deliverUntilDone(fault + " at request " + at);
        injectAt(at, 1, fault);
        deliverUntilDone(fault + " at request " + at + " of the repeat");
      }
    }
    System.out.printf("Faults: %d injected one at a time, all overcome%n", injected - before);
    int planned = FAULTS.size() * (REQUESTS_OF_A_NEW_ARTICLE + REQUESTS_OF_A_REPEATED_EVENT);
    // A slow machine may add requests by a timeout and its retry.
    assertTrue(injected - before >= planned, "only " + (injected - before) + " faults injected");
  }

  /** Injects an outage that outlasts the SDK's retries, so that the event is redelivered. */
  @Test
  void overcomesAnOutageFromAnyRequest() {
    for (Fault fault : FAULTS) {
      for (int at = 1; at <= 6; at++) {
        deleteOutputs();
        injectAt(at, 5, fault);
        deliverUntilDone(fault + " from request " + at);
      }
    }
  }

  @Test
  void neverTakesATruncatedBodyForAnArticle() {
    deleteOutputs();
    inject(call -> call.operation() == S3Operation.GET_OBJECT, new Fault.Truncate());
    assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
    clearFaults();
    assertEquals(Map.of(), deployment.outputs());
  }

  @Test
  void neverTakesACorruptBodyForAnArticle() {
    deleteOutputs();
    inject(call -> call.operation() == S3Operation.GET_OBJECT, new Fault.Corrupt());
    assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
    clearFaults();
    assertEquals(Map.of(), deployment.outputs());
  }

  @Test
  void neverTakes403ForAbsence() {
    Map<String, String> before = outputsOfANewArticle();
    deployment.put(KEY, Deployment.ARTICLE + "More is to come.");
    for (S3Operation operation : List.of(S3Operation.HEAD_OBJECT, S3Operation.GET_OBJECT)) {
      inject(
          call -> call.operation() == operation && call.bucket().equals(Deployment.ARTICLES),
          new Fault.ErrorResponse(403, "AccessDenied", false));
      assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
      clearFaults();
      assertEquals(before, deployment.outputs());
    }
  }

  @Test
  void neverTakesAMissingBucketForADeletedArticle() {
    Map<String, String> before = outputsOfANewArticle();
    inject(
        call -> call.bucket().equals(Deployment.ARTICLES),
        new Fault.ErrorResponse(404, "NoSuchBucket", false));
    assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
    clearFaults();
    assertEquals(before, deployment.outputs());
  }

  @Test
  void keepsTheOutputsOfAnArchivedArticle() {
    Map<String, String> before = outputsOfANewArticle();
    deployment.put(KEY, Deployment.ARTICLE + "More is to come.");
    inject(
        call -> call.operation() == S3Operation.GET_OBJECT,
        new Fault.ErrorResponse(403, "InvalidObjectState", false));
    deployment.log.clear();
    deployment.deliver(KEY);
    clearFaults();
    assertEquals(before, deployment.outputs());
    assertTrue(deployment.log.get(0).contains("\"outcome\":\"kept\""));
  }

  @Test
  void failsIfEveryRoundLosesToAConcurrentWriter() {
    deleteOutputs();
    inject(call -> call.operation() == S3Operation.PUT_OBJECT, Fault.conflict());
    InvocationFailedException failure =
        assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
    assertTrue(failure.toString().contains("in each of 10 rounds"));
    clearFaults();
    deployment.deliver(KEY);
    assertOutputs("after the contention");
  }

  private void deleteOutputs() {
    clearFaults();
    for (String key : Set.copyOf(deployment.outputs().keySet())) {
      deployment.s3.deleteObject(b -> b.bucket(Deployment.SUMMARIES).key(key));
    }
    if (!expected.isEmpty()) {
      deployment.put(KEY, Deployment.ARTICLE);
    }
  }

  private Map<String, String> outputsOfANewArticle() {
    deleteOutputs();
    deployment.deliver(KEY);
    return deployment.outputs();
  }

  private void inject(Predicate<S3Call> where, Fault fault) {
    deployment.server.injectFaults(
        call -> where.test(call) ? Optional.of(fault) : Optional.empty());
  }

  private void injectAt(int first, int times, Fault fault) {
    AtomicInteger count = new AtomicInteger();
    deployment.server.injectFaults(
        call -> {
          int number = count.incrementAndGet();
          if (number < first || number >= first + times) {
            return Optional.empty();
          }
          injected++;
          return Optional.of(fault);
        });
  }

  /** Delivers an event again until it succeeds, as Lambda does. */
  private void deliverUntilDone(String what) {
    List<InvocationFailedException> failures = new ArrayList<>();
    while (true) {
      try {
        deployment.deliver(KEY);
        break;
      } catch (InvocationFailedException e) {
        failures.add(e);
        assertTrue(failures.size() < 8, () -> what + ": " + failures);
      }
    }
    clearFaults();
    assertOutputs(what);
  }

  private void assertOutputs(String what) {
    assertEquals(withoutTimes(expected), withoutTimes(deployment.outputs()), what);
  }

  /** Articles are written repeatedly, so their times differ. */
  private static Map<String, String> withoutTimes(Map<String, String> outputs) {
    outputs.replaceAll(
        (key, text) -> text.replaceAll("\"lastModified\"\\s*:\\s*\"[^\"]*\"", "\"lastModified\""));
    return outputs;
  }
}
