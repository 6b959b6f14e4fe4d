package dev.nutgraf.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An emulator of Step Functions for the parts of the Amazon States Language that the state machine
 * uses; a field that it doesn't implement is an error. Maps run as Distributed Maps do: list,
 * batch, run the children (one after the other), write the results. A map over nothing is an error,
 * as its result isn't documented. Time is simulated and advanced by waits, retries and tasks. Not
 * thread-safe.
 */
final class StateMachine {
  static final Path DEFINITION = Path.of("src/main/statemachine/reprocess.asl.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int DEFAULT_MAX_ATTEMPTS = 3;
  private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");

  /** The services that the state machine calls. */
  interface World {
    /** The objects of a listing: Key, Etag, LastModified, Size, StorageClass. */
    List<JsonNode> list(String bucket, String prefix);

    String read(String bucket, String key);

    void write(String bucket, String key, String body);

    /** Invokes the function. */
    Answer invoke(JsonNode payload) throws TaskFailed;
  }

  /** The result of a task and its duration. */
  record Answer(JsonNode payload, int seconds) {}

  /** A failed task, with the error name that retriers and catchers match. */
  static final class TaskFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final int seconds;

    TaskFailed(String error, int seconds) {
      super(error);
      this.error = error;
      this.seconds = seconds;
    }
  }

  /** The end of an execution: with an output if it succeeded, with error and cause if it failed. */
  record Execution(boolean succeeded, JsonNode output, String error, String cause, long seconds) {}

  private final JsonNode machine;
  private final World world;
  private final String name;
  private final Map<String, ObjectNode> mapRuns = new HashMap<>();
  private final Set<String> visited = new HashSet<>();

  /**
   * Creates an emulator.
   *
   * @throws IllegalArgumentException if the definition has a field that isn't implemented
   */
  StateMachine(JsonNode machine, World world, String name) {
    StateMachineFields.check(machine);
    this.machine = machine;
    this.world = world;
    this.name = name;
  }

  /** Returns the definition with its placeholders replaced. */
  static JsonNode definition(Map<String, String> substitutions) {
    String text = text();
    for (Map.Entry<String, String> substitution : substitutions.entrySet()) {
      text = text.replace("${" + substitution.getKey() + "}", substitution.getValue());
    }
    return Jsonata.tree(text);
  }

