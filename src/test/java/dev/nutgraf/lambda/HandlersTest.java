package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.s3.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests every trigger with its sample events. */
final class HandlersTest {
  private static final String FIRST = "000_540a6e401f13c6b3.txt";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EventJson EVENTS = new EventJson();

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  void summarizesTheArticleOfAnS3Event() {
    deployment.put(FIRST, Deployment.ARTICLE);
    handle(event("article-created.json", S3Event.class));
    assertEquals(outputsOf(FIRST), deployment.outputs().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"article-removed.json", "article-expired.json"})
  void deletesTheOutputsOfADeletedArticle(String file) {
    deployment.put(FIRST, Deployment.ARTICLE);
    deployment.deliver(FIRST);
    deployment.delete(FIRST);
    handle(event(file, S3Event.class));
    assertEquals(Set.of(), deployment.outputs().keySet());
  }

  @Test
  void ignoresTheTestEventOfANewNotificationConfiguration() {
    handle(event("s3-test-event.json", S3Event.class));
    assertEquals(Map.of(), deployment.outputs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.txt",
        "a+b.txt",
        "100%.txt",
        "%20.txt",
        "é ü/雪.html",
        "🙂/🙃.txt",
        "//double.txt",
        "a&b=c?d#e.txt",
        "quote\"s.txt"
      })
  void findsAnArticleUnderAnOddKey(String key) {
    deployment.put(key, Deployment.ARTICLE);
    deployment.deliver(key);
    assertEquals(outputsOf(key), deployment.outputs().keySet());
  }

