package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.runtime.LocalFunction;
import dev.nutgraf.local.runtime.Reply;
import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.MetadataSchema;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The package that is deployed, under the runtime client that Lambda starts it with, on the events
 * of {@code events/} that S3 sends to the function itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PackagedFunctionIT {

  private static final Path ZIP = Path.of("target", "nutgraf-lambda.zip");
  private static final String HANDLER = "dev.nutgraf.lambda.S3EventHandler::handleRequest";
  private static final String ARTICLES = "nutgraf-articles";
  private static final String SUMMARIES = "nutgraf-summaries";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What keeps a JVM on Lambda small and quick to start. */
  private static final List<String> JVM_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

  private static final String PLAIN =
      """
      Harbor bridge reopens

      The harbor bridge reopened on Monday after nine months of repairs. Engineers replaced 400 \
      bolts and the whole of the eastern deck. The city expects 30,000 cars a day on the bridge. \
      Ferries will run until the end of the month. “We are glad – and tired”, said the mayor 🙂.
      """;
  private static final String HTML =
      "<!DOCTYPE html><html lang=\"en\"><title>Harbor bridge reopens</title><article><p>"
          + PLAIN.strip().replace("\n\n", "</p><p>")
          + "</p></article></html>";

  @TempDir private static Path folder = Path.of("");

  private final LocalS3 server = LocalS3.start();
  private final S3Client s3 =
      S3Client.builder()
          .endpointOverride(server.endpoint())
          .region(Region.US_EAST_1)
          .forcePathStyle(true)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();
  private Optional<LocalFunction> function = Optional.empty();

  /** A record of a notification. */
  private record Change(String key, boolean created) {

    boolean isArticle() {
      return !key.endsWith("/");
    }
  }

  @BeforeAll
  void startTheFunction() {
    server.createBucket(ARTICLES);
    server.createBucket(SUMMARIES);
    LocalFunction.unpack(ZIP, folder.resolve("task"));
    function = Optional.of(start("main", settings()));
  }

  @AfterAll
  void stop() {
    function.ifPresent(LocalFunction::close);
    s3.close();
    server.close();
  }

  @BeforeEach
  void emptyTheBuckets() {
    server.injectFaults(call -> Optional.empty());
    for (String bucket : List.of(ARTICLES, SUMMARIES)) {
      for (String key : keys(bucket)) {
        s3.deleteObject(b -> b.bucket(bucket).key(key));
      }
    }
  }

  static List<Path> eventsOfS3() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("events"))) {
      return files.filter(file -> isFromS3(read(file))).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("eventsOfS3")
  void makesTheSummariesAgreeWithTheArticlesThatAnEventNames(Path event) throws Exception {
    List<Change> changes = changes(read(event));
    for (Change change : changes) {
      if (change.created()) {
        put(ARTICLES, change.key(), article(change.key()));
      } else {
        outputs(change.key()).forEach(output -> put(SUMMARIES, output, "of an article now gone"));
      }
    }

    assertInstanceOf(Reply.Success.class, invoke(Files.readString(event)), this::log);

    Set<String> expected =
        changes.stream()
            .filter(change -> change.created() && change.isArticle())
            .flatMap(change -> outputs(change.key()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, keys(SUMMARIES), this::log);
    for (Change change : changes) {
      if (change.created() && change.isArticle()) {
        assertSummaryQuotes(change.key());
      }
    }
  }

  @Test
  void writesNothingWhenAnEventIsDeliveredAgain() throws Exception {
    Path event = Path.of("events", "article-created.json");
    put(ARTICLES, changes(read(event)).get(0).key(), PLAIN);
    invoke(Files.readString(event));
    List<String> writes = Collections.synchronizedList(new ArrayList<>());
    server.onObjectEvent(write -> writes.add(write.key()));
    assertInstanceOf(Reply.Success.class, invoke(Files.readString(event)), this::log);
    assertEquals(List.of(), writes);
  }

  @Test
  void failsAnInvocationThatLambdaMustRepeatAndGoesOn() throws Exception {
    Path event = Path.of("events", "article-created.json");
    put(ARTICLES, changes(read(event)).get(0).key(), PLAIN);
    server.injectFaults(
        call ->
            call.bucket().equals(ARTICLES)
                ? Optional.of(new Fault.ErrorResponse(403, "AccessDenied", false))
                : Optional.empty());
    Reply reply = invoke(Files.readString(event));
    assertInstanceOf(Reply.Failure.class, reply, this::log);
    assertEquals(Set.of(), keys(SUMMARIES));

    server.injectFaults(call -> Optional.empty());
    assertInstanceOf(Reply.Success.class, invoke(Files.readString(event)), this::log);
    assertEquals(Document.Kind.values().length, keys(SUMMARIES).size());
  }

  @Test
  void doesNotStartWithASettingThatIsWrong() throws Exception {
    Map<String, String> settings = settings();
    settings.put("SUMMARY_SENTENCES", "none");
    try (LocalFunction misled = start("misled", settings)) {
      Reply reply = misled.invoke("{\"Records\":[]}").get(60, TimeUnit.SECONDS);
      Reply.Failure failure = assertInstanceOf(Reply.Failure.class, reply);
      assertTrue(failure.payload().contains("SUMMARY_SENTENCES"), failure.payload());
    }
  }

  /** As sam local invoke passes it, and an unresolved parameter of the template. */
  @Test
  void startsWithEmptyVariablesOfTheSdk() throws Exception {
    Map<String, String> settings = settings();
    for (String name :
        List.of(
            "AWS_ENDPOINT_URL_S3",
            "AWS_ENDPOINT_URL",
            "AWS_REQUEST_CHECKSUM_CALCULATION",
            "AWS_RESPONSE_CHECKSUM_VALIDATION")) {
      settings.put(name, "");
    }
    try (LocalFunction plain = start("empty", settings)) {
      assertInstanceOf(
          Reply.Success.class, plain.invoke("{\"Records\":[]}").get(60, TimeUnit.SECONDS));
    }
  }

  /** A snapshot must have no address, as it may be stale when the snapshot is restored. */
  @Test
  void looksUpTheEndpointForEveryConnection() throws Exception {
    Path event = Path.of("events", "article-created.json");
    put(ARTICLES, changes(read(event)).get(0).key(), PLAIN);
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.2 localhost\n");
    Map<String, String> settings = settings();
    settings.put("AWS_ENDPOINT_URL_S3", "http://localhost:" + server.endpoint().getPort());
    List<String> options = new ArrayList<>(JVM_OPTIONS);
    options.add("-Djdk.net.hosts.file=" + hosts);
    try (LocalFunction moved =
        LocalFunction.start(
            folder.resolve("task"), HANDLER, settings, options, folder.resolve("moved.log"))) {
      String json = Files.readString(event);
      assertInstanceOf(Reply.Failure.class, moved.invoke(json).get(60, TimeUnit.SECONDS));
      Files.writeString(hosts, "127.0.0.1 localhost\n");
      assertInstanceOf(Reply.Success.class, moved.invoke(json).get(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void shipsTheFunctionAndNothingOfItsTests() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      assertTrue(names.contains("dev/nutgraf/lambda/S3EventHandler.class"));
      assertTrue(names.stream().anyMatch(name -> name.matches("lib/s3-[0-9.]+\\.jar")));
      assertEquals(List.of(), names.stream().filter(PackagedFunctionIT::isBallast).toList());
      assertEquals(names.size(), Set.copyOf(names).size(), "every name once");
      assertEquals(
          1,
          zip.stream().map(ZipEntry::getTimeLocal).distinct().count(),
          "one time for all entries, or two builds differ");
    }
    System.out.printf("%s: %,d bytes%n", ZIP, Files.size(ZIP));
  }

  @Test
  void holdsOnlyLibrariesWhoseLicensesAreListed() throws IOException {
    String listed = Files.readString(Path.of("docs", "licenses.md"));
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      List<String> unlisted =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith("lib/") && name.endsWith(".jar"))
              .map(name -> name.substring("lib/".length()).replaceAll("-[0-9][0-9.]*\\.jar$", ""))
              .filter(name -> !listed.contains("`" + name + "`"))
              .toList();
      assertEquals(List.of(), unlisted);
    }
  }

  private static boolean isBallast(String name) {
    return name.startsWith("dev/nutgraf/local/")
        || name.matches(".*(Test|IT)\\.class")
        || name.matches(
            "lib/(junit|archunit|progressbar|json-schema|aws-lambda-java-(tests|runtime)"
                + "|slf4j-(?!api-|nop-)|logback|log4j|netty|httpc|apache).*");
  }

  private void assertSummaryQuotes(String key) throws IOException {
    String summary = text(SUMMARIES, key + Document.Kind.SUMMARY.suffix());
    String metadata = text(SUMMARIES, key + Document.Kind.METADATA.suffix());
    MetadataSchema.assertValid(metadata.getBytes(StandardCharsets.UTF_8));
    JsonNode document = JSON.readTree(metadata);
    assertEquals("summarized", document.at("/status").asText(), document::toPrettyString);
    assertEquals(ARTICLES, document.at("/source/bucket").asText());
    assertEquals(key, document.at("/source/key").asText());
    int[] article = document.at("/text/content").asText(text(ARTICLES, key)).codePoints().toArray();
    List<String> sentences = new ArrayList<>();
    for (JsonNode sentence : document.at("/summary/sentences")) {
      int start = sentence.get("start").asInt();
      int end = sentence.get("end").asInt();
      assertEquals(sentence.get("text").asText(), new String(article, start, end - start));
      sentences.add(sentence.get("text").asText());
    }
    assertEquals(3, sentences.size());
    assertEquals(sentences, summary.lines().toList());
  }

  private Reply invoke(String event) throws Exception {
    return function.orElseThrow().invoke(event).get(60, TimeUnit.SECONDS);
  }

  private LocalFunction start(String name, Map<String, String> settings) {
    return LocalFunction.start(
        folder.resolve("task"), HANDLER, settings, JVM_OPTIONS, folder.resolve(name + ".log"));
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("ARTICLE_BUCKET", ARTICLES);
    settings.put("SUMMARY_BUCKET", SUMMARIES);
    // Every kind of output that there is.
    settings.put("SUMMARY_HTML", "true");
    settings.put("SUMMARY_SENTENCES", "3");
    settings.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
    settings.put("AWS_ACCESS_KEY_ID", "test");
    settings.put("AWS_SECRET_ACCESS_KEY", "test");
    return settings;
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("main.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static boolean isFromS3(JsonNode event) {
    return event.at("/Records/0").has("s3") || event.path("Event").asText().equals("s3:TestEvent");
  }

  private static List<Change> changes(JsonNode event) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode record : event.path("Records")) {
      String key = URLDecoder.decode(record.at("/s3/object/key").asText(), StandardCharsets.UTF_8);
      String name = record.path("eventName").asText();
      boolean readable = name.startsWith("ObjectCreated") || name.equals("ObjectRestore:Completed");
      changes.add(new Change(key, readable));
    }
    return changes;
  }

  private static String article(String key) {
    return key.endsWith("/") ? "" : key.endsWith(".html") ? HTML : PLAIN;
  }

  private static Stream<String> outputs(String key) {
    return Stream.of(Document.Kind.values()).map(kind -> key + kind.suffix());
  }

  private void put(String bucket, String key, String text) {
    s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  private String text(String bucket, String key) {
    return s3.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asUtf8String();
  }

  private Set<String> keys(String bucket) {
    return s3.listObjectsV2(b -> b.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException("not JSON: " + file, e);
    }
  }
}
