package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.ObjectEvent;
import dev.nutgraf.summary.Document.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Reconciling under real concurrency, through the AWS SDK: a writer that puts, overwrites and
 * deletes articles, functions that get the events late, twice and out of order, and an S3 that
 * fails intermittently.
 */
final class ConcurrencyTest {
  private static final int ROUNDS = 4;
  private static final int KEYS = 6;
  private static final int CHANGES = 60;
  private static final int FUNCTIONS = 4;
  private static final int FAULT_PERCENT = 5;
  private static final List<String> ARTICLES =
      List.of(
          Deployment.ARTICLE,
          Deployment.ARTICLE + "The bridge is 90 years old.",
          "The ferry sank on Tuesday. Nobody was hurt. Divers will look for the bell in spring.",
          "");

  @Test
  void everyArticleHasExactlyItsSummaryOnceEventsStop() throws Exception {
    int delivered = 0;
    int faults = 0;
    for (int seed = 1; seed <= ROUNDS; seed++) {
      Simulation simulation = new Simulation(seed);
      simulation.run();
      delivered += simulation.deliveries.get();
      faults += simulation.faults.get();
    }
    System.out.printf(
        "Concurrency: %d changes, %d deliveries, %d faults injected, every article matches%n",
        ROUNDS * CHANGES, delivered, faults);
    assertTrue(faults > 0, "No fault was injected");
  }

  private static final class Simulation {
    private final int seed;
    private final Random random;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();

    Simulation(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void run() throws Exception {
      try (Deployment deployment = new Deployment()) {
        deployment.server.onObjectEvent(this::enqueue);
        List<Callable<Void>> workers = new ArrayList<>();
        workers.add(() -> write(deployment));
        workers.addAll(Collections.nCopies(FUNCTIONS, () -> function(deployment)));
        // The writer counts as one event until it has ended.
        pending.incrementAndGet();
        Random fault = new Random(seed);
        deployment.server.injectFaults(
            call -> fault(fault, call.bucket().equals(Deployment.SUMMARIES)));
        join(workers);
        deployment.server.injectFaults(call -> Optional.empty());
        check(deployment);
      }
    }

    private synchronized Optional<Fault> fault(Random random, boolean ofOutputs) {
      if (!ofOutputs || random.nextInt(100) >= FAULT_PERCENT) {
        return Optional.empty();
      }
      faults.incrementAndGet();
      return Optional.of(
          switch (random.nextInt(4)) {
            case 0 -> Fault.slowDown();
            case 1 -> Fault.lostRequest();
            case 2 -> Fault.lostResponse();
            default -> new Fault.ErrorResponse(500, "InternalError", true);
          });
    }

    private static void join(List<Callable<Void>> workers) throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(workers.size());
      try {
        for (Future<Void> worker : threads.invokeAll(workers)) {
          worker.get();
        }
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      } finally {
        threads.shutdownNow();
      }
    }

    private void enqueue(ObjectEvent event) {
      if (event.bucket().equals(Deployment.ARTICLES)) {
        pending.incrementAndGet();
        events.add(event.key());
      }
    }

    private Void write(Deployment deployment) {
      for (int i = 0; i < CHANGES; i++) {
        String key = "article-" + random.nextInt(KEYS) + ".txt";
        String article = ARTICLES.get(random.nextInt(ARTICLES.size()));
        if (random.nextInt(4) == 0) {
          deployment.delete(key);
        } else {
          deployment.put(key, article);
        }
      }
      end();
      return null;
    }

    /** Ends an event; the last one stops the functions. */
    private void end() {
      if (pending.decrementAndGet() == 0) {
        for (int i = 0; i < FUNCTIONS; i++) {
          events.add("");
        }
      }
    }

    private Void function(Deployment deployment) throws InterruptedException {
      Random own = new Random(seed);
      for (String key = events.take(); !key.isEmpty(); key = events.take()) {
        deliveries.incrementAndGet();
        try {
          deployment.deliver(key);
          if (own.nextInt(10) == 0) {
            pending.incrementAndGet();
            events.add(key);
          }
        } catch (InvocationFailedException e) {
          pending.incrementAndGet();
          events.add(key);
        }
        end();
      }
      return null;
    }

    /** Checks that the outputs are those of one undisturbed run on the articles as they are. */
    private void check(Deployment deployment) {
      Map<String, String> outputs = deployment.outputs();
      for (int i = 0; i < KEYS; i++) {
        deployment.log.clear();
        deployment.deliver("article-" + i + ".txt");
        assertTrue(
            deployment.log.get(0).contains("\"outcome\":\"unchanged\""),
            "seed " + seed + ": " + deployment.log.get(0));
      }
      for (String key : List.copyOf(outputs.keySet())) {
        deployment.s3.deleteObject(b -> b.bucket(Deployment.SUMMARIES).key(key));
      }
      for (int i = 0; i < KEYS; i++) {
        deployment.deliver("article-" + i + ".txt");
      }
      assertEquals(deployment.outputs(), outputs, "seed " + seed);
      assertTrue(
          outputs.keySet().stream()
              .filter(key -> key.endsWith(Kind.SUMMARY.suffix()))
              .allMatch(key -> outputs.containsKey(metadataBeside(key))));
    }

    private static String metadataBeside(String summary) {
      return summary.substring(0, summary.length() - Kind.SUMMARY.suffix().length())
          + Kind.METADATA.suffix();
    }
  }
}
