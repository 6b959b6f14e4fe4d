package dev.nutgraf.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The fields of the Amazon States Language that {@link StateMachine} implements, by their place. A
 * definition with any other field would do something on AWS that the tests don't see.
 */
final class StateMachineFields {
  private static final Set<String> MACHINE =
      Set.of("Comment", "QueryLanguage", "StartAt", "States");
  private static final Set<String> PROCESSOR = Set.of("ProcessorConfig", "StartAt", "States");
  private static final Map<String, Set<String>> STATES =
      Map.of(
          "Pass", Set.of("Type", "Comment", "Assign", "Output", "Next"),
          "Choice", Set.of("Type", "Comment", "Choices", "Assign", "Output", "Default"),
          "Wait", Set.of("Type", "Comment", "Seconds", "Next"),
          "Succeed", Set.of("Type", "Comment"),
          "Fail", Set.of("Type", "Comment", "Error", "Cause"),
          "Task",
              Set.of(
                  "Type",
                  "Comment",
                  "Resource",
                  "Arguments",
                  "TimeoutSeconds",
                  "Retry",
                  "Catch",
                  "Assign",
                  "Output",
                  "Next"),
          "Map",
              Set.of(
                  "Type",
                  "Comment",
                  "Label",
                  "ItemReader",
                  "ItemSelector",
                  "ItemBatcher",
                  "MaxConcurrency",
                  "ToleratedFailurePercentage",
                  "ItemProcessor",
                  "ResultWriter",
                  "Assign",
                  "Next"));
  private static final Set<String> RETRIER =
      Set.of(
          "Comment",
          "ErrorEquals",
          "IntervalSeconds",
          "BackoffRate",
          "MaxAttempts",
          "MaxDelaySeconds",
          "JitterStrategy");
  private static final Set<String> CATCHER =
      Set.of("Comment", "ErrorEquals", "Assign", "Output", "Next");
  private static final Set<String> RULE = Set.of("Comment", "Condition", "Assign", "Next");
  private static final Set<String> RESOURCES =
      Set.of(
          ":states:::lambda:invoke",
          ":states:::aws-sdk:sfn:describeMapRun",
          ":states:::aws-sdk:s3:listObjectsV2",
          ":states:::s3:listObjectsV2",
          ":states:::s3:getObject",
          ":states:::s3:putObject");

  private StateMachineFields() {}

  /**
   * Checks a definition.
   *
   * @throws IllegalArgumentException if it has a field, a type of state or a resource that isn't
   *     implemented
   */
  static void check(JsonNode machine) {
    allow(MACHINE, machine, "the state machine");
    checkStates(machine);
  }

  private static void checkStates(JsonNode workflow) {
    for (Map.Entry<String, JsonNode> state : workflow.get("States").properties()) {
      checkState(state.getKey(), state.getValue());
    }
  }

  private static void checkState(String name, JsonNode state) {
    String type = state.path("Type").asText();
    if (!STATES.containsKey(type)) {
      throw new IllegalArgumentException(
          "\"%s\" has the type \"%s\", which isn't implemented.".formatted(name, type));
    }
    allow(STATES.get(type), state, name);
    state.path("Choices").forEach(rule -> allow(RULE, rule, name));
    state.path("Retry").forEach(retrier -> allow(RETRIER, retrier, name));
    state.path("Catch").forEach(catcher -> allow(CATCHER, catcher, name));
    checkResource(state, name);
    if (type.equals("Map")) {
      allow(Set.of("Resource", "Arguments", "ReaderConfig"), state.get("ItemReader"), name);
      allow(Set.of("InputType"), state.at("/ItemReader/ReaderConfig"), name);
      allow(
          Set.of("MaxItemsPerBatch", "MaxInputBytesPerBatch", "BatchInput"),
          state.path("ItemBatcher"),
          name);
      allow(Set.of("Resource", "Arguments"), state.get("ResultWriter"), name);
      checkResource(state.get("ItemReader"), name);
      checkResource(state.get("ResultWriter"), name);
      allow(PROCESSOR, state.get("ItemProcessor"), name);
      allow(Set.of("Mode", "ExecutionType"), state.at("/ItemProcessor/ProcessorConfig"), name);
      checkStates(state.get("ItemProcessor"));
    }
  }

  private static void checkResource(JsonNode node, String name) {
    String resource = node.path("Resource").asText();
    if (!resource.isEmpty() && RESOURCES.stream().noneMatch(resource::endsWith)) {
      throw new IllegalArgumentException(
          "\"%s\" has the resource \"%s\", which isn't implemented.".formatted(name, resource));
    }
  }

  private static void allow(Set<String> fields, JsonNode node, String place) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String field = names.next();
      if (!fields.contains(field)) {
        throw new IllegalArgumentException(
            "\"%s\" has the field \"%s\", which isn't implemented.".formatted(place, field));
      }
    }
  }
}
