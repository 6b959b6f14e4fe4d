package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the tests that docs/INVARIANTS.md refers to exist. */
final class InvariantsTest {
  private static final Pattern REFERENCE =
      Pattern.compile("`(?:([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?|([a-z]\\w+))(?:\\.\\.\\.)?`");

  @Test
  void refersToExistingTestsOnly() throws IOException {
    Map<String, String> sources = sources();
    List<String> missing = new ArrayList<>();
    int references = 0;
    for (String line : Files.readAllLines(Path.of("docs/INVARIANTS.md"))) {
      String source = "";
      Matcher reference = REFERENCE.matcher(line.substring(line.lastIndexOf(" | ") + 1));
      while (reference.find()) {
        if (reference.group(1) != null) {
          source = sources.getOrDefault(reference.group(1), "");
        }
        String method = reference.group(2) == null ? reference.group(3) : reference.group(2);
        boolean found = method == null ? !source.isEmpty() : source.contains("void " + method);
        if (!found) {
          missing.add(reference.group());
        }
        references++;
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(references > 20, "only " + references + " references found");
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    return sources;
  }
}
