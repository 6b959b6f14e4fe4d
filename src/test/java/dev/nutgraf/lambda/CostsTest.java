package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.s3.S3Call;
import dev.nutgraf.local.s3.S3Operation;
import dev.nutgraf.summary.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** Counts the requests of reconciling, as S3 charges for each. */
final class CostsTest {
  private static final String KEY = "a.txt";

  /** The number of outputs that an article can have; without the page it has {@link #OUTPUTS}. */
  private static final int KINDS = Document.Kind.values().length;

  private static final int OUTPUTS = 2;

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  void aNewArticleTakesOneGetAPutOfEachOutputAndTwoRoundsOfHeads() {
    deployment.put(KEY, Deployment.ARTICLE);
    assertEquals(
        counts("articles GET 1", "articles HEAD 1", "summaries PUT " + OUTPUTS),
        requests(() -> deployment.deliver(KEY)));
  }

  @Test
  void aRepeatedEventTakesHeadsAndOneGet() {
    deployment.put(KEY, Deployment.ARTICLE);
    deployment.deliver(KEY);
    assertEquals(counts("articles GET 1"), requests(() -> deployment.deliver(KEY)));
  }

  @Test
  void aRepeatedEventOfARejectedArticleTakesHeadsAndOneGet() {
    deployment.put(KEY, "");
    deployment.deliver(KEY);
    assertEquals(counts("articles GET 1"), requests(() -> deployment.deliver(KEY)));
  }

  @Test
  void aChangedArticleTakesOneMoreHeadThanANewOne() {
    deployment.put(KEY, Deployment.ARTICLE);
    deployment.deliver(KEY);
    deployment.put(KEY, Deployment.ARTICLE + "The bridge is 90 years old.");
    assertEquals(
        counts("articles HEAD 2", "articles GET 1", "summaries PUT " + OUTPUTS),
        requests(() -> deployment.deliver(KEY)));
  }

  @Test
  void aDeletedArticleIsVerifiedByHeadAndGetBeforeItsOutputsAreDeleted() {
    deployment.put(KEY, Deployment.ARTICLE);
    deployment.deliver(KEY);
    deployment.delete(KEY);
    assertEquals(
        counts("articles HEAD 2", "articles GET 1", "summaries DELETE " + OUTPUTS),
        requests(() -> deployment.deliver(KEY)));
  }

  @Test
  void aRepeatedDeletionWritesNothing() {
    assertEquals(counts("articles GET 1"), requests(() -> deployment.deliver("gone.txt")));
  }

  @Test
  void reprocessingAnUnchangedArticleTakesHeadsOfItsOutputsAndTwoOfIt() {
    deployment.put(KEY, Deployment.ARTICLE);
    deployment.deliver(KEY);
    assertEquals(
        counts("articles HEAD 2"),
        requests(
            () -> {
              reprocess("articles", KEY);
              reprocess("summaries", KEY + ".metadata.json", KEY + ".summary.txt");
            }));
  }

  @Test
  void reprocessingANewArticleTakesOneMoreHeadThanItsEvent() {
    deployment.put(KEY, Deployment.ARTICLE);
    assertEquals(
        counts("articles GET 1", "articles HEAD 2", "summaries PUT " + OUTPUTS),
        requests(
            () -> {
              reprocess("articles", KEY);
              reprocess("summaries", KEY + ".metadata.json", KEY + ".summary.txt");
            }));
  }

  @Test
  void aTooLargeArticleTakesOneGetAndOnePut() {
    try (Deployment small = new Deployment(Map.of("MAX_ARTICLE_BYTES", "100"))) {
      small.s3.putObject(
          b -> b.bucket(Deployment.ARTICLES).key(KEY), RequestBody.fromBytes(new byte[5 << 20]));
      assertEquals(
          counts("articles GET 1", "articles HEAD 1", "summaries PUT 1"),
          requests(small, () -> small.deliver(KEY)));
      assertTrue(small.metadata(KEY).contains("\"too-large\""), small.metadata(KEY));
    }
  }

  private void reprocess(String side, String... keys) {
    String items =
        Arrays.stream(keys).map("{\"Key\": \"%s\"}"::formatted).collect(Collectors.joining(","));
    String batch = "{\"BatchInput\": {\"side\": \"%s\"}, \"Items\": [%s]}".formatted(side, items);
    try {
      new ReprocessHandler(deployment.application)
          .handleRequest(
              new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)),
              new ByteArrayOutputStream(),
              Deployment.context());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Long> requests(Runnable work) {
    return requests(deployment, work);
  }

  private static Map<String, Long> requests(Deployment deployment, Runnable work) {
    deployment.server.requests().clear();
    work.run();
    return deployment.server.requests().calls().stream()
        .collect(Collectors.groupingBy(CostsTest::name, TreeMap::new, Collectors.counting()));
  }

  private static String name(S3Call call) {
    String bucket = call.bucket().replace("nutgraf-", "");
    S3Operation operation = call.operation();
    return bucket + " " + operation.name().replace("_OBJECT", "");
  }

  private static Map<String, Long> counts(String... others) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("summaries HEAD", (long) KINDS);
    for (String other : others) {
      int space = other.lastIndexOf(' ');
      counts.put(other.substring(0, space), Long.parseLong(other.substring(space + 1)));
    }
    return counts;
  }
}
