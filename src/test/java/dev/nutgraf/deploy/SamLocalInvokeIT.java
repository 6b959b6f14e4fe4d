package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.deployment.DeploymentSettings;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.local.runtime.LocalFunction;
import dev.nutgraf.local.runtime.Reply;
import dev.nutgraf.local.s3.ObjectEvent;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.EngineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What {@code sam local invoke} does by the README, as far as it goes without Docker: the package
 * under Lambda's runtime client, with the environment that SAM CLI makes of the template and {@code
 * events/env.json}, reaches the local S3 by the name that a container has for this machine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamLocalInvokeIT {
  private static final Path ZIP = Path.of("target", "nutgraf-lambda.zip");
  private static final Path EVENTS = Path.of("events");

  /** The article of {@code article-created.json}. */
  private static final String KEY = "000_540a6e401f13c6b3.txt";

  /** The log line in README.md, without what varies. */
  private static final Pattern SHOWN_LOG =
      Pattern.compile("^\\{\\.\\.\\.(.*\"outcome\".*)\\.\\.\\.}$", Pattern.MULTILINE);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The function that an event is for, by the first words of its file name. */
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "article-", "SummarizeFunction",
          "several-", "SummarizeFunction",
          "s3-test-", "SummarizeFunction",
          "eventbridge-", "EventBridgeFunction",
          "queue-", "QueueFunction",
          "batch-", "BatchOperationsFunction",
          "reprocess-", "ReprocessFunction");

  /** What isn't an event of a function: the variables, and the input of the state machine. */
  private static final List<String> OTHERS = List.of("env.json", "reprocess-schedule.json");

  @TempDir private static Path folder = Path.of("");

  private final Template template = Template.read();
  private final Map<String, LocalFunction> functions = new TreeMap<>();
  private Optional<LocalDeployment> running = Optional.empty();

  @BeforeAll
  void startServeAndPutTheSeeds() throws IOException {
    LocalDeployment deployment =
        LocalDeployment.start(
            ListenAddress.of("127.0.0.1", List.of(endpoint().getHost())),
            0,
            new DeploymentSettings(
                EngineSettings.DEFAULT.withPage(true), folder.resolve("summaries")));
    running = Optional.of(deployment);
    List<ObjectEvent> events = Collections.synchronizedList(new ArrayList<>());
    deployment.server().onObjectEvent(events::add);
    try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
      for (Path seed : seeds.toList()) {
        String key = seed.getFileName().toString();
        s3().putObject(
                put -> put.bucket(LocalDeployment.ARTICLES).key(key), RequestBody.fromFile(seed));
      }
    }
    List.copyOf(events).forEach(deployment::deliver);
    LocalFunction.unpack(ZIP, folder.resolve("task"));
    Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + endpoint().getHost() + "\n");
  }

  @AfterAll
  void stop() {
    functions.values().forEach(LocalFunction::close);
    running.ifPresent(LocalDeployment::close);
  }

  static List<Path> events() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .filter(file -> !OTHERS.contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void handsEveryEventToItsFunction(Path event) throws Exception {
    String function =
        FUNCTIONS.entrySet().stream()
            .filter(entry -> event.getFileName().toString().startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no function for " + event));
    assertInstanceOf(Reply.Success.class, invoke(function, event), () -> log(function));
  }

  @Test
  void leavesTheOutputsOfServeAsTheyAre() throws Exception {
    invoke("SummarizeFunction", EVENTS.resolve("article-created.json"));
    List<String> writes = Collections.synchronizedList(new ArrayList<>());
    deployment().server().onObjectEvent(write -> writes.add(write.key()));
    assertInstanceOf(
        Reply.Success.class, invoke("SummarizeFunction", EVENTS.resolve("article-created.json")));
    assertEquals(List.of(), writes);
  }

  @Test
  void writesTheOutputsOfServeAgainAfterTheyWereDeleted() throws Exception {
    Map<String, String> before = outputs();
    assertTrue(before.containsKey(KEY + Document.Kind.PAGE.suffix()), before::toString);
    before.keySet().forEach(key -> delete(LocalDeployment.SUMMARIES, key));
    assertInstanceOf(
        Reply.Success.class, invoke("SummarizeFunction", EVENTS.resolve("article-created.json")));
    assertEquals(before, outputs(), () -> log("SummarizeFunction"));
    Matcher shown = SHOWN_LOG.matcher(Files.readString(Path.of("README.md")));
    assertTrue(shown.find());
    assertTrue(log("SummarizeFunction").contains(shown.group(1)), () -> log("SummarizeFunction"));
  }

  private Reply invoke(String function, Path event) throws Exception {
    return functions
        .computeIfAbsent(function, this::start)
        .invoke(Files.readString(event))
        .get(60, TimeUnit.SECONDS);
  }

  private LocalFunction start(String function) {
    Map<String, String> environment = new SamEnvironment(template, environmentFile()).of(function);
    // The port of this test's S3; the host stays.
    environment.put(
        "AWS_ENDPOINT_URL_S3",
        "http://%s:%d".formatted(endpoint().getHost(), deployment().server().endpoint().getPort()));
    return LocalFunction.start(
        folder.resolve("task"),
        template.function(function).get("Handler").asText(),
        environment,
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djdk.net.hosts.file=" + folder.resolve("hosts")),
        folder.resolve(function + ".log"));
  }

  /** The outputs of the event's article: their contents by key. */
  private Map<String, String> outputs() {
    Map<String, String> outputs = new TreeMap<>();
    s3().listObjectsV2(list -> list.bucket(LocalDeployment.SUMMARIES).prefix(KEY + "."))
        .contents()
        .forEach(
            object ->
                outputs.put(
                    object.key(),
                    s3().getObjectAsBytes(
                            get -> get.bucket(LocalDeployment.SUMMARIES).key(object.key()))
                        .asUtf8String()));
    return outputs;
  }

  private void delete(String bucket, String key) {
    s3().deleteObject(delete -> delete.bucket(bucket).key(key));
  }

  private LocalDeployment deployment() {
    return running.orElseThrow();
  }

  private S3Client s3() {
    return deployment().s3();
  }

  private static URI endpoint() {
    return URI.create(environmentFile().at("/Parameters/AWS_ENDPOINT_URL_S3").textValue());
  }

  private static JsonNode environmentFile() {
    try {
      return JSON.readTree(EVENTS.resolve("env.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String log(String function) {
    try {
      return Files.readString(folder.resolve(function + ".log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
