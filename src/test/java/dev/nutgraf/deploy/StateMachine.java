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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the state machine in one process: the states that it uses as the Amazon States Language
 * defines them, maps as Step Functions runs them (list, batch, one child after the other, results
 * written), on a clock of its own that waits and tasks move. Used by one thread.
 */
final class StateMachine {
  static final Path DEFINITION = Path.of("src/main/statemachine/reprocess.asl.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");

  /** What the state machine reaches. */
  interface World {
    /** The objects of a listing: Key, Etag, LastModified, Size, StorageClass. */
    List<JsonNode> list(String bucket, String prefix);

    String read(String bucket, String key);

    void write(String bucket, String key, String body);

    /** The answer of the function. */
    Answer invoke(JsonNode payload) throws TaskFailed;
  }

  /** What a task answered and how long it took. */
  record Answer(JsonNode payload, int seconds) {}

  /** A task that failed, by the name that a retrier matches. */
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

  /** How an execution ended; a cause only where it failed, an output only where it did not. */
  record Execution(boolean succeeded, JsonNode output, String error, String cause, long seconds) {}

  private final JsonNode machine;
  private final World world;
  private final String name;
  private final Map<String, ObjectNode> mapRuns = new HashMap<>();
  private final Set<String> visited = new HashSet<>();

  StateMachine(JsonNode machine, World world, String name) {
    this.machine = machine;
    this.world = world;
    this.name = name;
  }

  /** The definition with its placeholders filled in. */
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

  /** The names of all states that some run has been in. */
  Set<String> visited() {
    return Set.copyOf(visited);
  }

  /** An execution of a workflow: the whole machine, or one child of a map. */
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
            JsonNode next = failure.isEmpty() ? state : state.get("Catch").get(0);
            failure.ifPresent(f -> states.putObject("errorOutput").put("Error", f.error));
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

    /** Assigns the variables of a state, all from what they were before, and makes its output. */
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
      int[] tries = new int[state.get("Retry").size()];
      while (true) {
        try {
          Answer answer = world.invoke(arguments.get("Payload"));
          now = now.plusSeconds(answer.seconds());
          states.putObject("result").set("Payload", answer.payload());
          return Optional.empty();
        } catch (TaskFailed failed) {
          now = now.plusSeconds(failed.seconds);
          int retrier = retrier(state.get("Retry"), failed.error);
          if (retrier < 0
              || tries[retrier] >= state.get("Retry").get(retrier).get("MaxAttempts").asInt()) {
            return Optional.of(failed);
          }
          now = now.plusSeconds(longestDelay(state.get("Retry").get(retrier), tries[retrier]));
          tries[retrier]++;
        }
      }
    }

    private static int retrier(JsonNode retriers, String error) {
      for (int i = 0; i < retriers.size(); i++) {
        for (JsonNode matched : retriers.get(i).get("ErrorEquals")) {
          boolean anyTask =
              matched.asText().equals("States.TaskFailed") && !error.equals("States.Timeout");
          if (matched.asText().equals(error) || anyTask) {
            return i;
          }
        }
      }
      return -1;
    }

    private static long longestDelay(JsonNode retrier, int tries) {
      double delay =
          retrier.get("IntervalSeconds").asInt()
              * Math.pow(retrier.path("BackoffRate").asDouble(2), tries);
      return Math.round(Math.min(delay, retrier.path("MaxDelaySeconds").asDouble(delay)));
    }

    private JsonNode map(JsonNode state, ObjectNode states) {
      JsonNode processor = state.get("ItemProcessor");
      ArrayNode failed = MAPPER.createArrayNode();
      ArrayNode succeeded = MAPPER.createArrayNode();
      for (JsonNode input : childInputs(state, states)) {
        // The clock of the parent stands still: children run side by side.
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
