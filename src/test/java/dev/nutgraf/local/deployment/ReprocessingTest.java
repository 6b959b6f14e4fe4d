package dev.nutgraf.local.deployment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.deployment.Reprocessing.Plan;
import dev.nutgraf.local.deployment.Reprocessing.Totals;
import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.local.s3.S3Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

final class ReprocessingTest {
  private static final String ARTICLES = LocalDeployment.ARTICLES;
  private static final String SUMMARIES = LocalDeployment.SUMMARIES;
  private static final int MANY = 2_000;
  private static final long SEED = 20_260_101;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalS3 server = LocalS3.start();
  private final S3Client s3 = LocalDeployment.client(server);
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void createBuckets() {
    server.createBucket(ARTICLES);
    server.createBucket(SUMMARIES);
  }

  @AfterEach
  void stop() {
    s3.close();
    server.close();
  }

  @Test
  void bringsThousandsOfArticlesInEveryStateIntoAgreementThoughRequestsFail() throws Exception {
    Random random = new Random(SEED);
    putArticles("old/", MANY / 2);
    reprocess("2", "old/");
    for (int i = 0; i < MANY / 2; i++) {
      disturb(random, i);
    }
    putArticles("new/", MANY / 2);
    put("new/folder/", "");
    put("new/empty.txt", "");
    put("new/picture.jpg", "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF");
    put("new/a b+c%20ü🌊.txt", article(7));

    Random faults = new Random(SEED);
    server.injectFaults(call -> fault(call, faults));
    reprocess("3", "");
    server.injectFaults(call -> Optional.empty());

    assertEquals(List.of(), failures);
    assertOutputsAgree();
    Totals again = reprocess("3", "");
    // The folder marker is no article.
    assertEquals("unchanged", again.toString().replaceAll("[\\s\\d,]+", " ").strip());
  }

  @Test
  void writesNothingOnADryRunAndTellsWhatItWouldDo() throws Exception {
    putArticles("", 5);
    reprocess("3", "");
    put("0001.txt", article(99));
    put("0009.txt", article(9));
    s3.deleteObject(delete -> delete.bucket(ARTICLES).key("0002.txt"));
    Map<String, String> before = eTags(SUMMARIES);

    Totals totals = run("3", new Plan("", false, true));

    assertEquals(before, eTags(SUMMARIES));
    String told = totals.toString();
    assertTrue(told.contains("new") && told.contains("changed") && told.contains("orphan"), told);
  }

  @Test
  void countsAnArticleOnceHoweverManyObjectsItHas() throws Exception {
    putArticles("", 3);
    put("folder/", "");
    reprocess("3", "");
    s3.deleteObject(delete -> delete.bucket(ARTICLES).key("0002.txt"));
    Totals dry = run("3", new Plan("", false, true));
    assertEquals(3, dry.articles());
    assertEquals(dry.toString(), reprocess("3", "").toString());
  }

  @Test
  void countsAnArticleThatFailsOnce() throws Exception {
    putArticles("", 2);
    reprocess("3", "");
    server.injectFaults(
        call -> call.key().contains("0001.txt") ? Optional.of(Fault.slowDown()) : Optional.empty());
    Totals totals = reprocess("3", "");
    assertEquals(1, totals.articles("failed"), totals::toString);
    assertEquals(2, totals.articles(), totals::toString);
  }

  @Test
  void rewritesEverythingWhereForced() throws Exception {
    putArticles("", 3);
    reprocess("3", "");
    server.requests().clear();
    run("3", new Plan("", true, false));
    assertEquals(
        6,
        server.requests().calls().stream()
            .filter(call -> call.bucket().equals(SUMMARIES))
            .filter(call -> call.operation().name().equals("PUT_OBJECT"))
            .count());
  }

  @Test
  void hasNothingToDoInEmptyBucketsAndUnderAPrefixWithNothing() throws Exception {
    assertEquals("", reprocess("3", "").toString());
    putArticles("", 2);
    assertEquals("", reprocess("3", "no/such/prefix").toString());
  }

