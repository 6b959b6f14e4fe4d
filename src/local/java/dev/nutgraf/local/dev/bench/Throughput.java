package dev.nutgraf.local.dev.bench;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.nutgraf.lambda.Application;
import dev.nutgraf.lambda.EventJson;
import dev.nutgraf.lambda.S3EventHandler;
import dev.nutgraf.local.deployment.LocalContext;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.Notification;
import dev.nutgraf.local.deployment.Reprocessing;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.local.s3.ObjectEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Measures the function over many articles on an S3 server in this JVM, next to the same requests
 * without the function. All figures include the processor time and heap of the S3 server.
 */
@Command(
    name = "throughput",
    description = "Measures events and reprocessing over many articles, next to bare requests.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Throughput implements Callable<Integer> {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ARTICLE_BUCKET", LocalDeployment.ARTICLES, "SUMMARY_BUCKET", LocalDeployment.SUMMARIES);
  private static final int TEXTS = 50;

  @Option(
      names = "--articles",
      paramLabel = "N",
      description = "Number of articles; 1,000 by default.")
  private List<Integer> articles = List.of(1_000);

  @Option(names = "--words", paramLabel = "N", description = "Words per article; 200 by default.")
  private int words = 200;

  @Option(names = "--reprocessing-only", description = "No events and no bare requests.")
  private boolean reprocessingOnly;

  @Option(
      names = "--delay",
      paramLabel = "MS",
      description = "Milliseconds for which every answer is held; 0 by default.")
  private int delay;

  private final AtomicLong requests = new AtomicLong();

  private Throughput() {}

  @Override
  public Integer call() throws Exception {
    System.out.println(
        "| work | articles | seconds | articles/s | requests per article | live heap MB |");
    System.out.println("|---|--:|--:|--:|--:|--:|");
    for (int count : articles) {
      if (!reprocessingOnly) {
        onServer(count, this::bareRequests);
        onServer(count, this::events);
      }
      onServer(count, this::reprocessing);
    }
    return 0;
  }

  /** A measurement on a server with the articles. */
  private interface Work {
    void run(S3Client s3, int count) throws Exception;
  }

  private void onServer(int count, Work work) throws Exception {
    try (LocalS3 server = LocalS3.start();
        S3Client s3 = LocalDeployment.client(server)) {
      server.createBucket(LocalDeployment.ARTICLES);
      server.createBucket(LocalDeployment.SUMMARIES);
      List<RequestBody> texts = new ArrayList<>();
      for (int i = 0; i < TEXTS; i++) {
        texts.add(RequestBody.fromString(SyntheticArticle.english(words, i)));
      }
      parallel(
          count,
          i ->
              s3.putObject(
                  put -> put.bucket(LocalDeployment.ARTICLES).key(key(i)), texts.get(i % TEXTS)));
      server.injectFaults(
          call -> {
            requests.incrementAndGet();
            hold();
            return Optional.empty();
          });
      work.run(s3, count);
    }
  }

  private void hold() {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void bareRequests(S3Client s3, int count) throws Exception {
    RequestsHandler bare =
        new RequestsHandler(s3, LocalDeployment.ARTICLES, LocalDeployment.SUMMARIES);
    measure(
        "bare requests",
        count,
        () ->
            parallel(
                count,
                i -> {
                  try {
                    bare.send(key(i));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  private void events(S3Client s3, int count) throws Exception {
    S3EventHandler handler = new S3EventHandler(Application.of(ENVIRONMENT, s3, line -> {}));
    EventJson events = new EventJson();
    measure(
        "events",
        count,
        () ->
            parallel(
                count,
                i -> {
                  S3Event event = events.fromJson(Notification.json(created(i)), S3Event.class);
                  handler.handleRequest(event, LocalContext.of(line -> {}));
                }));
  }

  private void reprocessing(S3Client s3, int count) throws Exception {
    Reprocessing reprocessing = new Reprocessing(s3, ENVIRONMENT, line -> {});
    measure("first reprocessing", count, () -> reprocess(reprocessing));
    measure("unchanged reprocessing", count, () -> reprocess(reprocessing));
  }

  private static void reprocess(Reprocessing reprocessing) throws InterruptedException {
    AtomicLong failed = new AtomicLong();
    reprocessing.run(
        new Reprocessing.Plan("", false, false),
        new Reprocessing.Listener() {
          @Override
          public void found(int articles) {}

          @Override
          public void done(String key, String outcome, String message) {
            failed.addAndGet(message.isEmpty() ? 0 : 1);
          }
        });
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " failed");
    }
  }

  /** A task that may throw. */
  private interface Task {
    void run() throws Exception;
  }

  private void measure(String name, int count, Task task) throws Exception {
    requests.set(0);
    long start = System.nanoTime();
    task.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %.1f | %,.0f | %.2f | %,d |%n",
        name,
        count,
        seconds,
        count / seconds,
        (double) requests.get() / count,
        memory.getHeapMemoryUsage().getUsed() >> 20);
  }

  private static void parallel(int count, IntConsumer task) throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(processors);
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (int part = 0; part < processors; part++) {
        int first = part;
        parts.add(
            threads.submit(
                () -> {
                  for (int i = first; i < count; i += processors) {
                    task.accept(i);
                  }
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static String key(int article) {
    return "%03d/article-%d.txt".formatted(article / 1_000, article);
  }

  private static ObjectEvent created(int article) {
    return new ObjectEvent(
        ObjectEvent.Type.CREATED_PUT,
        LocalDeployment.ARTICLES,
        key(article),
        1,
        "etag",
        "01",
        Instant.EPOCH);
  }
}
