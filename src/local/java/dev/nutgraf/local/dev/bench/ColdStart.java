package dev.nutgraf.local.dev.bench;

import dev.nutgraf.lambda.S3EventHandler;
import dev.nutgraf.local.runtime.LocalFunction;
import dev.nutgraf.local.runtime.Reply;
import dev.nutgraf.local.s3.LocalS3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Measures starts and invocations of the packaged function under Lambda's runtime client, next to a
 * handler that does nothing and one that only sends the same requests. Each start is pinned to one
 * core if {@code taskset} exists; variants are interleaved, so that noise affects all alike.
 *
 * <p>A start lasts from process creation to the first response. A primed start has run the hooks
 * before a snapshot; only the invocations after it are measured, as after a restore.
 */
@Command(
    name = "coldstart",
    description = "Measures starts and first invocations of target/nutgraf-lambda.zip.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ColdStart implements Callable<Integer> {
  private static final String ARTICLES = "nutgraf-articles";
  private static final String SUMMARIES = "nutgraf-summaries";

  /** As on Lambda: serial collector, first compiler only. */
  private static final List<String> JVM_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  /** Makes the runtime client run the snapshot hooks. */
  private static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

  private static final int UNTIL_WARM = 20;
  private static final int WARM = 30;

  @Option(names = "--runs", paramLabel = "N", description = "Starts of each variant; 20.")
  private int runs = 20;

  @Option(
      names = "--java",
      paramLabel = "HOME",
      description = "JDKs to start on; this one by default.")
  private List<Path> homes = List.of(Path.of(System.getProperty("java.home")));

  @Option(
      names = "--package",
      paramLabel = "ZIP",
      description = "Packages to compare; target/nutgraf-lambda.zip.")
  private List<Path> packages = List.of(Path.of("target", "nutgraf-lambda.zip"));

  @Option(names = "--article", paramLabel = "FILE", description = "The article; a seed.")
  private Path article = Path.of("seeds", "003_4b836f8422cedee9.txt");

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "Options of the function's JVM, beside Lambda's own.")
  private List<String> jvm = List.of();

  @Option(names = "--no-warm", description = "Only the start; no warm invocations.")
  private boolean noWarm;

  private ColdStart() {}

  /**
   * What is started.
   *
   * @param event the event of an article's key
   */
  private record Variant(
      String name, Path taskRoot, String handler, UnaryOperator<String> event, boolean primed) {}

  /** The measurements of one variant on one JVM. */
  private static final class Samples {
    final List<Double> startCpu = new ArrayList<>();
    final List<Double> startWall = new ArrayList<>();
    final List<Double> firstCpu = new ArrayList<>();
    final List<Double> firstWall = new ArrayList<>();
    final List<Double> warmCpu = new ArrayList<>();
    final List<Double> warmWall = new ArrayList<>();
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("coldstart");
    try (LocalS3 server = LocalS3.start();
        S3Client s3 = client(server)) {
      server.createBucket(ARTICLES);
      server.createBucket(SUMMARIES);
      List<Variant> variants = variants(folder);
      Map<String, Samples> samples = new LinkedHashMap<>();
      for (int run = 0; run < runs; run++) {
        for (Path home : homes) {
          for (Variant variant : variants) {
            String name = version(home) + ", " + variant.name();
            measure(
                home,
                variant,
                folder,
                server,
                s3,
                samples.computeIfAbsent(name, key -> new Samples()));
          }
        }
      }
      print(samples);
    }
    return 0;
  }

  private List<Variant> variants(Path folder) throws IOException {
    List<Variant> variants = new ArrayList<>();
    byte[] text = Files.readAllBytes(article);
    for (Path zip : packages) {
      Path taskRoot = folder.resolve("task" + variants.size());
      LocalFunction.unpack(zip, taskRoot);
      if (variants.isEmpty()) {
        for (Class<?> probe : List.of(EmptyHandler.class, RequestsHandler.class)) {
          copy(probe, taskRoot);
        }
        variants.add(
            new Variant(
                "empty handler", taskRoot, EmptyHandler.class.getName(), key -> "{}", false));
        variants.add(
            new Variant(
                "same S3 requests",
                taskRoot,
                RequestsHandler.class.getName(),
                key -> '"' + key + '"',
                false));
      }
      String handler = S3EventHandler.class.getName();
      UnaryOperator<String> event = key -> notification(key, text.length);
      variants.add(new Variant(zip + ", not primed", taskRoot, handler, event, false));
      variants.add(new Variant(zip + ", primed", taskRoot, handler, event, true));
    }
    return variants;
  }

  private static void copy(Class<?> type, Path taskRoot) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (@Nullable InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      Path target = taskRoot.resolve(file);
      Files.createDirectories(Optional.ofNullable(target.getParent()).orElseThrow());
      Files.write(target, bytes.readAllBytes());
    }
  }

  private void measure(
      Path home, Variant variant, Path folder, LocalS3 server, S3Client s3, Samples samples)
      throws Exception {
    List<String> java = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      java.addAll(List.of("taskset", "-c", "1"));
    }
    java.add(home.resolve("bin").resolve("java").toString());
    List<String> options = new ArrayList<>(JVM_OPTIONS);
    options.addAll(jvm);
    Map<String, String> environment = environment(server);
    if (variant.primed()) {
      options.add(HOOKS);
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    }
    byte[] text = Files.readAllBytes(article);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i <= (noWarm ? 0 : UNTIL_WARM + WARM); i++) {
      String key = "article-" + i + ".txt";
      s3.putObject(put -> put.bucket(ARTICLES).key(key), RequestBody.fromBytes(text));
      for (String suffix : List.of(".summary.txt", ".metadata.json")) {
        s3.deleteObject(delete -> delete.bucket(SUMMARIES).key(key + suffix));
      }
      keys.add(key);
    }
    long start = System.nanoTime();
    try (LocalFunction function =
        LocalFunction.start(
            java,
            variant.taskRoot(),
            variant.handler(),
            environment,
            options,
            folder.resolve("function.log"))) {
      if (variant.primed()) {
        function.started().get(1, TimeUnit.MINUTES);
        samples.startCpu.add(milliseconds(function.cpu()));
        samples.startWall.add((System.nanoTime() - start) / 1e6);
      }
      Duration before = variant.primed() ? function.cpu() : Duration.ZERO;
      long asked = variant.primed() ? System.nanoTime() : start;
      invoke(function, variant, keys.get(0));
      samples.firstWall.add((System.nanoTime() - asked) / 1e6);
      samples.firstCpu.add(milliseconds(function.cpu().minus(before)));
      if (!noWarm) {
        warm(function, variant, keys, samples);
      }
    }
  }

  private static void warm(
      LocalFunction function, Variant variant, List<String> keys, Samples samples)
      throws Exception {
    for (String key : keys.subList(1, 1 + UNTIL_WARM)) {
      invoke(function, variant, key);
    }
    Duration before = function.cpu();
    long start = System.nanoTime();
    for (String key : keys.subList(1 + UNTIL_WARM, keys.size())) {
      invoke(function, variant, key);
    }
    samples.warmWall.add((System.nanoTime() - start) / 1e6 / WARM);
    samples.warmCpu.add(milliseconds(function.cpu().minus(before)) / WARM);
  }

  private static void invoke(LocalFunction function, Variant variant, String key) throws Exception {
    Reply reply = function.invoke(variant.event().apply(key)).get(1, TimeUnit.MINUTES);
    if (reply instanceof Reply.Failure failure) {
      throw new IllegalStateException(variant.name() + ": " + failure);
    }
  }

  private static Map<String, String> environment(LocalS3 server) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ARTICLE_BUCKET", ARTICLES);
    environment.put("SUMMARY_BUCKET", SUMMARIES);
    environment.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    return environment;
  }

  private static S3Client client(LocalS3 server) {
    return S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .endpointOverride(server.endpoint())
        .forcePathStyle(true)
        .build();
  }

  private static String notification(String key, int size) {
    return """
    {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
      "eventTime": "2026-01-05T08:30:00.000Z", "eventName": "ObjectCreated:Put",
      "userIdentity": {"principalId": "AWS:AIDAEXAMPLE"},
      "requestParameters": {"sourceIPAddress": "127.0.0.1"},
      "responseElements": {"x-amz-request-id": "EXAMPLE123456789", "x-amz-id-2": "EXAMPLE"},
      "s3": {"s3SchemaVersion": "1.0", "configurationId": "articles",
        "bucket": {"name": "%s", "ownerIdentity": {"principalId": "EXAMPLE"},
          "arn": "arn:aws:s3:::%s"},
        "object": {"key": "%s", "size": %d, "eTag": "0123456789abcdef0123456789abcdef",
          "sequencer": "0065A1B2C3D4E5F678"}}}]}
    """
        .formatted(ARTICLES, ARTICLES, key, size);
  }

  private static String version(Path home) throws IOException {
    return Files.readAllLines(home.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> "JDK " + line.replaceAll("[^0-9.]", ""))
        .findFirst()
        .orElse(home.toString());
  }

  private static void print(Map<String, Samples> samples) {
    System.out.println(
        "| medians, ms (first and warm CPU: means) | start CPU | start wall | first CPU | first wall"
            + " | warm CPU | warm wall |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    samples.forEach(
        (name, s) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s |%n",
                name,
                median(s.startCpu),
                median(s.startWall),
                s.startCpu.isEmpty() ? median(s.firstCpu) : mean(s.firstCpu),
                median(s.firstWall),
                mean(s.warmCpu),
                median(s.warmWall)));
  }

  private static String median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    return sorted.length == 0 ? "" : format(sorted[sorted.length / 2]);
  }

  /** For values so small that the steps of the clock show in a median. */
  private static String mean(List<Double> values) {
    double[] all = values.stream().mapToDouble(value -> value).toArray();
    return all.length == 0 ? "" : format(Arrays.stream(all).average().orElseThrow());
  }

  private static String format(double milliseconds) {
    return String.format(Locale.ROOT, milliseconds < 100 ? "%.1f" : "%.0f", milliseconds);
  }

  private static double milliseconds(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
