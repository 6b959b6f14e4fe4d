package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.local.s3.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

final class ReprocessHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  void reconcilesArticlesInEveryState() {
    prepare();
    Map<String, String> outcomes = reprocess(false, false);
    assertEquals(
        Map.of(
            "changed.txt", "summarized changed",
            "empty.txt", "rejected new empty",
            "folder/", "ignored",
            "new.txt", "summarized new",
            "right.txt", "unchanged",
            "torn.txt", "summarized incomplete"),
        outcomes);
    assertEquals(
        Map.of(
            "changed.txt.metadata.json", "unchanged",
            "changed.txt.summary.txt", "unchanged",
            "empty.txt.metadata.json", "unchanged",
            "foreign.bin", "ignored",
            "gone.txt.metadata.json", "removed orphan",
            "gone.txt.summary.txt", "removed orphan"),
        reprocess("summaries", false, false, key -> !key.matches("(new|right|torn).*")));
    Set<String> left = deployment.outputs().keySet();
    assertEquals(10, left.size());
    assertTrue(left.contains("foreign.bin"));
    assertTrue(
        reprocess(false, false).values().stream()
            .allMatch(outcome -> outcome.equals("unchanged") || outcome.equals("ignored")));
  }

  @Test
  void aDryRunReportsTheSameAndWritesNothing() {
    prepare();
    Map<String, String> before = deployment.outputs();
    Map<String, String> reported = reprocess(false, true);
    assertEquals(
        "removed orphan",
        reprocess("summaries", false, true, k -> true).get("gone.txt.summary.txt"));
    assertEquals(before, deployment.outputs());
    assertTrue(deployment.log.stream().noneMatch(line -> line.contains("_aws")));
    assertEquals(reported, reprocess(false, false));
  }

  @Test
  void forceRewritesRightOutputs() {
    prepare();
    reprocess(false, false);
    deployment.server.requests().clear();
    Map<String, String> outcomes = reprocess(true, false);
    assertEquals("summarized forced", outcomes.get("right.txt"));
    assertEquals("rejected forced empty", outcomes.get("empty.txt"));
    assertEquals(
        2 * 4 + 1,
        deployment.server.requests().calls().stream()
            .filter(call -> call.operation().name().equals("PUT_OBJECT"))
            .count());
  }

  @Test
  void rewritesTheOutputsOfAnotherEngine() {
    prepare();
    reprocess(false, false);
    Application shorter =
        Application.of(
            Map.of(
                "ARTICLE_BUCKET", Deployment.ARTICLES,
                "SUMMARY_BUCKET", Deployment.SUMMARIES,
                "SUMMARY_SENTENCES", "2"),
            deployment.s3,
            deployment.log::add);
    JsonNode batch = batch(Deployment.ARTICLES, "articles", false, false, key -> true);
    assertEquals(
        "summarized stale-engine", outcomes(answer(shorter, batch, 300_000)).get("right.txt"));
    assertEquals(2, deployment.output("right.txt.summary.txt").lines().count());
  }

  @Test
  void returnsFailedItemsForRetryWithoutLosingTheOthers() {
    prepare();
    deployment.server.injectFaults(
        call -> call.key().startsWith("new") ? Optional.of(Fault.slowDown()) : Optional.empty());
    JsonNode batch = batch(Deployment.ARTICLES, "articles", false, false, k -> true);
    JsonNode answer = answer(deployment.application, batch, 300_000);
    assertEquals(1, answer.path("totals").path("failed").asInt());
    assertEquals(1, answer.path("retry").size());
    assertEquals(item(batch, "new.txt").toString(), answer.path("retry").get(0).toString());
    assertEquals("summarized changed", outcomes(answer).get("changed.txt"));

    deployment.server.injectFaults(call -> Optional.empty());
    ObjectNode again = JSON.createObjectNode();
    again.set("BatchInput", batch.path("BatchInput"));
    again.set("Items", answer.path("retry"));
    assertEquals(
        Map.of("new.txt", "summarized new"),
        outcomes(answer(deployment.application, again, 300_000)));
  }

  @Test
  void startsNoKeyWhenTimeRunsOut() {
    prepare();
    JsonNode batch = batch(Deployment.ARTICLES, "articles", false, false, k -> true);
    JsonNode answer = answer(deployment.application, batch, 9_000);
    assertEquals(batch.path("Items").size(), answer.path("retry").size());
    assertEquals(batch.path("Items").size(), answer.path("totals").path("failed").asInt());
  }

  @Test
  void answersTheEmptyBatchOfAWarmUpWithoutARequest() throws IOException {
    JsonNode batch = JSON.readTree(Files.readString(Path.of("events/reprocess-warm-up.json")));
    deployment.server.requests().clear();
    JsonNode answer = answer(deployment.application, batch, 300_000);
    assertEquals("{\"outcomes\":[],\"retry\":[],\"totals\":{}}", answer.toString());
    assertEquals(List.of(), deployment.server.requests().calls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reprocess-batch.json", "reprocess-batch-summaries.json"})
  void acceptsTheSampleBatches(String file) throws IOException {
    JsonNode batch = JSON.readTree(Files.readString(Path.of("events", file)));
    JsonNode answer = answer(deployment.application, batch, 300_000);
    assertEquals(batch.path("Items").size(), answer.path("outcomes").size());
    assertEquals(0, answer.path("retry").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"Items\": [{}]}",
        "{\"BatchInput\": {\"side\": \"neither\"}, \"Items\": []}"
      })
  void rejectsAnInvalidBatch(String batch) throws IOException {
    JsonNode input = JSON.readTree(batch);
    assertThrows(InvalidEventException.class, () -> answer(deployment.application, input, 300_000));
  }

  /** Creates articles and outputs in every possible state. */
  private void prepare() {
    for (String key : List.of("right.txt", "changed.txt", "torn.txt", "gone.txt")) {
      deployment.put(key, Deployment.ARTICLE);
    }
    deployment.deliver("right.txt", "changed.txt", "torn.txt", "gone.txt");
    deployment.put("changed.txt", Deployment.ARTICLE + "The bridge is 90 years old.");
    deployment.s3.deleteObject(b -> b.bucket(Deployment.SUMMARIES).key("torn.txt.summary.txt"));
    deployment.delete("gone.txt");
    deployment.put("new.txt", Deployment.ARTICLE);
    deployment.put("empty.txt", "");
    deployment.put("folder/", "");
    deployment.s3.putObject(
        b -> b.bucket(Deployment.SUMMARIES).key("foreign.bin"), RequestBody.fromString("not ours"));
    deployment.log.clear();
  }

  private Map<String, String> reprocess(boolean force, boolean dryRun) {
    return reprocess("articles", force, dryRun, key -> true);
  }

  private Map<String, String> reprocess(
      String side, boolean force, boolean dryRun, Predicate<String> keys) {
    String bucket = side.equals("articles") ? Deployment.ARTICLES : Deployment.SUMMARIES;
    return outcomes(
        answer(deployment.application, batch(bucket, side, force, dryRun, keys), 300_000));
  }

  /** Returns a batch as the Distributed Map lists a bucket. */
  private JsonNode batch(
      String bucket, String side, boolean force, boolean dryRun, Predicate<String> keys) {
    ObjectNode batch = JSON.createObjectNode();
    batch.putObject("BatchInput").put("side", side).put("force", force).put("dryRun", dryRun);
    ArrayNode items = batch.putArray("Items");
    for (S3Object object : deployment.s3.listObjectsV2(b -> b.bucket(bucket)).contents()) {
      if (keys.test(object.key())) {
        items
            .addObject()
            .put("Key", object.key())
            .put("Etag", object.eTag())
            .put("LastModified", object.lastModified().getEpochSecond())
            .put("Size", object.size());
      }
    }
    return batch;
  }

  private static JsonNode item(JsonNode batch, String key) {
    for (JsonNode item : batch.path("Items")) {
      if (item.path("Key").asText().equals(key)) {
        return item;
      }
    }
    throw new AssertionError("no item " + key);
  }

  private static JsonNode answer(Application application, JsonNode batch, int millisecondsLeft) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      new ReprocessHandler(application)
          .handleRequest(
              new ByteArrayInputStream(batch.toString().getBytes(StandardCharsets.UTF_8)),
              answer,
              new TestContext(millisecondsLeft));
      return JSON.readTree(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> outcomes(JsonNode answer) {
    Map<String, String> outcomes = new TreeMap<>();
    for (JsonNode outcome : answer.path("outcomes")) {
      outcomes.put(
          outcome.path("key").asText(),
          (outcome.path("outcome").asText()
                  + " "
                  + outcome.path("cause").asText("")
                  + " "
                  + outcome.path("code").asText(""))
              .strip());
    }
    return outcomes;
  }
}
