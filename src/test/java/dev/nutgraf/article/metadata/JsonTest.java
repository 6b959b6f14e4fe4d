package dev.nutgraf.article.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void keepsScalarsAsWritten() {
    Json json = Json.parse("{\"a\":1.50,\"b\":true,\"c\":\"x\",\"d\":null,\"a\":2e3}");
    assertEquals(Optional.of("2e3"), json.get("a").text());
    assertEquals(Optional.of("true"), json.get("b").text());
    assertEquals(Optional.empty(), json.get("d").text());
    assertEquals(List.of(), json.get("none").items());
  }

  @Test
  void readsAScalarAsAnArrayOfOne() {
    assertEquals(List.of(new Json.Text("x")), Json.parse("\"x\"").items());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":}", "[1,]", "{} {}", "nul"})
  void rejectsBrokenJsonWithItsPlace(String json) {
    ArticleRejectedException rejected =
        assertThrows(ArticleRejectedException.class, () -> Json.parse(json));
    assertEquals(Reason.MALFORMED, rejected.reason());
    assertTrue(rejected.getMessage().contains("line 1, column"), rejected.getMessage());
  }

  @Test
  void rejectsDeepNesting() {
    String deep = "[".repeat(201) + "]".repeat(201);
    assertThrows(ArticleRejectedException.class, () -> Json.parse(deep));
    String allowed = "[".repeat(200) + "]".repeat(200);
    assertEquals(1, Json.parse(allowed).items().size());
  }
}
