package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.deploy.StateMachine.Answer;
import dev.nutgraf.deploy.StateMachine.Execution;
import dev.nutgraf.deploy.StateMachine.TaskFailed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the emulator that {@link StateMachineTest} runs the state machine on. */
final class StateMachineEmulatorTest {
  private static final String TASK =
      """
      {"StartAt": "Call",
       "States": {
         "Call": {
           "Type": "Task",
           "Resource": "arn:aws:states:::lambda:invoke",
           "Arguments": {"FunctionName": "f", "Payload": {}},
           "Retry": [
             {"ErrorEquals": ["Throttled"], "MaxAttempts": 2, "IntervalSeconds": 2, "BackoffRate": 3},
             {"ErrorEquals": ["States.Timeout", "Crashed"], "MaxAttempts": 1}],
           "Catch": [
             {"ErrorEquals": ["Throttled"], "Next": "Throttled"},
             {"ErrorEquals": ["States.TaskFailed"],
              "Output": "{% $states.errorOutput.Error %}", "Next": "Caught"}],
           "Next": "Done"},
         "Throttled": {"Type": "Fail", "Error": "StillThrottled", "Cause": "-"},
         "Caught": {"Type": "Succeed"},
         "Done": {"Type": "Succeed"}}}
      """;

  private final Deque<String> errors = new ArrayDeque<>();
  private int calls;

  @Test
  void retriesAnErrorThatARetrierNamesWithItsOwnDelaysAndAttempts() {
    errors.addAll(List.of("Throttled", "Throttled"));
    Execution execution = run(TASK);
    assertTrue(execution.succeeded());
    assertEquals(3, calls);
    assertEquals(2 + 2 * 3, execution.seconds());
  }

  @Test
  void countsTheAttemptsOfEachRetrierSeparately() {
    errors.addAll(List.of("Throttled", "Crashed", "Throttled"));
    assertTrue(run(TASK).succeeded());
    assertEquals(4, calls);
  }

  @Test
  void doesNotRetryAnErrorThatNoRetrierNames() {
    errors.add("Denied");
    run(TASK);
    assertEquals(1, calls);
  }

  @Test
  void takesTheFirstCatcherThatNamesTheError() {
    errors.addAll(List.of("Throttled", "Throttled", "Throttled"));
    assertEquals("StillThrottled", run(TASK).error());
    errors.add("Denied");
    assertEquals("Denied", run(TASK).output().asText());
  }

  @Test
  void failsWithAnErrorThatNoCatcherNames() {
    errors.addAll(List.of("States.Timeout", "States.Timeout"));
    Execution execution = run(TASK);
    assertEquals("States.Timeout", execution.error(), "States.TaskFailed must not match it");
    assertEquals(2, calls);
  }

  @Test
  void matchesEveryErrorByStatesAll() {
    errors.addAll(List.of("States.Timeout", "States.Timeout"));
    assertTrue(run(TASK.replace("States.TaskFailed", "States.ALL")).succeeded());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"StartAt\": \"Call\"|\"StartAt\": \"Call\", \"TimeoutSeconds\": 60",
        "\"Resource\":|\"HeartbeatSeconds\": 5, \"Resource\":",
        "\"MaxAttempts\": 1|\"MaxAttempts\": 1, \"MaxRetries\": 1",
        "\"Next\": \"Caught\"|\"Next\": \"Caught\", \"ResultPath\": \"$\"",
        "\"Type\": \"Succeed\"|\"Type\": \"Succeed\", \"Output\": {}",
        "\"Type\": \"Succeed\"|\"Type\": \"Parallel\"",
        "lambda:invoke|sqs:sendMessage"
      })
  void rejectsWhatItDoesNotImplement(String implemented, String changed) {
    String machine = TASK.replace(implemented, changed);
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> run(machine));
    assertTrue(e.toString().endsWith("which isn't implemented."), e::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ItemReader", "ItemBatcher", "ResultWriter", "ItemProcessor"})
  void rejectsUnknownFieldsWithinAMap(String part) {
    ObjectNode machine = (ObjectNode) Jsonata.tree(StateMachine.text());
    ((ObjectNode) machine.at("/States/Reconcile all/" + part)).put("Unknown", 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new StateMachine(machine, new ScriptedFunction(), "run"));
  }

  private Execution run(String machine) {
    calls = 0;
    return new StateMachine(Jsonata.tree(machine), new ScriptedFunction(), "run")
        .run(Jsonata.tree("{}"));
  }

  @Test
  void evaluatesAnExpressionWithoutAResultToAnError() {
    assertThrows(
        IllegalStateException.class,
        () ->
            Jsonata.resolve(
                Jsonata.tree("\"{% $states.input.missing %}\""),
                Jsonata.tree("{\"input\": {}}"),
                Map.of()));
  }

  /** Fails with the given errors, then succeeds, each time without delay. */
  private final class ScriptedFunction implements StateMachine.World {
    @Override
    public List<JsonNode> list(String bucket, String prefix) {
      return List.of();
    }

    @Override
    public String read(String bucket, String key) {
      return "[]";
    }

    @Override
    public void write(String bucket, String key, String body) {
      throw new AssertionError("no map, no results");
    }

    @Override
    public Answer invoke(JsonNode payload) throws TaskFailed {
      calls++;
      if (!errors.isEmpty()) {
        throw new TaskFailed(errors.remove(), 0);
      }
      return new Answer(Jsonata.tree("{}"), 0);
    }
  }
}
