package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonValuesTest {

  @Test
  void readsObjectsArraysAndTextAndOmitsNulls() throws Exception {
    String json = "{\"a\": {\"b\": [1.50, true, null, \"é\"]}, \"c\": null}";
    Map<String, Object> expected = Map.of("a", Map.of("b", List.of("1.50", "true", "é")));
    assertEquals(expected, JsonValues.read(json));
    assertEquals(
        expected, JsonValues.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"text\"", "1", "null", "{", "{\"a\": ]}", "{'a': 1}"})
  void rejectsWhatIsNotAJsonObject(String text) {
    assertThrows(JsonProcessingException.class, () -> JsonValues.read(text));
  }

  @Test
  void rejectsDeepNestingBeforeTheStackOverflows() {
    assertThrows(
        JsonProcessingException.class, () -> JsonValues.read("{\"a\":" + "[".repeat(100_000)));
  }

  @Test
  void returnsEmptyValuesForFieldsOfAnotherType() throws Exception {
    Map<String, Object> json = JsonValues.read("{\"text\": \"t\", \"array\": [{\"k\": 1}, 2]}");
    assertEquals(Optional.of("t"), JsonValues.text(json, "text"));
    assertEquals(Optional.empty(), JsonValues.text(json, "array"));
    assertEquals(Map.of(), JsonValues.object(json, "text"));
    assertEquals(List.of(Map.of("k", "1")), JsonValues.objects(json, "array"));
    assertEquals(List.of(), JsonValues.objects(json, "missing"));
  }
}
