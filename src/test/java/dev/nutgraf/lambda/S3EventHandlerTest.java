package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.nutgraf.local.s3.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class S3EventHandlerTest {
  private static final String SAMPLE_KEY = "000_540a6e401f13c6b3.txt";
  private static final EventJson EVENTS = new EventJson();

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  void summarizesTheArticleOfAnS3Event() {
    deployment.put(SAMPLE_KEY, Deployment.ARTICLE);
    handle(Deployment.sample("article-created.json", S3Event.class));
    assertEquals(Deployment.outputsOf(SAMPLE_KEY), deployment.outputs().keySet());
  }

  @Test
  void summarizesAnArticleThatWasRestoredFromAnArchive() {
    deployment.put(SAMPLE_KEY, Deployment.ARTICLE);
    handle(Deployment.sample("article-restored.json", S3Event.class));
    assertEquals(Deployment.outputsOf(SAMPLE_KEY), deployment.outputs().keySet());
  }

  @Test
  void reconcilesTheGoodRecordsOfAnEventAndNamesTheBadOnes() {
    deployment.put("a.txt", Deployment.ARTICLE);
    deployment.put("b.txt", Deployment.ARTICLE);
    String bucket = "{\"bucket\":{\"name\":\"nutgraf-articles\"}";
    String json =
        "{\"Records\":[{\"s3\":%1$s,\"object\":{\"key\":\"a.txt\"}}},{\"s3\":%1$s}},{},"
                .formatted(bucket)
            + "{\"s3\":%s,\"object\":{\"key\":\"b.txt\"}}}]}".formatted(bucket);
    S3Event event =
        EVENTS.fromJson(
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), S3Event.class);
    InvocationFailedException failure =
        assertThrows(InvocationFailedException.class, () -> handle(event));
    assertTrue(failure.toString().contains(": 2 failed"), failure::toString);
    assertTrue(deployment.outputs().keySet().containsAll(Deployment.outputsOf("a.txt")));
    assertTrue(deployment.outputs().keySet().containsAll(Deployment.outputsOf("b.txt")));
    List<String> unreadable =
        deployment.log.stream().filter(line -> line.contains("\"unreadable\":1")).toList();
    assertEquals(2, unreadable.size());
    assertTrue(unreadable.get(0).contains("\"record\":\"1\""), unreadable.get(0));
    assertTrue(unreadable.get(0).contains("s3.object.key"), unreadable.get(0));
    assertTrue(unreadable.get(1).contains("\"record\":\"2\""), unreadable.get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"article-removed.json", "article-expired.json"})
  void deletesTheOutputsOfADeletedArticle(String file) {
    deployment.put(SAMPLE_KEY, Deployment.ARTICLE);
    deployment.deliver(SAMPLE_KEY);
    deployment.delete(SAMPLE_KEY);
    handle(Deployment.sample(file, S3Event.class));
    assertEquals(Set.of(), deployment.outputs().keySet());
  }

  @Test
  void ignoresTheTestEventOfANewNotificationConfiguration() {
    handle(Deployment.sample("s3-test-event.json", S3Event.class));
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
    assertEquals(Deployment.outputsOf(key), deployment.outputs().keySet());
  }

  @Test
  void summarizesAnArticleWithTheLongestPossibleKey() {
    String key = "k".repeat(1024 - 14);
    deployment.put(key, Deployment.ARTICLE);
    deployment.deliver(key);
    assertEquals(Deployment.outputsOf(key), deployment.outputs().keySet());
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
    assertEquals(Deployment.outputsOf("a.txt"), deployment.outputs().keySet());
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

  private void handle(S3Event event) {
    new S3EventHandler(deployment.application).handleRequest(event, Deployment.context());
  }
}