  private void disturb(Random random, int number) {
    String key = key("old/", number);
    switch (random.nextInt(7)) {
      case 0 -> put(key, article(number + 10_000));
      case 1 -> s3.deleteObject(delete -> delete.bucket(ARTICLES).key(key));
      case 2 -> s3.deleteObject(delete -> delete.bucket(SUMMARIES).key(key + ".metadata.json"));
      case 3 -> s3.deleteObject(delete -> delete.bucket(SUMMARIES).key(key + ".summary.txt"));
      case 4 -> put(key, "");
      case 5 ->
          s3.copyObject(
              copy ->
                  copy.sourceBucket(ARTICLES)
                      .sourceKey(key)
                      .destinationBucket(ARTICLES)
                      .destinationKey(key)
                      .metadataDirective("REPLACE")
                      .metadata(Map.of("summary-sentences", "1")));
      default -> {
        // Stays as it is, summarized by another engine.
      }
    }
  }

  private static Optional<Fault> fault(S3Call call, Random random) {
    synchronized (random) {
      return switch (random.nextInt(60)) {
        case 0 -> Optional.of(Fault.slowDown());
        case 1 ->
            Optional.of(Fault.conflict())
                .filter(fault -> call.operation().name().startsWith("PUT"));
        case 2 -> Optional.of(Fault.lostResponse());
        case 3 -> Optional.of(Fault.lostRequest());
        default -> Optional.empty();
      };
    }
  }

  private void assertOutputsAgree() throws IOException {
    Map<String, String> articles = eTags(ARTICLES);
    articles.keySet().removeIf(key -> key.endsWith("/"));
    Set<String> outputs = new TreeSet<>(eTags(SUMMARIES).keySet());
    String fingerprint = "";
    for (Map.Entry<String, String> article : articles.entrySet()) {
      String key = article.getKey();
      assertTrue(outputs.remove(key + ".metadata.json"), () -> key + " has no metadata");
      JsonNode metadata = metadata(key);
      assertEquals(article.getValue(), metadata.at("/source/eTag").asText(), key);
      boolean rejected = metadata.get("status").asText().equals("rejected");
      assertEquals(!rejected, outputs.remove(key + ".summary.txt"), key);
      String engine = metadata.at("/engine/fingerprint").asText();
      fingerprint = fingerprint.isEmpty() ? engine : fingerprint;
      assertEquals(fingerprint, engine, key);
    }
    assertEquals(Set.of(), outputs);
  }

  private JsonNode metadata(String key) throws IOException {
    return JSON.readTree(
        s3.getObjectAsBytes(get -> get.bucket(SUMMARIES).key(key + ".metadata.json"))
            .asByteArray());
  }

  private Map<String, String> eTags(String bucket) {
    return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
        .collect(
            Collectors.toMap(
                S3Object::key,
                object -> object.eTag().replace("\"", ""),
                (a, b) -> a,
                TreeMap::new));
  }

  private Totals reprocess(String sentences, String prefix) throws InterruptedException {
    return run(sentences, new Plan(prefix, false, false));
  }

  private Totals run(String sentences, Plan plan) throws InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("ARTICLE_BUCKET", ARTICLES);
    environment.put("SUMMARY_BUCKET", SUMMARIES);
    environment.put("SUMMARY_SENTENCES", sentences);
    Totals totals = new Totals();
    AtomicInteger all = new AtomicInteger();
    new Reprocessing(s3, environment, line -> {})
        .run(
            plan,
            new Reprocessing.Listener() {
              @Override
              public void found(int articles) {
                all.addAndGet(articles);
              }

              @Override
              public void done(String key, String outcome, String message) {
                totals.add(outcome);
                if (!message.isEmpty()) {
                  failures.add(key + ": " + message);
                }
              }
            });
    assertEquals(totals.articles(), all.get(), totals::toString);
    return totals;
  }

  private void putArticles(String prefix, int count) {
    for (int i = 0; i < count; i++) {
      put(key(prefix, i), article(i));
    }
  }

  private void put(String key, String content) {
    byte[] bytes = content.getBytes(key.endsWith(".jpg") ? ISO_8859_1 : UTF_8);
    s3.putObject(put -> put.bucket(ARTICLES).key(key), RequestBody.fromBytes(bytes));
  }

  private static String key(String prefix, int number) {
    return prefix + String.format("%04d.txt", number);
  }

  private static String article(int number) {
    return """
        The council of Port Elsie met %1$d times this year. Its members spoke about harbor dues.

        The dues went up by %1$d cents in May. Fishing crews said that they could not pay them. \
        A vote on the matter is planned for autumn.
        """
        .formatted(number);
  }
}
