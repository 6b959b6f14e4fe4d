package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Checks what the published schema tells its readers beside the rules. */
final class MetadataSchemaTest {
  private static final Path FILE = Path.of("docs/metadata.schema.json");

  @Test
  void describesEveryField() throws IOException {
    fields()
        .forEach(
            (path, field) ->
                assertTrue(
                    field.path("description").asText().endsWith("."),
                    () -> path + " has no description"));
  }

  @Test
  void hasExamplesThatAreValid() throws IOException {
    JsonNode definitions = schema().get("$defs");
    int examples = 0;
    for (Map.Entry<String, JsonNode> field : fields().entrySet()) {
      // A copy with the definitions beside it, so that its references resolve.
      ObjectNode alone = field.getValue().deepCopy();
      alone.set("$defs", definitions);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(alone.toString(), InputFormat.JSON);
      for (JsonNode example : field.getValue().path("examples")) {
        assertEquals(
            List.of(), schema.validate(example.toString(), InputFormat.JSON), field.getKey());
        examples++;
      }
    }
    assertTrue(examples >= 20, "only " + examples);
  }

  @Test
  void hasTheAddressOfItsFileInTheRepositoryAsIdentifier() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String scm = pom.substring(pom.indexOf("<scm>"), pom.indexOf("</scm>"));
    String repository =
        scm.substring(scm.indexOf("<url>") + "<url>".length(), scm.indexOf("</url>"));
    assertEquals(
        repository.replace("github.com", "raw.githubusercontent.com") + "/main/" + FILE,
        schema().get("$id").textValue());
  }

  /** The schema of every field, by its place in the file. */
  private static Map<String, JsonNode> fields() throws IOException {
    Map<String, JsonNode> fields = new TreeMap<>();
    JsonNode schema = schema();
    collect("", schema, fields);
    schema.get("$defs").properties().forEach(d -> collect(d.getKey(), d.getValue(), fields));
    assertTrue(fields.size() > 50, () -> "only " + fields.keySet());
    return fields;
  }

  private static void collect(String path, JsonNode schema, Map<String, JsonNode> fields) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = path + "/" + property.getKey();
      fields.put(name, property.getValue());
      collect(name, property.getValue(), fields);
    }
    if (schema.has("items")) {
      collect(path, schema.get("items"), fields);
    }
  }

  private static JsonNode schema() throws IOException {
    return new ObjectMapper().readTree(FILE.toFile());
  }
}
