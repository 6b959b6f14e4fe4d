package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nutgraf.local.deployment.StackSettings;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StackSettingsTest {
  @Test
  void knowsTheParameterOfEverySettingOfTheFunctions() {
    JsonNode variables = Template.read().at("/Globals/Function/Environment/Variables");
    Map<String, String> expected = new TreeMap<>();
    for (Map.Entry<String, JsonNode> variable : variables.properties()) {
      if (variable.getValue().has("Ref")) {
        expected.put(variable.getValue().get("Ref").asText(), variable.getKey());
      }
    }
    assertEquals(expected, new TreeMap<>(StackSettings.variablesByParameter()));
  }
}
