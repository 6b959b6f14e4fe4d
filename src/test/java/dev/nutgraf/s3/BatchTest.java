package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.s3.Batch.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class BatchTest {
  private static final Executor THREADS = task -> new Thread(task, "batch-test").start();

  private final Batch batch = new Batch();

  @Test
  void sendsItsRequestsSideBySide() {
    CountDownLatch sent = new CountDownLatch(3);
    List<Answer<String>> answers = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      answers.add(
          batch.add(
              () -> {
                sent.countDown();
                await(sent);
                return name;
              }));
    }
    batch.send(THREADS);
    assertEquals(List.of("a", "b", "c"), answers.stream().map(Answer::get).toList());
  }

  @Test
  void waitsForTheOtherRequestsIfOneFails() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    batch.add(
        () -> {
          await(failed);
          return done.getAndSet(true);
        });
    batch.add(
        () -> {
          failed.countDown();
          throw new IllegalStateException("failed");
        });
    assertThrows(IllegalStateException.class, () -> batch.send(THREADS));
    assertTrue(done.get());
  }

  @Test
  void waitsForItsRequestsThoughItsThreadIsInterrupted() {
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch interrupted = new CountDownLatch(1);
    batch.add(
        () -> {
          await(interrupted);
          return done.getAndSet(true);
        });
    batch.add(
        () -> {
          Thread.currentThread().interrupt();
          interrupted.countDown();
          return 0;
        });
    batch.send(THREADS);
    assertTrue(done.get());
    assertTrue(Thread.interrupted());
  }

  @Test
  void throwsTheFirstFailureWithTheOthersSuppressed() {
    RuntimeException first = new IllegalStateException("first");
    Error second = new AssertionError("second");
    batch.add(
        () -> {
          throw first;
        });
    batch.add(() -> 0);
    batch.add(
        () -> {
          throw second;
        });
    assertSame(first, assertThrows(RuntimeException.class, () -> batch.send(Runnable::run)));
    assertEquals(List.of(second), List.of(first.getSuppressed()));
  }

  @Test
  void throwsAnError() {
    batch.add(
        () -> {
          throw new OutOfMemoryError("test");
        });
    assertThrows(OutOfMemoryError.class, () -> batch.send(THREADS));
  }

  @Test
  void sendsTheOtherRequestsIfAThreadCannotBeStarted() {
    AtomicBoolean done = new AtomicBoolean();
    batch.add(() -> 0);
    batch.add(() -> done.getAndSet(true));
    assertThrows(
        RejectedExecutionException.class,
        () ->
            batch.send(
                task -> {
                  throw new RejectedExecutionException();
                }));
    assertTrue(done.get());
  }

  @Test
  void letsARequestWaitForAnEarlierAnswer() {
    Answer<String> first = batch.add(() -> "first");
    Answer<String> second = batch.add(() -> first.get() + " and second");
    batch.send(THREADS);
    assertEquals("first and second", second.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
