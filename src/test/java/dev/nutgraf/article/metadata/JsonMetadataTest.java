package dev.nutgraf.article.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.MetadataField.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 hours ago",
        "12 minutes ago",
        "vor 2 Tagen",
        "il y a 3 heures",
        "Updated March 3 2024",
        "2024-03-12",
      })
  void dropsATimeFromTheAuthors(String time) {
    ArticleMetadataBuilder builder = new ArticleMetadataBuilder();
    JsonMetadata.read(
        Json.parse("{\"author\":[\"Ann Oar\",\"" + time + "\"]}"), builder, Origin.JSON);
    assertEquals("Ann Oar", builder.build().author().orElseThrow().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Studio 54", "Team 7 Editors"})
  void keepsANumberInTheNameOfAnAuthor(String name) {
    ArticleMetadataBuilder builder = new ArticleMetadataBuilder();
    JsonMetadata.read(Json.parse("{\"author\":\"" + name + "\"}"), builder, Origin.JSON);
    assertEquals(name, builder.build().author().orElseThrow().value());
  }
}
