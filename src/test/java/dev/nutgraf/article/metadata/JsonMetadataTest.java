package dev.nutgraf.article.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.MetadataField.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMetadataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Ann Oar\" | Ann Oar",
        "{\"@type\":\"Person\",\"name\":\"Ann Oar\"} | Ann Oar",
        "[\"Ann Oar\",{\"name\":\"Bea Keel\"},\"Ann Oar\"] | Ann Oar, Bea Keel",
        "{\"@value\":\"Ann\"} | Ann",
      })
  void representsAValueAsText(String json, String text) {
    assertEquals(text, JsonMetadata.text(Json.parse(json)));
  }

  @Test
  void readsTheFirstOfSeveralNamesOfAProperty() {
    ArticleMetadataBuilder builder = new ArticleMetadataBuilder();
    JsonMetadata.read(
        Json.parse("{\"title\":\"For people\",\"headline\":\"For machines\"}"),
        builder,
        Origin.JSON);
    assertEquals("For machines", builder.build().headline().orElseThrow().value());
  }
}
