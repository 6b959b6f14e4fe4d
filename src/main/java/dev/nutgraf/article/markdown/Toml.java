package dev.nutgraf.article.markdown;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import dev.nutgraf.article.metadata.Json;
import java.io.IOException;
import java.util.Optional;

/** Reads the TOML of front matter as JSON values; dates and numbers stay as written. */
final class Toml {
  private static final int MAX_DEPTH = 50;

  private static final TomlFactory FACTORY =
      TomlFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private Toml() {}

  /** Returns the table that a source consists of; empty if it isn't valid TOML. */
  static Optional<Json.Fields> parse(String source) {
    try (JsonParser parser = FACTORY.createParser(source)) {
      return Json.read(parser) instanceof Json.Fields fields
          ? Optional.of(fields)
          : Optional.empty();
    } catch (IOException invalid) {
      return Optional.empty();
    }
  }
}
