package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.lambda.KeyResult.Done;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.s3.Outcome;
import dev.nutgraf.s3.Outcome.Phase;
import dev.nutgraf.s3.Outcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutcomeLogTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> UNITS =
      Set.of("Count", "Bytes", "Milliseconds", "Seconds", "Percent", "None");
  private static final ObjectKey KEY = new ObjectKey("articles", "a \"quoted\"\nkey.txt");

  private final List<String> lines = new ArrayList<>();
  private final OutcomeLog log =
      new OutcomeLog(
          lines::add,
          Clock.fixed(Instant.ofEpochMilli(1_767_225_600_000L), ZoneOffset.UTC),
          "sums");

  @ParameterizedTest
  @EnumSource(Status.class)
  void countsEveryOutcomeByTheRulesOfTheEmbeddedMetricFormat(Status status) throws IOException {
    JsonNode line = write(new Done(outcome(status)), false);
    if (status == Status.IGNORED) {
      assertEquals(Set.of("ignored"), assertEmbeddedMetrics(line));
      return;
    }
    Set<String> metrics = assertEmbeddedMetrics(line);
    assertEquals(3, metrics.size());
    String count = status == Status.SHORT ? "summarized" : EnumNames.of(status);
    assertTrue(metrics.containsAll(Set.of(count, "bytes", "duration")), metrics::toString);
    assertEquals(1, line.path(count).asInt());
    assertEquals(60, line.path("bytes").asInt());
    assertEquals(42, line.path("duration").asInt());
    assertEquals("sums", line.path("SummaryBucket").asText());
  }

  @Test
  void countsRejectionsByCodeToo() throws IOException {
    JsonNode line = write(new Done(outcome(Status.REJECTED)), false);
    JsonNode dimensions = line.at("/_aws/CloudWatchMetrics/0/Dimensions");
    assertEquals("[[\"SummaryBucket\"],[\"SummaryBucket\",\"code\"]]", dimensions.toString());
    assertEquals("binary", line.path("code").asText());
  }

  @Test
  void writesTheMetricsThatTheTemplateAlarmsOn() throws IOException {
    Set<String> written = new TreeSet<>();
    for (Status status : List.of(Status.SUMMARIZED, Status.REJECTED)) {
      written.addAll(assertEmbeddedMetrics(write(new Done(outcome(status)), false)));
      lines.clear();
    }
    List<String> template =
        Files.readAllLines(Path.of("template.yaml")).stream().map(String::strip).toList();
    int alarms = 0;
    for (int i = 0; i < template.size(); i++) {
      if (template.get(i).equals("Namespace: Nutgraf")) {
        String name = template.get(i + 1).replace("MetricName: ", "");
        assertTrue(written.contains(name), name);
        assertEquals("- Name: SummaryBucket", template.get(i + 3));
        alarms++;
      }
    }
    assertEquals(2, alarms);
  }

  @Test
  void countsFailures() throws IOException {
    JsonNode line = write(new Failed(new NoTimeLeftException("Not started", 1_000)), false);
    assertEquals(Set.of("failed"), assertEmbeddedMetrics(line));
    assertEquals("no-time-left", line.path("code").asText());
    assertTrue(line.path("message").asText().startsWith("Not started: "), line::toString);
  }

  @Test
  void countsAnUnreadableMessageAndLogsItsId() throws IOException {
    log.writeUnreadable(
        "messageId",
        "message-1",
        new InvalidEventException("It isn't from S3."),
        new TestContext(60_000));
    JsonNode line = JSON.readTree(lines.get(0));
    assertEquals(Set.of("unreadable"), assertEmbeddedMetrics(line));
    assertEquals("message-1", line.path("messageId").asText());
    assertEquals("failed", line.path("outcome").asText());
    assertEquals("invalid-event", line.path("code").asText());
    assertEquals("It isn't from S3.", line.path("message").asText());
  }

  @Test
  void countsNothingForADryRun() throws IOException {
    JsonNode line = write(new Done(outcome(Status.SUMMARIZED)), true);
    assertFalse(line.has("_aws"));
    assertTrue(line.path("dryRun").asBoolean());
  }

  @Test
  void logsTheKeyTheRequestAndTheTimeOfEachPhase() throws IOException {
    JsonNode line = write(new Done(outcome(Status.SUMMARIZED)), false);
    assertEquals(KEY.key(), line.path("key").asText());
    assertEquals("request-1", line.path("requestId").asText());
    assertEquals(40, line.at("/milliseconds/observe").asInt());
    assertEquals(2, line.at("/milliseconds/summarize").asInt());
    assertEquals(7, line.path("outputBytes").asInt());
  }

  @Test
  void neverWritesArticleText() {
    String secret = "Zanzibarbarians";
    try (Deployment deployment = new Deployment()) {
      deployment.put("a.txt", Deployment.ARTICLE + secret + " came.");
      deployment.put("b.json", "{\"" + secret + "\": \"" + secret);
      deployment.put("c.txt", secret);
      deployment.deliver("a.txt", "b.json", "c.txt");
      assertEquals(3, deployment.log.size());
      assertTrue(deployment.log.stream().noneMatch(line -> line.contains(secret)));
    }
  }

  private JsonNode write(KeyResult result, boolean dryRun) throws IOException {
    log.write(KEY, result, dryRun, Deployment.context());
    assertEquals(1, lines.size());
    assertFalse(lines.get(0).contains("\n"));
    return JSON.readTree(lines.get(0));
  }

  private static Outcome outcome(Status status) {
    return new Outcome(
        status,
        Optional.empty(),
        status == Status.REJECTED ? Optional.of("binary") : Optional.empty(),
        60,
        7,
        1,
        Map.of(Phase.OBSERVE, Duration.ofMillis(40), Phase.SUMMARIZE, Duration.ofMillis(2)));
  }

  /** Checks a line against CloudWatch's specification and returns the names of its metrics. */
  private static Set<String> assertEmbeddedMetrics(JsonNode root) {
    JsonNode aws = root.path("_aws");
    assertEquals(Set.of("Timestamp", "CloudWatchMetrics"), names(aws));
    assertEquals(1_767_225_600_000L, aws.path("Timestamp").asLong());
    assertEquals(1, aws.path("CloudWatchMetrics").size());
    JsonNode directive = aws.path("CloudWatchMetrics").get(0);
    assertEquals(Set.of("Namespace", "Dimensions", "Metrics"), names(directive));
    assertEquals("Nutgraf", directive.path("Namespace").asText());
    for (JsonNode set : directive.path("Dimensions")) {
      assertTrue(!set.isEmpty() && set.size() <= 30);
      set.forEach(name -> assertTrue(root.path(name.asText()).isTextual(), name::toString));
    }
    Set<String> metrics = new TreeSet<>();
    assertTrue(directive.path("Metrics").size() <= 100);
    for (JsonNode metric : directive.path("Metrics")) {
      assertEquals(Set.of("Name", "Unit"), names(metric));
      assertTrue(UNITS.contains(metric.path("Unit").asText()), metric::toString);
      assertTrue(root.path(metric.path("Name").asText()).isNumber(), metric::toString);
      metrics.add(metric.path("Name").asText());
    }
    return metrics;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
