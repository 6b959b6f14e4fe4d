package dev.nutgraf.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.deployment.DeploymentSettings;
import dev.nutgraf.summary.EngineSettings.Detail;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class DeploymentOptionsTest {

  @Test
  void takesTheFunctionsVariablesAsDefaults() {
    DeploymentSettings settings =
        settings(
            Map.of(
                "METADATA_DETAIL", "Explain",
                "SUMMARY_HTML", "false",
                "SUMMARY_SENTENCES", "5",
                "SUMMARY_MAX_WORDS", "60"));
    assertEquals(Detail.EXPLAIN, settings.detail());
    assertFalse(settings.pages());
    assertEquals(5, settings.length().sentences());
    assertEquals(60, settings.length().maxWords());
  }

  @Test
  void prefersOptionsToVariables() {
    DeploymentSettings settings =
        settings(
            Map.of("METADATA_DETAIL", "standard", "SUMMARY_SENTENCES", "5"),
            "--explain",
            "--sentences",
            "2");
    assertEquals(Detail.EXPLAIN, settings.detail());
    assertTrue(settings.pages());
    assertEquals(2, settings.length().sentences());
  }

  @Test
  void namesTheVariableItsValueAndTheAllowedOnes() {
    assertRefused("METADATA_DETAIL", "all", "standard or explain");
    assertRefused("SUMMARY_HTML", "yes", "true or false");
    assertRefused("SUMMARY_SENTENCES", "21", "1 to 20");
  }

  private static void assertRefused(String name, String value, String allowed) {
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> settings(Map.of(name, value)));
    assertEquals(
        "%s is \"%s\"; allowed is %s.".formatted(name, value, allowed), problem.getMessage());
  }

  private static DeploymentSettings settings(Map<String, String> environment, String... args) {
    return CommandLine.populateCommand(new DeploymentOptions(environment), args).settings();
  }
}
