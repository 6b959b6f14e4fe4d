package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.lambda.KeyResult.Done;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.s3.Outcome;
import dev.nutgraf.s3.Reconciler.Request;
import dev.nutgraf.s3.Reconciler.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Handles one batch of a reprocessing run: objects of the article bucket or of the summary bucket
 * as ListObjectsV2 reports them, batched by a Distributed Map.
 *
 * <pre>{@code
 * {"BatchInput": {"side": "articles" or "summaries", "force": false, "dryRun": false},
 *  "Items": [{"Key", "Size"}]}
 * }</pre>
 *
 * The response has the outcome of every key, the number of keys with each outcome, and the items
 * whose retry may succeed, unchanged:
 *
 * <pre>{@code
 * {"outcomes": [{"key", "outcome", "cause"?, "code"?, "message"?}],
 *  "totals": {outcome: number}, "retry": [item]}
 * }</pre>
 */
public final class ReprocessHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** With less time left no further key is started, so that the running ones can finish. */
  private static final int MIN_MILLISECONDS_LEFT = 10_000;

  /** Articles larger than this are processed one at a time, to bound memory. */
  private static final long LARGE_ARTICLE_BYTES = 4 << 20;

  /** The memory at which Lambda gives a function one vCPU. */
  private static final double MEGABYTES_PER_VCPU = 1_769;

  private static final int THREADS_PER_VCPU = 8;
  private static final int MIN_THREADS = 4;

  private final Application application;

  /** Creates the handler with the settings of the environment. */
  public ReprocessHandler() {
    this(ApplicationFactory.fromEnvironment());
  }

  /** Creates the handler with a given application. */
  public ReprocessHandler(Application application) {
    this.application = application;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Batch batch = Batch.of(JSON.readTree(input));
    JSON.writeValue(output, response(batch, reconcile(batch, context)));
  }

  /** Returns the results in the order of the items. A repeated key is reconciled once. */
  private List<KeyResult> reconcile(Batch batch, Context context) {
    ExecutorService threads = Executors.newFixedThreadPool(threads(context));
    try {
      Semaphore large = new Semaphore(1);
      Map<ObjectKey, CompletableFuture<KeyResult>> results = new LinkedHashMap<>();
      List<CompletableFuture<KeyResult>> inOrder = new ArrayList<>();
      for (Item item : batch.items()) {
        inOrder.add(
            results.computeIfAbsent(
                application.articleOf(item.key(), batch.ofArticles()),
                object ->
                    CompletableFuture.supplyAsync(
                        () -> reconcile(object, item, batch, large, context), threads)));
      }
      return inOrder.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  /** Returns more threads than processors, as most of the time is spent waiting for S3. */
  private static int threads(Context context) {
    double vcpus =
        Math.min(
            Runtime.getRuntime().availableProcessors(),
            context.getMemoryLimitInMB() / MEGABYTES_PER_VCPU);
    return Math.max(MIN_THREADS, (int) Math.round(THREADS_PER_VCPU * vcpus));
  }

  private KeyResult reconcile(
      ObjectKey object, Item item, Batch batch, Semaphore large, Context context) {
    boolean isLarge = item.size() > LARGE_ARTICLE_BYTES;
    if (isLarge) {
      large.acquireUninterruptibly();
    }
    try {
      if (context.getRemainingTimeInMillis() < MIN_MILLISECONDS_LEFT) {
        return new Failed(new NoTimeLeftException("Not started", MIN_MILLISECONDS_LEFT));
      }
      Trigger trigger = batch.ofArticles() ? Trigger.LISTED_ARTICLE : Trigger.LISTED_OUTPUT;
      boolean force = batch.force() && batch.ofArticles();
      return application.reconcile(object, new Request(trigger, force, batch.dryRun()), context);
    } finally {
      if (isLarge) {
        large.release();
      }
    }
  }

  private static ObjectNode response(Batch batch, List<KeyResult> results) {
    ObjectNode response = JSON.createObjectNode();
    Map<String, Integer> totals = new TreeMap<>();
    for (int i = 0; i < results.size(); i++) {
      Item item = batch.items().get(i);
      ObjectNode outcome = response.withArray("outcomes").addObject().put("key", item.key());
      if (results.get(i) instanceof Done done) {
        describe(outcome, done.outcome());
      } else if (results.get(i) instanceof Failed failed) {
        outcome
            .put("outcome", "failed")
            .put("code", failed.code())
            .put("message", failed.message());
        if (failed.isRetryable()) {
          response.withArray("retry").add(item.node());
        }
      }
      totals.merge(outcome.get("outcome").asText(), 1, Integer::sum);
    }
    response.withArray("outcomes");
    response.withArray("retry");
    ObjectNode counts = response.putObject("totals");
    totals.forEach(counts::put);
    return response;
  }

  private static void describe(ObjectNode node, Outcome outcome) {
    node.put("outcome", EnumNames.of(outcome.status()));
    outcome.cause().ifPresent(cause -> node.put("cause", EnumNames.of(cause)));
    outcome.rejection().ifPresent(code -> node.put("code", code));
  }

  private record Batch(boolean ofArticles, boolean force, boolean dryRun, List<Item> items) {

    static Batch of(JsonNode input) {
      JsonNode options = input.path("BatchInput");
      String side = options.path("side").asText("articles");
      if (!side.equals("articles") && !side.equals("summaries")) {
        throw new InvalidEventException(
            "BatchInput.side is \"" + side + "\"; allowed is articles or summaries.");
      }
      if (!input.path("Items").isArray()) {
        throw new InvalidEventException("The batch has no array \"Items\".");
      }
      List<Item> items = new ArrayList<>();
      input.path("Items").forEach(item -> items.add(Item.of(item)));
      return new Batch(
          side.equals("articles"),
          options.path("force").asBoolean(false),
          options.path("dryRun").asBoolean(false),
          items);
    }
  }

  /**
   * An object of a listing.
   *
   * @param node the item, unchanged
   */
  private record Item(String key, long size, JsonNode node) {

    static Item of(JsonNode node) {
      if (!node.path("Key").isTextual()) {
        throw new InvalidEventException("An item of the batch has no \"Key\".");
      }
      return new Item(node.path("Key").asText(), node.path("Size").asLong(0), node);
    }
  }
}
