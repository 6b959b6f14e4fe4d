package dev.nutgraf.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * template.yaml as JSON, its short tags written out as CloudFormation reads them: {@code !Ref X} is
 * {@code {"Ref": "X"}}, {@code !Sub x} is {@code {"Fn::Sub": "x"}}.
 */
final class Template {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

  private final JsonNode root;

  private Template(JsonNode root) {
    this.root = root;
  }

  static Template read() {
    try {
      return of(Files.readString(Path.of("template.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Template of(String yaml) {
    LoadSettings settings = LoadSettings.builder().build();
    return new Template(json(new Compose(settings).composeString(yaml).orElseThrow()));
  }

  /** A part of the template by its path, as {@code /Resources/FailureQueue}. */
  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** The properties of every resource of a type, by logical id. */
  Map<String, JsonNode> properties(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> resource : root.at("/Resources").properties()) {
      if (resource.getValue().path("Type").asText().equals(type)) {
        found.put(resource.getKey(), resource.getValue().path("Properties"));
      }
    }
    return found;
  }

  /** The properties of a function together with those that all functions have. */
  JsonNode function(String logicalId) {
    ObjectNode merged = root.at("/Globals/Function").deepCopy();
    merge(merged, root.at("/Resources/" + logicalId + "/Properties"));
    return merged;
  }

  private static void merge(ObjectNode into, JsonNode from) {
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      JsonNode there = into.get(field.getKey());
      if (there instanceof ObjectNode object && !isIntrinsic(there)) {
        merge(object, field.getValue());
      } else {
        into.set(field.getKey(), field.getValue());
      }
    }
  }

  private static boolean isIntrinsic(JsonNode node) {
    return node.size() == 1 && (node.has("Ref") || node.fieldNames().next().startsWith("Fn::"));
  }

  /** The parameters that a value and its conditions are made of. */
  Set<String> parametersIn(JsonNode value) {
    Set<String> names = new TreeSet<>();
    collect(value, names);
    names.removeIf(name -> !root.at("/Parameters").has(name));
    return names;
  }

  private void collect(JsonNode value, Set<String> names) {
    if (value.has("Ref")) {
      names.add(value.get("Ref").asText());
    }
    if (value.has("Fn::If")) {
      collect(root.at("/Conditions/" + value.get("Fn::If").get(0).asText()), names);
    }
    for (JsonNode text : value.findValues("Fn::Sub")) {
      Matcher placeholder =
          PLACEHOLDER.matcher(text.isArray() ? text.path(0).asText() : text.asText());
      while (placeholder.find()) {
        names.add(placeholder.group(1));
      }
    }
    value.forEach(child -> collect(child, names));
  }

  private static JsonNode json(Node node) {
    JsonNode plain = untagged(node);
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain;
    }
    String name = tag.substring(1);
    ObjectNode intrinsic = JsonNodeFactory.instance.objectNode();
    switch (name) {
      case "Ref", "Condition" -> intrinsic.set(name, plain);
      case "GetAtt" -> intrinsic.set("Fn::GetAtt", path(plain.asText()));
      default -> intrinsic.set("Fn::" + name, plain);
    }
    return intrinsic;
  }

  private static ArrayNode path(String dotted) {
    int dot = dotted.indexOf('.');
    return JsonNodeFactory.instance
        .arrayNode()
        .add(dotted.substring(0, dot))
        .add(dotted.substring(dot + 1));
  }

  private static JsonNode untagged(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode()));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      List<JsonNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(json(item)));
      return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
    ScalarNode scalar = (ScalarNode) node;
    return switch (scalar.getTag().getValue()) {
      case "tag:yaml.org,2002:bool" ->
          JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(scalar.getValue()));
      case "tag:yaml.org,2002:int" ->
          JsonNodeFactory.instance.numberNode(Long.parseLong(scalar.getValue()));
      default -> JsonNodeFactory.instance.textNode(scalar.getValue());
    };
  }
}
