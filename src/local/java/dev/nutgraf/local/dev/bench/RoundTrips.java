package dev.nutgraf.local.dev.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.lambda.ReprocessHandler;
import dev.nutgraf.lambda.S3EventHandler;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.Notification;
import dev.nutgraf.local.runtime.LocalFunction;
import dev.nutgraf.local.runtime.Reply;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.local.s3.ObjectEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Measures deliveries and batches of the packaged function on an S3 that holds every answer for a
 * while. Packages are interleaved, so that noise affects all alike.
 */
@Command(
    name = "roundtrips",
    description = "Measures how long the function waits for S3, with target/nutgraf-lambda.zip.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RoundTrips implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH_SIZE = 40;
  private static final int BATCHES_EVERY = 10;
  private static final int UNTIL_WARM = 10;
  private static final int WORDS = 400;

  @Option(
      names = "--package",
      paramLabel = "ZIP",
      description = "Packages to compare; target/nutgraf-lambda.zip.")
  private List<Path> packages = List.of(Path.of("target", "nutgraf-lambda.zip"));

  @Option(
      names = "--delay",
      paramLabel = "MS",
      description = "How long S3 holds an answer; 0, 5, 15 and 50 ms.")
  private List<Integer> delays = List.of(0, 5, 15, 50);

  @Option(names = "--runs", paramLabel = "N", description = "Deliveries of each kind; 100.")
  private int runs = 100;

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "Options of the function's JVM; as on Lambda.")
  private List<String> jvm = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  private final List<Interval> requests = new ArrayList<>();
  private volatile int delay;

  private RoundTrips() {}

  /** The time of a request to S3, up to its answer. */
  private record Interval(long start, long end) {}

  /** The measurements of one kind of work with one package and delay. */
  private static final class Samples {
    private final List<Double> milliseconds = new ArrayList<>();
    private final List<Double> requests = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();

    private static double median(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
      return sorted[sorted.length / 2];
    }
  }

  /** The functions of one package. */
  private record Functions(String name, LocalFunction events, LocalFunction batches)
      implements AutoCloseable {
    @Override
    public void close() {
      events.close();
      batches.close();
    }
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("roundtrips");
    List<Functions> functions = new ArrayList<>();
    try (LocalS3 server = LocalS3.start();
        S3Client s3 = LocalDeployment.client(server)) {
      server.createBucket(LocalDeployment.ARTICLES);
      server.createBucket(LocalDeployment.SUMMARIES);
      server.injectFaults(
          call -> {
            hold();
            return Optional.empty();
          });
      for (Path zip : packages) {
        functions.add(start(zip, folder, functions.size(), server));
      }
      for (int milliseconds : delays) {
        measure(functions, s3, milliseconds);
      }
    } finally {
      functions.forEach(Functions::close);
    }
    return 0;
  }

  private Functions start(Path zip, Path folder, int number, LocalS3 server) throws Exception {
    Path task = folder.resolve("task" + number);
    LocalFunction.unpack(zip, task);
    Map<String, String> environment = new HashMap<>();
    environment.put("ARTICLE_BUCKET", LocalDeployment.ARTICLES);
    environment.put("SUMMARY_BUCKET", LocalDeployment.SUMMARIES);
    environment.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    return new Functions(
        zip.toString(),
        start(task, S3EventHandler.class, environment, folder.resolve("events" + number + ".log")),
        start(
            task,
            ReprocessHandler.class,
            environment,
            folder.resolve("batches" + number + ".log")));
  }

  /** Starts one function after the other: the runtime client unpacks its library into /tmp. */
  private LocalFunction start(
      Path task, Class<?> handler, Map<String, String> environment, Path log) throws Exception {
    LocalFunction function = LocalFunction.start(task, handler.getName(), environment, jvm, log);
    function.started().get(1, TimeUnit.MINUTES);
    return function;
  }

  /** Holds a request of the function; the benchmark's own requests aren't held. */
  private void hold() {
    int milliseconds = delay;
    if (milliseconds < 0) {
      return;
    }
    long start = System.nanoTime();
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (requests) {
      requests.add(new Interval(start, System.nanoTime()));
    }
  }

  private void measure(List<Functions> functions, S3Client s3, int milliseconds) throws Exception {
    // By work, then by package.
    Map<String, Map<String, Samples>> samples = new LinkedHashMap<>();
    for (int run = -UNTIL_WARM; run < runs; run++) {
      if (run == 0) {
        samples.clear();
      }
      for (Functions one : functions) {
        String key = "event-%d.txt".formatted(run + UNTIL_WARM);
        delay = -1;
        put(s3, key, 1);
        deliver("first delivery", one, key, milliseconds, samples);
        deliver("repeat", one, key, milliseconds, samples);
        put(s3, key, 2);
        deliver("change", one, key, milliseconds, samples);
        s3.deleteObject(delete -> delete.bucket(LocalDeployment.ARTICLES).key(key));
        deliver("delete", one, key, milliseconds, samples);
        if (Math.floorMod(run, BATCHES_EVERY) == 0) {
          batches(one, s3, milliseconds, samples);
        }
      }
    }
    samples.forEach(
        (work, byPackage) ->
            byPackage.forEach(
                (name, s) ->
                    System.out.printf(
                        Locale.ROOT,
                        "| %d | %s | %s | %.0f | %.0f | %.1f |%n",
                        milliseconds,
                        work,
                        name,
                        Samples.median(s.requests),
                        Samples.median(s.waits),
                        Samples.median(s.milliseconds))));
  }

  private void deliver(
      String work,
      Functions functions,
      String key,
      int milliseconds,
      Map<String, Map<String, Samples>> samples)
      throws Exception {
    ObjectEvent event =
        new ObjectEvent(
            ObjectEvent.Type.CREATED_PUT,
            LocalDeployment.ARTICLES,
            key,
            1,
            "etag",
            "01",
            Instant.EPOCH);
    invoke(
        work,
        functions.name(),
        functions.events(),
        Notification.json(event),
        milliseconds,
        samples);
  }

  private void batches(
      Functions functions, S3Client s3, int milliseconds, Map<String, Map<String, Samples>> samples)
      throws Exception {
    List<String> articles =
        IntStream.range(0, BATCH_SIZE).mapToObj("batch-%02d.txt"::formatted).toList();
    for (String article : articles) {
      put(s3, article, 1);
    }
    List<String> outputs =
        articles.stream()
            .flatMap(key -> List.of(key + ".metadata.json", key + ".summary.txt").stream())
            .toList();
    String name = functions.name();
    LocalFunction batches = functions.batches();
    invoke("batch, new", name, batches, batch("articles", s3, articles), milliseconds, samples);
    invoke("batch, same", name, batches, batch("articles", s3, articles), milliseconds, samples);
    invoke(
        "batch of outputs",
        name,
        batches,
        batch("summaries", s3, outputs.subList(0, BATCH_SIZE)),
        milliseconds,
        samples);
    for (String output : outputs) {
      s3.deleteObject(delete -> delete.bucket(LocalDeployment.SUMMARIES).key(output));
    }
  }

  private static String batch(String side, S3Client s3, List<String> keys) {
    ObjectNode batch = JSON.createObjectNode();
    batch.putObject("BatchInput").put("side", side);
    String bucket = side.equals("articles") ? LocalDeployment.ARTICLES : LocalDeployment.SUMMARIES;
    s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
        .filter(object -> keys.contains(object.key()))
        .forEach(
            object ->
                batch
                    .withArray("Items")
                    .addObject()
                    .put("Key", object.key())
                    .put("Etag", object.eTag())
                    .put("LastModified", object.lastModified().getEpochSecond())
                    .put("Size", object.size()));
    return batch.toString();
  }

  private void invoke(
      String work,
      String name,
      LocalFunction function,
      String event,
      int milliseconds,
      Map<String, Map<String, Samples>> samples)
      throws Exception {
    requests.clear();
    delay = milliseconds;
    long start = System.nanoTime();
    Reply reply = function.invoke(event).get(1, TimeUnit.MINUTES);
    double elapsed = (System.nanoTime() - start) / 1e6;
    delay = -1;
    if (reply instanceof Reply.Failure failure) {
      throw new IllegalStateException(name + ": " + failure);
    }
    Samples all =
        samples
            .computeIfAbsent(work, key -> new LinkedHashMap<>())
            .computeIfAbsent(name, key -> new Samples());
    all.milliseconds.add(elapsed);
    all.requests.add((double) requests.size());
    all.waits.add((double) longestChain());
  }

  /** Returns the length of the longest chain of requests that didn't overlap. */
  private int longestChain() {
    int length = 0;
    long end = Long.MIN_VALUE;
    for (Interval request :
        requests.stream().sorted(Comparator.comparingLong(Interval::end)).toList()) {
      if (request.start() >= end) {
        length++;
        end = request.end();
      }
    }
    return length;
  }

  private static void put(S3Client s3, String key, int version) {
    String text = SyntheticArticle.english(WORDS, version);
    s3.putObject(
        put -> put.bucket(LocalDeployment.ARTICLES).key(key), RequestBody.fromString(text));
  }
}