  static String text() {
    try {
      return Files.readString(DEFINITION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Execution run(JsonNode input) {
    return new Scope(machine, START).run(input);
  }

  /** Returns the names of all states that were entered in any run. */
  Set<String> visited() {
    return Set.copyOf(visited);
  }

  /** An execution of a workflow: the whole state machine, or a child of a map. */
  private final class Scope {
    private final JsonNode workflow;
    private final Instant started;
    private final Map<String, JsonNode> variables = new LinkedHashMap<>();
    private Instant now;

    Scope(JsonNode workflow, Instant started) {
      this.workflow = workflow;
      this.started = started;
      this.now = started;
    }

    Execution run(JsonNode input) {
      String at = workflow.get("StartAt").asText();
      JsonNode data = input;
      while (true) {
        visited.add(at);
        JsonNode state = workflow.get("States").get(at);
        ObjectNode states = states(data);
        switch (state.get("Type").asText()) {
          case "Succeed" -> {
            return ended(true, data, "", "");
          }
          case "Fail" -> {
            String cause = Jsonata.resolve(state.get("Cause"), states, variables).asText();
            return ended(false, MAPPER.nullNode(), state.get("Error").asText(), cause);
          }
          case "Choice" -> {
            JsonNode rule = choose(state, states);
            data = leave(rule, states);
            at = rule.path("Next").asText(state.get("Default").asText());
          }
          case "Wait" -> {
            JsonNode wait = Jsonata.resolve(state.get("Seconds"), states, variables);
            now = now.plusSeconds(wait.asLong());
            at = state.get("Next").asText();
          }
          case "Pass" -> {
            data = leave(state, states);
            at = state.get("Next").asText();
          }
          default -> {
            Optional<TaskFailed> failure = work(state, states);
            JsonNode next = state;
            if (failure.isPresent()) {
              Optional<JsonNode> catcher = match(state.path("Catch"), failure.get().error);
              if (catcher.isEmpty()) {
                return ended(false, MAPPER.nullNode(), failure.get().error, "");
              }
              next = catcher.get();
              states.putObject("errorOutput").put("Error", failure.get().error);
            }
            data = leave(next, states);
            at = next.get("Next").asText();
          }
        }
      }
    }

    private Execution ended(boolean succeeded, JsonNode output, String error, String cause) {
      return new Execution(
          succeeded, output, error, cause, now.getEpochSecond() - started.getEpochSecond());
    }

    private ObjectNode states(JsonNode input) {
      ObjectNode states = MAPPER.createObjectNode();
      states.set("input", input);
      ObjectNode context = states.putObject("context");
      context.putObject("Execution").put("Name", name).put("StartTime", started.toString());
      context.putObject("State").put("EnteredTime", now.toString());
      return states;
    }

    private JsonNode choose(JsonNode state, ObjectNode states) {
      for (JsonNode rule : state.get("Choices")) {
        if (Jsonata.resolve(rule.get("Condition"), states, variables).asBoolean()) {
          return rule;
        }
      }
      return state;
    }

    /** Assigns a state's variables, all from their values before, and returns its output. */
    private JsonNode leave(JsonNode state, ObjectNode states) {
      JsonNode output =
          state.has("Output")
              ? Jsonata.resolve(state.get("Output"), states, variables)
              : states.has("result") ? states.get("result") : states.get("input");
      Map<String, JsonNode> assigned = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> variable : state.path("Assign").properties()) {
        assigned.put(variable.getKey(), Jsonata.resolve(variable.getValue(), states, variables));
      }
      variables.putAll(assigned);
      return output;
    }

    private Optional<TaskFailed> work(JsonNode state, ObjectNode states) {
      if (state.get("Type").asText().equals("Map")) {
        states.set("result", map(state, states));
        return Optional.empty();
      }
      JsonNode arguments = Jsonata.resolve(state.get("Arguments"), states, variables);
      if (state.get("Resource").asText().endsWith(":describeMapRun")) {
        states.set("result", mapRuns.get(arguments.get("MapRunArn").asText()));
        return Optional.empty();
      }
      if (state.get("Resource").asText().endsWith(":aws-sdk:s3:listObjectsV2")) {
        List<JsonNode> listed =
            world.list(arguments.get("Bucket").asText(), arguments.get("Prefix").asText());
        states
            .putObject("result")
            .put("KeyCount", Math.min(listed.size(), arguments.get("MaxKeys").asInt()));
        return Optional.empty();
      }
      IdentityHashMap<JsonNode, Integer> attempts = new IdentityHashMap<>();
      while (true) {
        try {
          Answer answer = world.invoke(arguments.get("Payload"));
          now = now.plusSeconds(answer.seconds());
          states.putObject("result").set("Payload", answer.payload());
          return Optional.empty();
        } catch (TaskFailed failed) {
          now = now.plusSeconds(failed.seconds);
          Optional<JsonNode> retrier = match(state.path("Retry"), failed.error);
          if (retrier.isEmpty()) {
            return Optional.of(failed);
          }
          int retries = attempts.merge(retrier.get(), 1, Integer::sum) - 1;
          if (retries >= retrier.get().path("MaxAttempts").asInt(DEFAULT_MAX_ATTEMPTS)) {
            return Optional.of(failed);
          }
          now = now.plusSeconds(maxDelay(retrier.get(), retries));
        }
      }
    }

    /**
     * Returns the first retrier or catcher that matches an error: by name, by {@code States.ALL},
     * or by {@code States.TaskFailed}, which matches every error but {@code States.Timeout}.
     */
    private static Optional<JsonNode> match(JsonNode handlers, String error) {
      for (JsonNode handler : handlers) {
        for (JsonNode each : handler.get("ErrorEquals")) {
          String name = each.asText();
          if (name.equals(error)
              || name.equals("States.ALL")
              || (name.equals("States.TaskFailed") && !error.equals("States.Timeout"))) {
            return Optional.of(handler);
          }
        }
      }
      return Optional.empty();
    }

    /** Returns the longest delay that jitter allows. */
    private static long maxDelay(JsonNode retrier, int retries) {
      double delay =
          retrier.path("IntervalSeconds").asInt(1)
              * Math.pow(retrier.path("BackoffRate").asDouble(2), retries);
      return Math.round(Math.min(delay, retrier.path("MaxDelaySeconds").asDouble(delay)));
    }

    private JsonNode map(JsonNode state, ObjectNode states) {
      JsonNode processor = state.get("ItemProcessor");
      ArrayNode failed = MAPPER.createArrayNode();
      ArrayNode succeeded = MAPPER.createArrayNode();
      for (JsonNode input : childInputs(state, states)) {
        // Children run concurrently, so the parent's time doesn't advance with each.
        Execution child = new Scope(processor, now).run(input);
        ObjectNode record = child.succeeded() ? succeeded.addObject() : failed.addObject();
        record.put("Status", child.succeeded() ? "SUCCEEDED" : "FAILED");
        record.put("Input", input.toString());
        record.put("Seconds", child.seconds());
        if (child.succeeded()) {
          record.put("Output", child.output().toString());
        } else {
          record.put("Error", child.error()).put("Cause", child.cause());
        }
      }
      String arn = "arn:aws:states:us-east-1:123456789012:mapRun:reprocess/" + mapRuns.size();
      ObjectNode counts = MAPPER.createObjectNode();
      counts
          .putObject("ExecutionCounts")
          .put("Total", failed.size() + succeeded.size())
          .put("Failed", failed.size())
          .put("TimedOut", 0)
          .put("Aborted", 0);
      mapRuns.put(arn, counts);
      return results(
          Jsonata.resolve(state.get("ResultWriter").get("Arguments"), states, variables),
          arn,
          Map.of("FAILED_0.json", failed, "SUCCEEDED_0.json", succeeded));
    }

    private JsonNode results(JsonNode target, String arn, Map<String, ArrayNode> files) {
      String bucket = target.get("Bucket").asText();
      String folder = target.get("Prefix").asText() + "/" + mapRuns.size() + "/";
      files.forEach(
          (file, records) -> {
            if (!records.isEmpty()) {
              world.write(bucket, folder + file, records.toString());
            }
          });
      world.write(bucket, folder + "manifest.json", "{}");
      ObjectNode result = MAPPER.createObjectNode().put("MapRunArn", arn);
      result
          .putObject("ResultWriterDetails")
          .put("Bucket", bucket)
          .put("Key", folder + "manifest.json");
      return result;
    }

    private List<JsonNode> childInputs(JsonNode state, ObjectNode states) {
      JsonNode reader = state.get("ItemReader");
      JsonNode source = Jsonata.resolve(reader.get("Arguments"), states, variables);
      String bucket = source.get("Bucket").asText();
      List<JsonNode> items = new ArrayList<>();
      if (reader.get("Resource").asText().endsWith(":listObjectsV2")) {
        items.addAll(world.list(bucket, source.get("Prefix").asText()));
      } else {
        Jsonata.tree(world.read(bucket, source.get("Key").asText())).forEach(items::add);
      }
      if (items.isEmpty()) {
        throw new IllegalStateException("A map over nothing, whose result isn't documented.");
      }
      if (state.has("ItemSelector")) {
        List<JsonNode> selected = new ArrayList<>();
        for (JsonNode item : items) {
          ObjectNode each = states.deepCopy();
          ((ObjectNode) each.get("context")).putObject("Map").putObject("Item").set("Value", item);
          selected.add(Jsonata.resolve(state.get("ItemSelector"), each, variables));
        }
        return selected;
      }
      return batches(Jsonata.resolve(state.get("ItemBatcher"), states, variables), items);
    }

    private static List<JsonNode> batches(JsonNode batcher, List<JsonNode> items) {
      List<JsonNode> batches = new ArrayList<>();
      ArrayNode batch = MAPPER.createArrayNode();
      for (JsonNode item : items) {
        int bytes = (batch.toString() + item + batcher).getBytes(StandardCharsets.UTF_8).length;
        if (!batch.isEmpty()
            && (batch.size() == batcher.get("MaxItemsPerBatch").asInt()
                || bytes > batcher.get("MaxInputBytesPerBatch").asInt())) {
          batches.add(batch(batcher, batch));
          batch = MAPPER.createArrayNode();
        }
        batch.add(item);
      }
      if (!batch.isEmpty()) {
        batches.add(batch(batcher, batch));
      }
      return batches;
    }

    private static ObjectNode batch(JsonNode batcher, ArrayNode items) {
      ObjectNode input = MAPPER.createObjectNode();
      input.set("BatchInput", batcher.get("BatchInput"));
      input.set("Items", items);
      return input;
    }
  }
}