  @Test
  void summarizesAnArticleWithTheLongestPossibleKey() {
    String key = "k".repeat(1024 - 14);
    deployment.put(key, Deployment.ARTICLE);
    deployment.deliver(key);
    assertEquals(outputsOf(key), deployment.outputs().keySet());
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 1024 - 14 + 1})
  void logsAndCountsAKeyThatIsTooLongForItsOutputs(int length) {
    String key = "k".repeat(length);
    deployment.put(key, Deployment.ARTICLE);
    deployment.deliver(key);
    assertEquals(Map.of(), deployment.outputs());
    assertTrue(deployment.log.get(0).contains("\"outcome\":\"key-too-long\""));
    assertTrue(deployment.log.get(0).contains("\"key-too-long\":1"));
  }

  @Test
  void ignoresFoldersKeysOutsideThePrefixAndOtherBuckets() {
    try (Deployment prefixed = new Deployment(Map.of("ARTICLE_PREFIX", "in/"))) {
      prefixed.put("in/folder/", "");
      prefixed.put("out/a.txt", Deployment.ARTICLE);
      prefixed.deliver("in/folder/", "out/a.txt");
      new S3EventHandler(prefixed.application)
          .handleRequest(
              Deployment.event(Deployment.SUMMARIES, List.of("in/a.txt")), Deployment.context());
      assertEquals(Map.of(), prefixed.outputs());
      assertEquals(3, prefixed.log.size());
      assertTrue(prefixed.log.stream().allMatch(line -> line.contains("\"outcome\":\"ignored\"")));
    }
  }

  @Test
  void neverTakesAnOutputForAnArticle() {
    try (Deployment one =
        new Deployment(
            Map.of(
                "SUMMARY_BUCKET", Deployment.ARTICLES,
                "ARTICLE_PREFIX", "in/",
                "SUMMARY_PREFIX", "out/"))) {
      one.put("in/a.txt", Deployment.ARTICLE);
      one.deliver("in/a.txt");
      one.deliver("out/in/a.txt.summary.txt", "out/in/a.txt.metadata.json");
      assertEquals(3, one.s3.listObjectsV2(b -> b.bucket(Deployment.ARTICLES)).contents().size());
    }
  }

  @Test
  void reconcilesARepeatedKeyOnce() {
    deployment.put("a.txt", Deployment.ARTICLE);
    deployment.deliver("a.txt", "a.txt", "a.txt");
    assertEquals(1, deployment.log.size());
  }

  @Test
  void triesEveryRecordBeforeItFails() {
    for (String key : List.of("a.txt", "b.txt", "c.txt", "d.txt")) {
      deployment.put(key, Deployment.ARTICLE);
    }
    deployment.server.injectFaults(
        call ->
            call.key().startsWith("b.txt") || call.key().startsWith("c.txt")
                ? Optional.of(Fault.slowDown())
                : Optional.empty());
    InvocationFailedException failure =
        assertThrows(
            InvocationFailedException.class,
            () -> deployment.deliver("a.txt", "b.txt", "c.txt", "d.txt"));
    assertEquals(1, failure.getSuppressed().length);
    deployment.server.injectFaults(call -> Optional.empty());
    assertEquals(4, deployment.outputs().size());
    deployment.deliver("a.txt", "b.txt", "c.txt", "d.txt");
    assertEquals(8, deployment.outputs().size());
  }

  @Test
  void failsForAKeyThatIsNotFormEncodedAfterTheOthersAreDone() {
    deployment.put("a.txt", Deployment.ARTICLE);
    S3Event event =
        EVENTS.fromJson(
            Deployment.notification(Deployment.ARTICLES, List.of("broken", "a.txt"))
                .replace("broken", "%ZZ"),
            S3Event.class);
    assertThrows(InvocationFailedException.class, () -> handle(event));
    assertEquals(outputsOf("a.txt"), deployment.outputs().keySet());
  }

  @Test
  void startsNoKeyWhenTimeRunsOut() {
    deployment.put("a.txt", Deployment.ARTICLE);
    assertThrows(
        InvocationFailedException.class,
        () ->
            new S3EventHandler(deployment.application)
                .handleRequest(
                    Deployment.event(Deployment.ARTICLES, List.of("a.txt")), new TestContext(500)));
    assertEquals(Map.of(), deployment.outputs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue-messages.json", "queue-messages-from-topic.json"})
  void reconcilesTheKeysOfEveryMessageOfAQueue(String file) throws IOException {
    SQSEvent event = event(file, SQSEvent.class);
    Set<String> keys = keys(event);
    for (String key : keys) {
      deployment.put(key, Deployment.ARTICLE);
    }
    SQSBatchResponse response =
        new SqsHandler(deployment.application).handleRequest(event, Deployment.context());
    assertEquals(List.of(), response.getBatchItemFailures());
    for (String key : keys) {
      assertTrue(deployment.outputs().keySet().containsAll(outputsOf(key)), key);
    }
  }

  @Test
  void reportsExactlyTheMessagesThatFailed() throws JsonProcessingException {
    for (String key : List.of("a.txt", "b.txt", "c d.txt")) {
      deployment.put(key, Deployment.ARTICLE);
    }
    deployment.server.injectFaults(
        call -> call.key().startsWith("b.txt") ? Optional.of(Fault.slowDown()) : Optional.empty());
    SQSEvent event = new SQSEvent();
    event.setRecords(
        List.of(
            message("1", Deployment.notification(Deployment.ARTICLES, List.of("a.txt"))),
            message("2", Deployment.notification(Deployment.ARTICLES, List.of("b.txt"))),
            message("3", "no JSON"),
            message("4", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}"),
            message("5", "{}"),
            message(
                "6",
                "{\"detail\":{\"bucket\":{\"name\":\"nutgraf-articles\"},"
                    + "\"object\":{\"key\":\"c d.txt\"}}}"),
            message(
                "7",
                JSON.writeValueAsString(
                    Map.of(
                        "Type",
                        "Notification",
                        "Message",
                        Deployment.notification(
                            Deployment.ARTICLES, List.of("a.txt", "b.txt")))))));
    SQSBatchResponse response =
        new SqsHandler(deployment.application).handleRequest(event, Deployment.context());
    assertEquals(
        List.of("2", "3", "5", "7"),
        response.getBatchItemFailures().stream().map(f -> f.getItemIdentifier()).toList());
    deployment.server.injectFaults(call -> Optional.empty());
    assertEquals(4, deployment.outputs().size());
  }

  @Test
  void doesNotDecodeTheKeysOfEventBridge() throws IOException {
    String file = Files.readString(Path.of("events/eventbridge-created.json"));
    String key = "a+b %20.txt";
    deployment.put(key, Deployment.ARTICLE);
    ScheduledEvent event =
        EVENTS.fromJson(
            file.replaceFirst("\"key\": \"[^\"]*\"", "\"key\": \"" + key + "\""),
            ScheduledEvent.class);
    new EventBridgeHandler(deployment.application).handleRequest(event, Deployment.context());
    assertEquals(outputsOf(key), deployment.outputs().keySet());
  }

  @Test
  void reconcilesTheKeysOfEventBridgeEvents() throws IOException {
    ScheduledEvent created = event("eventbridge-created.json", ScheduledEvent.class);
    ScheduledEvent deleted = event("eventbridge-deleted.json", ScheduledEvent.class);
    EventBridgeHandler handler = new EventBridgeHandler(deployment.application);
    String key = EventBridgeHandler.object(created).key();
    String gone = EventBridgeHandler.object(deleted).key();
    deployment.put(gone, Deployment.ARTICLE);
    deployment.deliver(gone);
    deployment.delete(gone);
    deployment.put(key, Deployment.ARTICLE);
    handler.handleRequest(deleted, Deployment.context());
    handler.handleRequest(created, Deployment.context());
    assertEquals(outputsOf(key), deployment.outputs().keySet());
  }

  @Test
  void failsForAnEventThatIsNotOfS3() {
    assertThrows(
        InvalidEventException.class,
        () ->
            new EventBridgeHandler(deployment.application)
                .handleRequest(
                    new ScheduledEvent().withDetail(Map.of("state", "running")),
                    Deployment.context()));
  }

  @Test
  void returnsTheOutcomeOfEveryTaskOfABatchJob() {
    deployment.put(FIRST, Deployment.ARTICLE);
    S3BatchEventV2 event = event("batch-operations.json", S3BatchEventV2.class);
    S3BatchResponse response = batch(event);
    assertEquals(event.getInvocationId(), response.getInvocationId());
    assertEquals(ResultCode.Succeeded, response.getResults().get(0).getResultCode());
    assertEquals("summarized", response.getResults().get(0).getResultString());
    assertEquals(outputsOf(FIRST), deployment.outputs().keySet());
  }

  @Test
  void returnsTemporaryAndPermanentFailuresOfABatchJob() {
    deployment.put("a b.txt", Deployment.ARTICLE);
    deployment.put("empty.txt", "");
    deployment.put("busy.txt", Deployment.ARTICLE);
    deployment.server.injectFaults(
        call -> call.key().startsWith("busy") ? Optional.of(Fault.slowDown()) : Optional.empty());
    S3BatchEventV2 event = event("batch-operations.json", S3BatchEventV2.class);
    event.setTasks(
        List.of(
            task("a+b.txt", Deployment.ARTICLES),
            task("empty.txt", Deployment.ARTICLES),
            task("busy.txt", Deployment.ARTICLES),
            task("k".repeat(1_020), Deployment.ARTICLES),
            task("%ZZ", Deployment.ARTICLES),
            task("a+b.txt", "another-bucket")));
    List<S3BatchResponse.Result> results = batch(event).getResults();
    assertEquals(
        List.of(
            ResultCode.Succeeded,
            ResultCode.Succeeded,
            ResultCode.TemporaryFailure,
            ResultCode.PermanentFailure,
            ResultCode.PermanentFailure,
            ResultCode.Succeeded),
        results.stream().map(S3BatchResponse.Result::getResultCode).toList());
    assertEquals("rejected empty", results.get(1).getResultString());
    assertEquals("ignored", results.get(5).getResultString());
  }

  private S3BatchResponse batch(S3BatchEventV2 event) {
    return new S3BatchHandler(deployment.application).handleRequest(event, Deployment.context());
  }

  private static S3BatchEventV2.Task task(String key, String bucket) {
    return S3BatchEventV2.Task.builder()
        .withTaskId("task")
        .withS3Key(key)
        .withS3Bucket(bucket)
        .build();
  }

  private static SQSMessage message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    return message;
  }

  private static Set<String> keys(SQSEvent event) throws JsonProcessingException {
    Set<String> keys = new TreeSet<>();
    for (SQSMessage message : event.getRecords()) {
      QueueMessage.objects(message.getBody()).forEach(object -> keys.add(object.key()));
    }
    return keys;
  }

  private void handle(S3Event event) {
    new S3EventHandler(deployment.application).handleRequest(event, Deployment.context());
  }

  private static Set<String> outputsOf(String key) {
    return Set.of(key + ".summary.txt", key + ".metadata.json");
  }

  private static <T> T event(String file, Class<T> type) {
    try {
      return EVENTS.fromJson(Files.readString(Path.of("events", file)), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
