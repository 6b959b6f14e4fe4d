package dev.nutgraf.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutgraf.local.deployment.ArticleResult;
import dev.nutgraf.local.deployment.DeploymentSettings;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.s3.ObjectEvent;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.EngineSettings.Detail;
import dev.nutgraf.summary.LengthSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.core.sync.RequestBody;

final class DeploymentOptionsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void takesTheFunctionsVariablesAsDefaults() {
    DeploymentSettings settings =
        settings(
            Map.of(
                "METADATA_DETAIL", "Explain",
                "SUMMARY_HTML", "false",
                "SUMMARY_SENTENCES", "5",
                "SUMMARY_MAX_WORDS", "60",
                "MAX_ARTICLE_BYTES", "1000"));
    EngineSettings expected =
        EngineSettings.DEFAULT
            .withDetail(Detail.EXPLAIN)
            .withSentences(5)
            .with(LengthSetting.MAX_WORDS, 60)
            .withMaxArticleBytes(1000);
    assertEquals(expected, settings.engine());
  }

  @Test
  void prefersOptionsToVariables() {
    DeploymentSettings settings =
        settings(
            Map.of("METADATA_DETAIL", "standard", "SUMMARY_SENTENCES", "5"),
            "--explain",
            "--sentences",
            "2");
    EngineSettings expected =
        EngineSettings.DEFAULT.withDetail(Detail.EXPLAIN).withSentences(2).withPage(true);
    assertEquals(expected, settings.engine());
    assertFalse(settings(Map.of("SUMMARY_HTML", "TRUE"), "--no-html").engine().page());
  }

  @Test
  void passesTheLimitOfBytesToTheFunction() throws IOException {
    DeploymentOptions options =
        CommandLine.populateCommand(
            new DeploymentOptions(Map.of("MAX_ARTICLE_BYTES", "10")), "--out", folder.toString());
    try (LocalDeployment deployment = LocalDeployment.start(0, options.settings())) {
      deployment.server().onObjectEvent(event -> deliver(deployment, event));
      deployment
          .s3()
          .putObject(
              put -> put.bucket(LocalDeployment.ARTICLES).key("a.txt"),
              RequestBody.fromString("Eleven byte"));
      assertEquals(
          "too-large", ArticleResult.read(deployment, "a.txt").rejection().orElseThrow().code());
    }
  }

  private static void deliver(LocalDeployment deployment, ObjectEvent event) {
    if (event.bucket().equals(LocalDeployment.ARTICLES)) {
      deployment.deliver(event);
    }
  }

  @Test
  void namesTheVariablesThatHaveNoEffect() {
    assertEquals("", new DeploymentOptions(Map.of("ARTICLE_PREFIX", "")).ignoredVariables());
    assertEquals(
        """
        ARTICLE_PREFIX is set and ignored; the local buckets have no prefixes.
        SUMMARY_PREFIX is set and ignored; the local buckets have no prefixes.
        """,
        new DeploymentOptions(Map.of("ARTICLE_PREFIX", "news/", "SUMMARY_PREFIX", "out/"))
            .ignoredVariables());
  }

  @Test
  void namesTheVariableItsValueAndTheAllowedOnes() {
    assertRefused("METADATA_DETAIL", "all", "standard or explain");
    assertRefused("SUMMARY_HTML", "yes", "true or false");
    assertRefused("SUMMARY_SENTENCES", "21", "a whole number from 1 to 20");
    assertRefused("MAX_ARTICLE_BYTES", "50 MB", "a whole number from 1 to 1073741824");
  }

  private static void assertRefused(String name, String value, String allowed) {
    RuntimeException problem =
        assertThrows(RuntimeException.class, () -> settings(Map.of(name, value)));
    assertEquals(
        "%s is \"%s\"; allowed is %s.".formatted(name, value, allowed), problem.getMessage());
  }

  private static DeploymentSettings settings(Map<String, String> environment, String... args) {
    return CommandLine.populateCommand(new DeploymentOptions(environment), args).settings();
  }
}
