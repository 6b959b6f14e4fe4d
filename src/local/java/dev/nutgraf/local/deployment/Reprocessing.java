package dev.nutgraf.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.lambda.Application;
import dev.nutgraf.lambda.ReprocessHandler;
import dev.nutgraf.s3.OutputKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Reconciles every key of both buckets as the deployed state machine does: lists them page by page,
 * hands batches to the function, and retries what the function marks as worth retrying. It can be
 * stopped at any point; the next run does the rest.
 */
public final class Reprocessing {
  /** The batch size of the state machine. */
  private static final int BATCH_SIZE = 40;

  private static final int MAX_ATTEMPTS = 3;
  private static final int SAMPLE_KEYS = 200;
  private static final String ARTICLES = "articles";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final S3Client s3;
  private final Map<String, String> environment;
  private final ReprocessHandler handler;
  private final Consumer<String> log;

  /**
   * Creates a run over the buckets that the environment names.
   *
   * @param s3 the client for both buckets
   * @param environment the function's environment variables
   * @param log receives the function's log
   */
  public Reprocessing(S3Client s3, Map<String, String> environment, Consumer<String> log) {
    this.s3 = s3;
    this.environment = environment;
    this.handler = new ReprocessHandler(Application.of(environment, s3, log));
    this.log = log;
  }

  /**
   * The scope of a run.
   *
   * @param prefix prefix of the article keys; empty for all
   * @param force whether to write outputs that are up to date too
   * @param dryRun whether to report what would be written, and write nothing
   * @param sample whether to stop after the first {@value #SAMPLE_KEYS} keys of each bucket
   */
  public record Plan(String prefix, boolean force, boolean dryRun, boolean sample) {
    public Plan(String prefix, boolean force, boolean dryRun) {
      this(prefix, force, dryRun, false);
    }

    /** Returns a dry run of the first keys. */
    public static Plan sample(String prefix) {
      return new Plan(prefix, false, true, true);
    }
  }

  /** Receives progress; called from many threads. */
  public interface Listener {
    /**
     * More articles were found: listed in the article bucket, or deleted with outputs left. The sum
     * is the number of outcomes that {@link #done} receives.
     */
    void found(int articles);

    /**
     * An object was reconciled.
     *
     * @param outcome the outcome that the function reports for the article; empty for an object
     *     that isn't counted: one that isn't an article, or an output of a counted article
     * @param message why it failed; empty on success
     */
    void done(String key, String outcome, String message);
  }

  /** Reconciles the articles, then the outputs, whose articles may be deleted. */
  public void run(Plan plan, Listener listener) throws InterruptedException {
    String prefix =
        plan.prefix().isEmpty() ? environment.getOrDefault("ARTICLE_PREFIX", "") : plan.prefix();
    String summaryPrefix = environment.getOrDefault("SUMMARY_PREFIX", "");
    Counted counted = new Counted(new OutputKeys(summaryPrefix));
    run(ARTICLES, bucket("ARTICLE_BUCKET"), prefix, plan, counted, listener);
    run("summaries", bucket("SUMMARY_BUCKET"), summaryPrefix + prefix, plan, counted, listener);
  }

  /** Decides which objects of both buckets are counted, so that every article is counted once. */
  private static final class Counted {
    private final OutputKeys outputs;
    private final Set<String> articles = ConcurrentHashMap.newKeySet();

    Counted(OutputKeys outputs) {
      this.outputs = outputs;
    }

    /** Returns whether an object is counted; only failed and deleted articles are remembered. */
    boolean add(String side, String key, String status) {
      boolean failed = status.equals("failed");
      if (side.equals(ARTICLES)) {
        return failed ? articles.add(key) : !status.equals("ignored");
      }
      boolean done = status.equals("unchanged") || status.equals("ignored");
      return !done && articles.add(outputs.articleOf(key).orElse(key));
    }
  }

  private String bucket(String name) {
    return environment.getOrDefault(name, "");
  }

