package dev.nutgraf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A type of a column in Athena, which a CREATE TABLE statement or a JSON Schema declares. */
sealed interface AthenaType {

  /** Fields in order, by their name. */
  record Struct(Map<String, AthenaType> fields) implements AthenaType {}

  /** A list of values of one type. */
  record ListOf(AthenaType element) implements AthenaType {}

  /** A type without parts, such as {@code bigint}. */
  record Primitive(String name) implements AthenaType {}

  /** Reads the columns of a CREATE TABLE statement. */
  static Struct ofColumns(String columns) {
    return new Parser(columns).fields("");
  }

  /**
   * Returns the type that fits a JSON Schema: fields have the names of the schema, and
   * {@code @type}, which isn't a valid name, is left out.
   *
   * @param root the document that references start from
   */
  static AthenaType ofSchema(JsonNode schema, JsonNode root) {
    if (schema.has("$ref")) {
      return ofSchema(root.at(schema.get("$ref").textValue().substring(1)), root);
    }
    if (schema.has("const") || schema.has("enum")) {
      return new Primitive("string");
    }
    String type = schema.path("type").asText();
    return switch (type) {
      case "object" -> {
        Map<String, AthenaType> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
          if (!property.getKey().equals("@type")) {
            fields.put(property.getKey(), ofSchema(property.getValue(), root));
          }
        }
        yield new Struct(fields);
      }
      case "array" -> new ListOf(ofSchema(schema.get("items"), root));
      case "integer" -> new Primitive("bigint");
      case "number" -> new Primitive("double");
      case "string", "boolean" -> new Primitive(type);
      default -> throw new IllegalArgumentException("No type in " + schema);
    };
  }

  /** Puts every field under its path, in lower case, with the name of its type. */
  default void describe(String path, Map<String, String> into) {
    if (this instanceof Struct struct) {
      into.put(path, "struct");
      struct
          .fields()
          .forEach((name, type) -> type.describe(path + "/" + name.toLowerCase(Locale.ROOT), into));
    } else if (this instanceof ListOf list) {
      into.put(path, "array");
      list.element().describe(path + "[]", into);
    } else if (this instanceof Primitive primitive) {
      into.put(path, primitive.name());
    }
  }

  /** Returns the type as DuckDB writes it. */
  default String inDuckDb() {
    if (this instanceof Struct struct) {
      return struct.fields().entrySet().stream()
          .map(field -> '"' + field.getKey() + "\" " + field.getValue().inDuckDb())
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
    return this instanceof ListOf list
        ? list.element().inDuckDb() + "[]"
        : ((Primitive) this).name().toUpperCase(Locale.ROOT);
  }

  /** Reads {@code name type, name: type, ...}, where a type may be a struct or an array. */
  final class Parser {
    private final String[] tokens;
    private int at;

    private Parser(String text) {
      tokens = text.replaceAll("([<>,:])", " $1 ").replace("`", "").strip().split("\\s+");
    }

    private Struct fields(String end) {
      Map<String, AthenaType> fields = new LinkedHashMap<>();
      do {
        String name = tokens[at++];
        skip(":");
        fields.put(name, type());
      } while (skip(","));
      if (!end.isEmpty() && !skip(end)) {
        throw new IllegalArgumentException("No " + end + " after " + fields.keySet());
      }
      return new Struct(fields);
    }

    private AthenaType type() {
      String name = tokens[at++];
      if (!skip("<")) {
        return new Primitive(name);
      }
      if (name.equals("struct")) {
        return fields(">");
      }
      AthenaType element = type();
      if (!name.equals("array") || !skip(">")) {
        throw new IllegalArgumentException("No type: " + name);
      }
      return new ListOf(element);
    }

    private boolean skip(String token) {
      boolean found = at < tokens.length && tokens[at].equals(token);
      at += found ? 1 : 0;
      return found;
    }
  }
}
