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

/** What S3 and the network may do to a request, at the boundary of the SDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultsTest {
  private static final String KEY = "a.txt";
  private static final List<Fault> FAULTS =
      List.of(
          Fault.slowDown(),
          new Fault.Answer(500, "InternalError", false),
          new Fault.Answer(500, "InternalError", true),
          new Fault.Answer(503, "ServiceUnavailable", true),
          new Fault.Answer(412, "PreconditionFailed", false),
          new Fault.Answer(412, "PreconditionFailed", true),
          Fault.conflict(),
          new Fault.Answer(409, "ConditionalRequestConflict", true),
          Fault.lostRequest(),
          Fault.lostAnswer(),
          new Fault.Truncate(),
          new Fault.Corrupt());

  private final Deployment deployment = new Deployment();
  private final Map<String, String> right = outputsWithoutFaults();
  private int injected;

  private Map<String, String> outputsWithoutFaults() {
    deployment.put(KEY, Deployment.ARTICLE);
    deployment.deliver(KEY);
    return deployment.outputs();
  }

  @AfterEach
  void mend() {
    deployment.server.injectFaults(call -> Optional.empty());
  }

  @AfterAll
  void stop() {
    deployment.close();
  }

  /** One fault at each request of a first delivery and of a repeat, one after the other. */
  @Test
  void getsOverEveryFaultAtEveryRequest() {
    for (Fault fault : FAULTS) {
      for (int at = 1; at <= 8; at++) {
        empty();
        injectAt(at, 1, fault);
        deliverUntilDone(fault + " at request " + at);
        injectAt(at, 1, fault);
        deliverUntilDone(fault + " at request " + at + " of the repeat");
      }
    }
    System.out.printf("Faults: %d injected one at a time, all overcome%n", injected);
  }

  /** The same with an outage that outlasts the retries of the SDK: the event comes again. */
  @Test
  void endsRightAfterAnOutageAtAnyRequest() {
    for (Fault fault : FAULTS) {
      for (int at = 1; at <= 6; at++) {
        empty();
        injectAt(at, 5, fault);
        deliverUntilDone(fault + " from request " + at);
      }
    }
  }

  @Test
  void neverTakesHalfABodyForAnArticle() {
    empty();
    inject(call -> call.operation() == S3Operation.GET_OBJECT, new Fault.Truncate());
    assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
    mend();
    assertEquals(Map.of(), deployment.outputs());
  }

  @Test
  void neverTakesACorruptBodyForAnArticle() {
    empty();
    inject(call -> call.operation() == S3Operation.GET_OBJECT, new Fault.Corrupt());
    assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
    mend();
    assertEquals(Map.of(), deployment.outputs());
  }

  @Test
  void neverTakesARefusalForAbsence() {
    Map<String, String> before = delivered();
    deployment.put(KEY, Deployment.ARTICLE + "More is to come.");
    for (S3Operation operation : List.of(S3Operation.HEAD_OBJECT, S3Operation.GET_OBJECT)) {
      inject(
          call -> call.operation() == operation && call.bucket().equals(Deployment.ARTICLES),
          new Fault.Answer(403, "AccessDenied", false));
      assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
      mend();
      assertEquals(before, deployment.outputs());
    }
  }

  @Test
  void neverTakesAMissingBucketForADeletedArticle() {
    Map<String, String> before = delivered();
    inject(
        call -> call.bucket().equals(Deployment.ARTICLES),
        new Fault.Answer(404, "NoSuchBucket", false));
    assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
    mend();
    assertEquals(before, deployment.outputs());
  }

  @Test
  void keepsTheSummaryOfAnArticleThatMovedToAnArchive() {
    Map<String, String> before = delivered();
    deployment.put(KEY, Deployment.ARTICLE + "More is to come.");
    inject(
        call -> call.operation() == S3Operation.GET_OBJECT,
        new Fault.Answer(403, "InvalidObjectState", false));
    deployment.log.clear();
    deployment.deliver(KEY);
    mend();
    assertEquals(before, deployment.outputs());
    assertTrue(deployment.log.get(0).contains("\"outcome\":\"kept\""));
  }

  @Test
  void givesUpForNowWhereOthersAreAtTheKeyInEveryRound() {
    empty();
    inject(call -> call.operation() == S3Operation.PUT_OBJECT, Fault.conflict());
    InvocationFailedException failure =
        assertThrows(InvocationFailedException.class, () -> deployment.deliver(KEY));
    assertTrue(failure.toString().contains("in each of 10 rounds"));
    mend();
    deployment.deliver(KEY);
    assertOutputs("after the contention");
  }

  private void empty() {
    mend();
    for (String key : Set.copyOf(deployment.outputs().keySet())) {
      deployment.s3.deleteObject(b -> b.bucket(Deployment.SUMMARIES).key(key));
    }
    if (!right.isEmpty()) {
      deployment.put(KEY, Deployment.ARTICLE);
    }
  }

  private Map<String, String> delivered() {
    empty();
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

  /** As the platform does: an event that failed is delivered again. */
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
    mend();
    assertOutputs(what);
  }

  private void assertOutputs(String what) {
    assertEquals(withoutTimes(right), withoutTimes(deployment.outputs()), what);
  }

  /** Every article is put anew, so only the time differs. */
  private static Map<String, String> withoutTimes(Map<String, String> outputs) {
    outputs.replaceAll(
        (key, text) -> text.replaceAll("\"lastModified\"\\s*:\\s*\"[^\"]*\"", "\"lastModified\""));
    return outputs;
  }
}
