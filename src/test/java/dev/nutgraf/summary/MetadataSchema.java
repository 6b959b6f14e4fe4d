package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema, which every document that a test produces is held to. */
public final class MetadataSchema {
  private static final Schema SCHEMA = load();

  private MetadataSchema() {}

  /** Fails with the places where the document breaks the schema. */
  public static void assertValid(byte[] metadata) {
    List<Error> errors =
        SCHEMA.validate(new String(metadata, StandardCharsets.UTF_8), InputFormat.JSON);
    assertEquals(List.of(), errors);
  }

  private static Schema load() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Path.of("docs/metadata.schema.json")), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
