package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.deploy.StateMachine.Answer;
import dev.nutgraf.deploy.StateMachine.Execution;
import dev.nutgraf.deploy.StateMachine.TaskFailed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StateMachineTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z]+)}");
  private static final Map<String, String> SUBSTITUTIONS =
      Map.of(
          "Partition", "aws",
          "ArticleBucket", "nutgraf-articles",
          "ArticlePrefix", "news/",
          "SummaryBucket", "nutgraf-summaries",
          "SummaryPrefix", "out/",
          "ReprocessBucket", "nutgraf-reprocess",
          "ReprocessFunction", "arn:aws:lambda:us-east-1:123456789012:function:reprocess:live",
          "BatchSize", "40",
          "Concurrency", "20");
  private static final int EXPRESS_SECONDS = 300;

  /** More than the time in which Lambda makes a snapshot. */
  private static final int SNAPSHOT_SECONDS = 600;

  private static final int PAYLOAD_BYTES = 262_144;
  private static final int CAUSE_CHARACTERS = 32_768;

  private final Buckets buckets = new Buckets();

  @Test
  void reconcilesTheArticlesAndThenTheSummaries() {
    buckets.put("nutgraf-articles", "news/a.txt", "news/b.txt", "elsewhere/c.txt");
    buckets.put(
        "nutgraf-summaries", "out/news/a.txt.metadata.json", "out/news/gone.txt.summary.txt");
    Execution execution = run(schedule());
    assertTrue(execution.succeeded());
    assertEquals(
        List.of(
            "articles [news/a.txt, news/b.txt]",
            "summaries [out/news/a.txt.metadata.json, out/news/gone.txt.summary.txt]"),
        buckets.invocations);
    assertEquals(2, execution.output().get("results").size());
  }

  @Test
  void passesForceAndDryRunToEveryBatch() {
    buckets.put("nutgraf-articles", "news/a.txt");
    run(tree("{'prefix':'news/','force':true,'dryRun':true}"));
    assertEquals(
        tree("{'side':'articles','force':true,'dryRun':true}"),
        buckets.payloads.get(0).get("BatchInput"));
  }

  @Test
  void limitsBothListingsToThePrefixOfTheInput() {
    buckets.put("nutgraf-articles", "news/a.txt", "news/2026/b.txt");
    buckets.put(
        "nutgraf-summaries", "out/news/a.txt.metadata.json", "out/news/2026/b.txt.metadata.json");
    assertTrue(run(tree("{'prefix':'news/2026/'}")).succeeded());
    assertEquals(
        List.of("articles [news/2026/b.txt]", "summaries [out/news/2026/b.txt.metadata.json]"),
        buckets.invocations);
  }

  @Test
  void rejectsAPrefixOutsideTheArticlePrefix() {
    Execution execution = run(tree("{'prefix':'elsewhere/'}"));
    assertEquals("InvalidPrefix", execution.error());
    assertTrue(execution.cause().contains("\"elsewhere/\""), execution.cause());
    assertTrue(buckets.invocations.isEmpty());
  }

  @Test
  void succeedsOnEmptyBucketsWithoutAMap() {
    Execution execution = run(schedule());
    assertTrue(execution.succeeded());
    assertEquals(tree("{'results':[]}"), execution.output());
    assertTrue(buckets.invocations.isEmpty());
  }

  @Test
  void removesTheOutputsOfTheLastArticles() {
    buckets.put("nutgraf-summaries", "out/news/gone.txt.metadata.json");
    Execution execution = run(schedule());
    assertTrue(execution.succeeded());
    assertEquals(List.of("summaries [out/news/gone.txt.metadata.json]"), buckets.invocations);
    assertEquals(1, execution.output().get("results").size());
  }

  @Test
  void waitsForAnIdleVersionBeforeTheFirstBatch() {
    buckets.put("nutgraf-articles", "news/a.txt");
    buckets.idleCalls = 15;
    Execution execution = run(schedule());
    assertTrue(execution.succeeded());
    assertEquals(16, buckets.warmUps.size());
    assertTrue(execution.seconds() > SNAPSHOT_SECONDS, "only " + execution.seconds() + " s");
    assertEquals(1, buckets.payloads.size());
  }

  @Test
  void waitsForAnIdleVersionBeforeTheFirstFailure() {
    buckets.put("nutgraf-articles", "news/a.txt");
    buckets.failing.add("news/a.txt");
    JsonNode failures = failuresOf(run(schedule()));
    buckets.failing.clear();
    buckets.idleCalls = 15;
    assertTrue(run(failures).succeeded());
  }

  @Test
  void failsBeforeTheFirstBatchIfTheFunctionDoesNotStart() {
    buckets.put("nutgraf-articles", "news/a.txt");
    buckets.idleCalls = Integer.MAX_VALUE;
    assertEquals("Lambda.SnapStartNotReadyException", run(schedule()).error());
    assertEquals(Set.of("nutgraf-articles"), buckets.objects.keySet(), "no results are written");
  }

  @Test
  void warmsUpWithTheBatchOfTheSampleEvent() throws Exception {
    run(schedule());
    JsonNode event = MAPPER.readTree(Path.of("events/reprocess-warm-up.json").toFile());
    assertEquals(List.of(event), buckets.warmUps);
  }

  @Test
  void makesBatchesOfTheConfiguredSize() {
    buckets.put("nutgraf-articles", keys("news/%03d.txt", 100));
    assertTrue(run(schedule()).succeeded());
    assertEquals(
        List.of(40, 40, 20), buckets.payloads.stream().map(p -> p.get("Items").size()).toList());
  }

  @Test
  void failsTheExecutionForOneArticleAndReconcilesTheOthers() {
    buckets.put("nutgraf-articles", keys("news/%03d.txt", 100));
    buckets.put("nutgraf-summaries", "out/news/001.txt.metadata.json");
    buckets.failing.add("news/050.txt");
    Execution execution = run(schedule());
    assertEquals("ArticlesFailed", execution.error());
    assertTrue(execution.cause().startsWith("Batches with failed articles: 1."), execution.cause());
    assertTrue(
        execution.cause().contains("s3://nutgraf-reprocess/runs/run-1/articles/"),
        execution.cause());
    assertEquals(4, buckets.payloads.size());
  }

  @Test
  void recordsTheOutcomeOfEveryKeyOfAFailedBatchAndOfAGoodOne() {
    buckets.put("nutgraf-articles", keys("news/%03d.txt", 60));
    buckets.failing.add("news/050.txt");
    run(schedule());
    JsonNode failed = buckets.results("FAILED_0.json").get(0);
    assertEquals(20, Jsonata.tree(failed.get("Cause").asText()).get("outcomes").size());
    JsonNode good = buckets.results("SUCCEEDED_0.json").get(0);
    assertEquals(40, Jsonata.tree(good.get("Output").asText()).get("outcomes").size());
  }

  @Test
  void retriesOnlyRetryableKeys() {
    buckets.put("nutgraf-articles", "news/a.txt", "news/b.txt", "news/c.txt");
    buckets.failing.add("news/a.txt");
    buckets.retryable.put("news/b.txt", 1);
    buckets.retryable.put("news/c.txt", 2);
    run(schedule());
    assertEquals(
        List.of(
            "articles [news/a.txt, news/b.txt, news/c.txt]",
            "articles [news/b.txt, news/c.txt]",
            "articles [news/c.txt]"),
        buckets.invocations);
    JsonNode outcomes =
        Jsonata.tree(buckets.results("FAILED_0.json").get(0).get("Cause").asText()).get("outcomes");
    assertEquals(
        Map.of("news/a.txt", "failed", "news/b.txt", "unchanged", "news/c.txt", "unchanged"),
        outcomesByKey(outcomes));
  }

  @Test
  void failsAKeyAfterThreeAttempts() {
    buckets.put("nutgraf-articles", "news/a.txt", "news/b.txt");
    buckets.retryable.put("news/b.txt", 9);
    assertEquals("ArticlesFailed", run(schedule()).error());
    assertEquals(3, buckets.payloads.size());
    assertEquals(
        Map.of("news/a.txt", "unchanged", "news/b.txt", "failed"),
        outcomesByKey(
            Jsonata.tree(buckets.results("FAILED_0.json").get(0).get("Cause").asText())
                .get("outcomes")));
  }

  @Test
  void retriesThrottledCalls() {
    buckets.put("nutgraf-articles", "news/a.txt");
    for (int i = 0; i < 5; i++) {
      buckets.failures.add(Optional.of(new TaskFailed("Lambda.TooManyRequestsException", 0)));
    }
    assertTrue(run(schedule()).succeeded());
  }

  @Test
  void countsEveryKeyOfACallThatCrashesAsFailed() {
    buckets.put("nutgraf-articles", keys("news/%03d.txt", 41));
    for (int i = 0; i < 2; i++) {
      buckets.failures.add(Optional.of(new TaskFailed("Runtime.ExitError", 1)));
    }
    Execution execution = run(schedule());
    assertEquals("ArticlesFailed", execution.error());
    JsonNode outcomes =
        Jsonata.tree(buckets.results("FAILED_0.json").get(0).get("Cause").asText()).get("outcomes");
    assertEquals(40, outcomes.size());
    assertEquals(
        tree("{'key':'news/000.txt','outcome':'failed','message':'Runtime.ExitError'}"),
        outcomes.get(0));
    assertEquals(1, buckets.results("SUCCEEDED_0.json").size());
  }

  @Test
  void retriesOnlyFailures() {
    buckets.put("nutgraf-articles", keys("news/%03d.txt", 100));
    buckets.failing.addAll(List.of("news/050.txt", "news/051.txt", "news/090.txt"));
    Execution first = run(schedule());
    buckets.invocations.clear();
    Execution second = run(failuresOf(first));
    assertEquals(
        List.of("articles [news/050.txt, news/051.txt]", "articles [news/090.txt]"),
        buckets.invocations);
    assertEquals("ArticlesFailed", second.error());

    buckets.invocations.clear();
    buckets.failing.remove("news/050.txt");
    run(failuresOf(second));
    assertEquals(
        List.of("articles [news/050.txt, news/051.txt]", "articles [news/090.txt]"),
        buckets.invocations,
        "a run of failures must leave records of the same shape");

    buckets.failing.clear();
    assertTrue(run(failuresOf(second)).succeeded());
  }

  @Test
  void retriesAWholeBatchWithoutAResponse() {
    buckets.put("nutgraf-articles", "news/a.txt", "news/b.txt");
    buckets.put(
        "nutgraf-reprocess",
        Map.of(
            "runs/old/FAILED_0.json",
            "[{\"Status\":\"TIMED_OUT\",\"Error\":\"States.Timeout\",\"Input\":"
                + MAPPER.valueToTree(
                    tree("{'BatchInput':{'side':'articles','force':false,'dryRun':false},"
                            + "'Items':[{'Key':'news/a.txt'},{'Key':'news/b.txt'}]}")
                        .toString())
                + "}]"));
    assertTrue(run(tree("{'failures':'runs/old/FAILED_0.json'}")).succeeded());
    assertEquals(List.of("articles [news/a.txt, news/b.txt]"), buckets.invocations);
  }

  @Test
  void endsEveryChildBeforeItsFiveMinutesAreOver() {
    buckets.put("nutgraf-articles", "news/a.txt");
    for (int attempt = 0; attempt < 3; attempt++) {
      for (int i = 0; i < 5; i++) {
        buckets.failures.add(Optional.of(new TaskFailed("Lambda.TooManyRequestsException", 1)));
      }
      buckets.failures.add(Optional.of(new TaskFailed("States.Timeout", 65)));
      buckets.failures.add(Optional.empty());
    }
    for (int seconds = 1; seconds <= 65; seconds += 4) {
      Buckets world = new Buckets();
      world.put("nutgraf-articles", "news/a.txt");
      world.retryable.put("news/a.txt", 9);
      world.seconds = seconds;
      world.failures.add(Optional.empty());
      world.failures.addAll(buckets.failures);
      new StateMachine(StateMachine.definition(SUBSTITUTIONS), world, "run").run(schedule());
      long took = world.results("FAILED_0.json").get(0).get("Seconds").asLong();
      assertTrue(took < EXPRESS_SECONDS, "calls of " + seconds + " s: " + took);
    }
  }

  @Test
  void keepsEveryPayloadAndCauseWithinTheLimitsWhateverTheKeys() {
    String longest = "news/" + "\u00e9".repeat((1024 - 5) / 2);
    String[] keys =
        IntStream.range(0, 60)
            .mapToObj(i -> longest.substring(0, longest.length() - 2) + i)
            .toArray(String[]::new);
    buckets.put("nutgraf-articles", keys);
    buckets.put("nutgraf-articles", keys("news/%03d", 400));
    buckets
        .list("nutgraf-articles", "")
        .forEach(item -> buckets.failing.add(item.get("Key").asText()));
    buckets.message = "\"quoted\" ".repeat(60);
    run(schedule());
    for (JsonNode payload : buckets.payloads) {
      assertTrue(payload.toString().getBytes(StandardCharsets.UTF_8).length <= PAYLOAD_BYTES);
    }
    for (JsonNode record : buckets.results("FAILED_0.json")) {
      assertTrue(record.get("Cause").asText().length() <= CAUSE_CHARACTERS);
    }
  }

  @Test
  void hasUniqueStateNamesAndNoUnreachableState() {
    List<String> names = new ArrayList<>();
    walk(StateMachine.definition(SUBSTITUTIONS), names);
    assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
  }

  private static void walk(JsonNode workflow, List<String> names) {
    JsonNode states = workflow.get("States");
    Deque<String> open = new ArrayDeque<>(List.of(workflow.get("StartAt").asText()));
    Set<String> reached = new TreeSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      JsonNode state = states.path(name);
      assertTrue(state.isObject(), "no state is called " + name);
      if (reached.add(name)) {
        if (state.has("Default")) {
          open.add(state.get("Default").asText());
        }
        state.path("Choices").forEach(rule -> open.add(rule.get("Next").asText()));
        state.path("Catch").forEach(catcher -> open.add(catcher.get("Next").asText()));
        if (state.has("Next")) {
          open.add(state.get("Next").asText());
        }
        boolean terminal = Set.of("Succeed", "Fail").contains(state.get("Type").asText());
        assertNotEquals(terminal, state.has("Next") || state.has("Default"), name);
        if (state.has("ItemProcessor")) {
          walk(state.get("ItemProcessor"), names);
        }
      }
    }
    Set<String> declared = new TreeSet<>();
    states.fieldNames().forEachRemaining(declared::add);
    assertEquals(declared, reached);
    names.addAll(declared);
  }

  @Test
  void canVisitEveryState() {
    StateMachine machine =
        new StateMachine(StateMachine.definition(SUBSTITUTIONS), buckets, "run-1");
    buckets.put("nutgraf-articles", "news/a.txt", "news/b.txt");
    machine.run(schedule());
    machine.run(tree("{'prefix':'elsewhere/'}"));
    buckets.retryable.put("news/a.txt", 1);
    buckets.failing.add("news/b.txt");
    Execution failed = machine.run(schedule());
    machine.run(failuresOf(failed));
    buckets.failing.clear();
    machine.run(failuresOf(failed));
    List<String> names = new ArrayList<>();
    walk(StateMachine.definition(SUBSTITUTIONS), names);
    assertEquals(new TreeSet<>(names), new TreeSet<>(machine.visited()));
  }

  @Test
  void getsEveryPlaceholderFromTheTemplate() {
    Set<String> placeholders = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(StateMachine.text());
    while (matcher.find()) {
      placeholders.add(matcher.group(1));
    }
    JsonNode properties = Template.read().at("/Resources/ReprocessStateMachine/Properties");
    Set<String> given = new TreeSet<>();
    properties.get("DefinitionSubstitutions").fieldNames().forEachRemaining(given::add);
    assertEquals(given, placeholders);
    assertEquals(SUBSTITUTIONS.keySet(), placeholders);
    assertEquals(StateMachine.DEFINITION, Path.of(properties.get("DefinitionUri").asText()));
  }

  @Test
  void isScheduledWithTheInputOfTheSampleEvent() throws Exception {
    String input =
        Template.read()
            .at("/Resources/ReprocessStateMachine/Properties/Events/Nightly/Properties/Input")
            .asText();
    assertEquals(schedule(), MAPPER.readTree(input));
    assertEquals(schedule(), MAPPER.readTree(Path.of("events/reprocess-schedule.json").toFile()));
  }

  @Test
  void invokesTheFunctionWithBatchesLikeTheSampleEvent() throws Exception {
    buckets.put("nutgraf-articles", "news/a.txt");
    run(schedule());
    JsonNode event = MAPPER.readTree(Path.of("events/reprocess-batch.json").toFile());
    JsonNode payload = buckets.payloads.get(0);
    assertEquals(names(event), names(payload));
    assertEquals(event.get("BatchInput"), payload.get("BatchInput"));
    assertEquals(names(event.at("/Items/0")), names(payload.at("/Items/0")));
  }

  private Execution run(JsonNode input) {
    return new StateMachine(StateMachine.definition(SUBSTITUTIONS), buckets, "run-1").run(input);
  }

  /** Returns the input for a retry that the cause of a failed execution suggests. */
  private JsonNode failuresOf(Execution failed) {
    assertFalse(failed.succeeded());
    String key =
        Pattern.compile(" ")
            .splitAsStream(failed.cause())
            .filter(word -> word.endsWith("FAILED_0.json"))
            .filter(word -> !buckets.read("nutgraf-reprocess", word).equals("[]"))
            .collect(Collectors.joining());
    return MAPPER.createObjectNode().put("failures", key);
  }

  private static JsonNode schedule() {
    return tree("{'prefix':'','force':false,'dryRun':false}");
  }

  private static JsonNode tree(String json) {
    return Jsonata.tree(json.replace('\'', '"'));
  }

  private static String[] keys(String format, int count) {
    return IntStream.range(0, count).mapToObj(format::formatted).toArray(String[]::new);
  }

  private static Map<String, String> outcomesByKey(JsonNode outcomes) {
    Map<String, String> byKey = new HashMap<>();
    for (JsonNode outcome : outcomes) {
      String before = byKey.put(outcome.get("key").asText(), outcome.get("outcome").asText());
      assertEquals(null, before, "two outcomes of one key");
    }
    return byKey;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** In-memory buckets and a scripted function. */
  private static final class Buckets implements StateMachine.World {
    final Map<String, Map<String, String>> objects = new TreeMap<>();
    final List<String> invocations = new ArrayList<>();
    final List<JsonNode> payloads = new ArrayList<>();
    final Set<String> failing = new HashSet<>();

    /** The number of further calls in which a key fails but is retryable. */
    final Map<String, Integer> retryable = new HashMap<>();

    /** The failures of the next calls; an empty one succeeds, as do all later calls. */
    final Deque<Optional<TaskFailed>> failures = new ArrayDeque<>();

    /** The payloads without items. */
    final List<JsonNode> warmUps = new ArrayList<>();

    /** The number of next calls that find the version idle. */
    int idleCalls;

    String message = "S3 answered 403";
    int seconds = 1;

    void put(String bucket, String... keys) {
      for (String key : keys) {
        put(bucket, Map.of(key, ""));
      }
    }

    void put(String bucket, Map<String, String> bodies) {
      objects.computeIfAbsent(bucket, name -> new TreeMap<>()).putAll(bodies);
    }

    JsonNode results(String file) {
      ArrayNode all = MAPPER.createArrayNode();
      objects
          .getOrDefault("nutgraf-reprocess", Map.of())
          .forEach(
              (key, body) -> {
                if (key.endsWith(file)) {
                  all.addAll((ArrayNode) Jsonata.tree(body));
                }
              });
      return all;
    }

    @Override
    public List<JsonNode> list(String bucket, String prefix) {
      List<JsonNode> items = new ArrayList<>();
      for (String key : objects.getOrDefault(bucket, Map.of()).keySet()) {
        if (key.startsWith(prefix)) {
          items.add(
              MAPPER
                  .createObjectNode()
                  .put("Etag", "\"0123456789abcdef0123456789abcdef\"")
                  .put("Key", key)
                  .put("LastModified", 1767601800)
                  .put("Size", 2048)
                  .put("StorageClass", "STANDARD"));
        }
      }
      return items;
    }

    @Override
    public String read(String bucket, String key) {
      return objects.getOrDefault(bucket, Map.of()).getOrDefault(key, "[]");
    }

    @Override
    public void write(String bucket, String key, String body) {
      put(bucket, Map.of(key, body));
    }

    @Override
    public Answer invoke(JsonNode payload) throws TaskFailed {
      if (payload.get("Items").isEmpty()) {
        warmUps.add(payload);
      }
      if (idleCalls > 0) {
        idleCalls--;
        throw new TaskFailed("Lambda.SnapStartNotReadyException", 0);
      }
      if (payload.get("Items").isEmpty()) {
        return new Answer(tree("{'outcomes':[],'retry':[],'totals':{}}"), 1);
      }
      Optional<TaskFailed> failure = failures.isEmpty() ? Optional.empty() : failures.remove();
      if (failure.isPresent()) {
        throw failure.get();
      }
      payloads.add(payload);
      invocations.add(
          payload.at("/BatchInput/side").asText() + " " + payload.findValuesAsText("Key"));
      ObjectNode answer = MAPPER.createObjectNode();
      ArrayNode outcomes = answer.putArray("outcomes");
      ArrayNode retry = answer.putArray("retry");
      for (JsonNode item : payload.get("Items")) {
        String key = item.get("Key").asText();
        boolean again = retryable.merge(key, -1, Integer::sum) >= 0;
        ObjectNode outcome = outcomes.addObject().put("key", key);
        if (again) {
          retry.add(item);
        }
        if (again || failing.contains(key)) {
          outcome.put("outcome", "failed").put("message", message);
        } else {
          outcome.put("outcome", "unchanged");
        }
      }
      return new Answer(answer, seconds);
    }
  }
}
