package dev.nutgraf.deploy;

import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Evaluates the expressions of the state machine, {@code {% ... %}}, as Step Functions does: no
 * context item, {@code $states} and the variables bound, {@code $parse} added, and an error if
 * there is no result.
 */
final class Jsonata {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Jsonata() {}

  static boolean isExpression(JsonNode value) {
    return value.isTextual() && value.asText().startsWith("{%") && value.asText().endsWith("%}");
  }

  /** Returns a value with every expression in it replaced by its result. */
  static JsonNode resolve(JsonNode value, JsonNode states, Map<String, JsonNode> variables) {
    if (isExpression(value)) {
      return evaluate(value.asText(), states, variables);
    }
    if (value.isObject()) {
      ObjectNode resolved = MAPPER.createObjectNode();
      value
          .properties()
          .forEach(
              field -> resolved.set(field.getKey(), resolve(field.getValue(), states, variables)));
      return resolved;
    }
    if (value.isArray()) {
      ArrayNode resolved = MAPPER.createArrayNode();
      value.forEach(item -> resolved.add(resolve(item, states, variables)));
      return resolved;
    }
    return value;
  }

  private static JsonNode evaluate(String text, JsonNode states, Map<String, JsonNode> variables) {
    var expression =
        com.dashjoin.jsonata.Jsonata.jsonata(text.substring(2, text.length() - 2).trim());
    Frame frame = expression.createFrame();
    frame.bind("states", plain(states));
    variables.forEach((name, value) -> frame.bind(name, plain(value)));
    expression.registerFunction("parse", (String json) -> plain(tree(json)));
    JsonNode result = MAPPER.valueToTree(expression.evaluate(Map.of(), frame));
    if (result.isNull()) {
      throw new IllegalStateException("States.QueryEvaluationError: no result of " + text);
    }
    return result;
  }

  private static Object plain(JsonNode value) {
    return MAPPER.convertValue(value, Object.class);
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