  private void run(
      String side, String bucket, String prefix, Plan plan, Counted counted, Listener listener)
      throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(processors);
    // Bounds how far the listing runs ahead, so that a million keys don't fill the heap.
    Semaphore ahead = new Semaphore(1_000);
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    try {
      for (ListObjectsV2Response page : pages(bucket, prefix, plan)) {
        if (side.equals(ARTICLES)) {
          listener.found(articlesIn(page));
        }
        for (List<S3Object> batch : batches(page.contents())) {
          ahead.acquire();
          threads.execute(
              () -> {
                try {
                  reconcile(side, batch, plan, counted, listener);
                } catch (RuntimeException e) {
                  failure.compareAndSet(null, e);
                } finally {
                  ahead.release();
                }
              });
        }
      }
    } finally {
      threads.shutdown();
      threads.awaitTermination(Long.MAX_VALUE, TimeUnit.SECONDS);
    }
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  private Iterable<ListObjectsV2Response> pages(String bucket, String prefix, Plan plan) {
    ListObjectsV2Request.Builder list =
        ListObjectsV2Request.builder().bucket(bucket).prefix(prefix);
    return plan.sample()
        ? List.of(s3.listObjectsV2(list.maxKeys(SAMPLE_KEYS).build()))
        : s3.listObjectsV2Paginator(list.build());
  }

  /** Returns how many objects of a page are articles; markers of folders aren't. */
  private static int articlesIn(ListObjectsV2Response page) {
    return (int) page.contents().stream().filter(object -> !object.key().endsWith("/")).count();
  }

  private static List<List<S3Object>> batches(List<S3Object> objects) {
    List<List<S3Object>> batches = new ArrayList<>();
    for (int from = 0; from < objects.size(); from += BATCH_SIZE) {
      batches.add(objects.subList(from, Math.min(objects.size(), from + BATCH_SIZE)));
    }
    return batches;
  }

  private void reconcile(
      String side, List<S3Object> batch, Plan plan, Counted counted, Listener listener) {
    ArrayNode items = JSON.createArrayNode();
    batch.forEach(object -> items.add(item(object)));
    ArrayNode left = items;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      JsonNode answer = invoke(request(side, left, plan));
      JsonNode retry = attempt < MAX_ATTEMPTS ? answer.path("retry") : JSON.createArrayNode();
      List<String> again = retry.findValuesAsText("Key");
      for (JsonNode outcome : answer.path("outcomes")) {
        String key = outcome.path("key").asText();
        if (!again.contains(key)) {
          boolean counts = counted.add(side, key, outcome.path("outcome").asText());
          if (counts && !side.equals(ARTICLES)) {
            listener.found(1);
          }
          listener.done(key, counts ? describe(outcome) : "", outcome.path("message").asText(""));
        }
      }
      left = (ArrayNode) retry;
    }
  }

  private static String describe(JsonNode outcome) {
    String status = outcome.path("outcome").asText();
    String cause = outcome.path("cause").asText("");
    return cause.isEmpty() ? status : status + " (" + cause + ")";
  }

  /** Returns an object in the format of Step Functions' item reader. */
  private static ObjectNode item(S3Object object) {
    return JSON.createObjectNode()
        .put("Etag", object.eTag())
        .put("Key", object.key())
        .put("LastModified", object.lastModified().getEpochSecond())
        .put("Size", object.size())
        .put("StorageClass", object.storageClassAsString());
  }

  private static ObjectNode request(String side, ArrayNode items, Plan plan) {
    ObjectNode request = JSON.createObjectNode();
    request
        .putObject("BatchInput")
        .put("side", side)
        .put("force", plan.force())
        .put("dryRun", plan.dryRun());
    request.set("Items", items);
    return request;
  }

  private JsonNode invoke(ObjectNode request) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(JSON.writeValueAsBytes(request)), answer, LocalContext.of(log));
      return JSON.readTree(answer.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }

  /** Counts the articles of a run by their outcome. */
  public static final class Totals {
    private final Map<String, Integer> counts = new TreeMap<>();

    /** Counts an outcome; an empty one isn't counted. */
    public synchronized void add(String outcome) {
      if (!outcome.isEmpty()) {
        counts.merge(outcome, 1, Integer::sum);
      }
    }

    /** Returns the number of articles. */
    public synchronized int articles() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the number of articles whose outcome ends with a text, such as its cause. */
    public synchronized int articles(String ending) {
      return counts.entrySet().stream()
          .filter(count -> count.getKey().endsWith(ending))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    @Override
    public synchronized String toString() {
      StringBuilder text = new StringBuilder();
      counts.forEach(
          (outcome, count) ->
              text.append(String.format(Locale.ROOT, "%,12d %s%n", count, outcome)));
      return text.toString();
    }
  }
}
