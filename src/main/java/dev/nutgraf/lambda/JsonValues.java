package dev.nutgraf.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as plain values: maps, lists and, for whatever else there is, text; {@code null} is left
 * out. By Jackson's parser alone: its data binding takes longer to load than an article to
 * summarize.
 */
final class JsonValues {
  private static final int MAX_DEPTH = 100;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private JsonValues() {}

  /**
   * Reads a document.
   *
   * @throws JsonProcessingException if it is not one JSON object, or nests too deeply
   */
  static Map<String, Object> read(String text) throws JsonProcessingException {
    try (JsonParser json = FACTORY.createParser(text)) {
      return document(json);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("A string was read", e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws IOException as the stream does, or if it is not one JSON object
   */
  static Map<String, Object> read(InputStream bytes) throws IOException {
    try (JsonParser json = FACTORY.createParser(bytes)) {
      return document(json);
    }
  }

  /** The object in a field; empty if there is none. */
  static Map<?, ?> object(Map<?, ?> parent, String field) {
    return parent.get(field) instanceof Map<?, ?> object ? object : Map.of();
  }

  /** The objects in the array in a field; none if there is no array. */
  static List<Map<?, ?>> objects(Map<?, ?> parent, String field) {
    List<Map<?, ?>> objects = new ArrayList<>();
    if (parent.get(field) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  /** The text in a field. */
  static Optional<String> text(Map<?, ?> parent, String field) {
    return parent.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Map<String, Object> document(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new JsonParseException(json, "It is no JSON object.");
    }
    return fields(json);
  }

  private static Map<String, Object> fields(JsonParser json) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, value(json));
      }
    }
    return fields;
  }

  /** Calls itself as deep as the parser lets values nest. */
  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> fields(json);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          if (json.currentToken() != JsonToken.VALUE_NULL) {
            items.add(value(json));
          }
        }
        yield items;
      }
      default -> json.getText();
    };
  }
}
