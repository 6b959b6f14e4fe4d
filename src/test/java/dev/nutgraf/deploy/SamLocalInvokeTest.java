package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.deployment.LocalDeployment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands for {@code sam local invoke} in the documents, and the files they name. */
final class SamLocalInvokeTest {
  private static final Pattern COMMAND =
      Pattern.compile("sam local invoke (\\w+)(?:[^\n\\\\]|\\\\\n)*");
  private static final Pattern EVENT = Pattern.compile("-e (events/[\\w.-]+)");
  private static final Pattern OVERRIDE = Pattern.compile("--parameter-overrides (\\w+)=(\\w+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Template template = Template.read();

  @Test
  void overridesOnlyVariablesThatTheTemplateDeclares() throws IOException {
    SamEnvironment sam = new SamEnvironment(template, environmentFile());
    for (String function : template.properties("AWS::Serverless::Function").keySet()) {
      environmentFile()
          .get("Parameters")
          .fieldNames()
          .forEachRemaining(
              name -> assertTrue(sam.declared(function).has(name), function + " " + name));
    }
  }

  @Test
  void overridesTheBucketsThatSamCliCannotResolve() throws IOException {
    Map<String, String> environment =
        new SamEnvironment(template, environmentFile()).of("SummarizeFunction");
    assertEquals(LocalDeployment.ARTICLES, environment.get("ARTICLE_BUCKET"));
    assertEquals(LocalDeployment.SUMMARIES, environment.get("SUMMARY_BUCKET"));
    // serve writes the page; a function with another setting would delete it.
    assertEquals("true", environment.get("SUMMARY_HTML"));
  }

  @Test
  void namesFunctionsFilesAndParametersThatExist() throws IOException {
    List<Matcher> commands = commands();
    assertFalse(commands.isEmpty());
    for (Matcher command : commands) {
      String text = command.group();
      assertTrue(
          template.properties("AWS::Serverless::Function").containsKey(command.group(1)), text);
      assertTrue(text.contains("--env-vars events/env.json"), text);
      assertFalse(text.contains("--docker-network"), text);
      Matcher override = OVERRIDE.matcher(text);
      while (override.find()) {
        JsonNode parameter = template.at("/Parameters/" + override.group(1));
        assertTrue(parameter.path("AllowedValues").toString().contains(override.group(2)), text);
      }
    }
  }

  @Test
  void invokesOnArticlesOfTheSeeds() throws IOException {
    for (Matcher command : commands()) {
      Matcher event = EVENT.matcher(command.group());
      assertTrue(event.find(), command::group);
      JsonNode object =
          JSON.readTree(Path.of(event.group(1)).toFile()).at("/Records/0/s3/object/key");
      assertTrue(Files.exists(Path.of("seeds", object.asText())), event.group(1));
    }
  }

  @Test
  void allowsTheHostOfTheFunctionsEndpointInServe() throws IOException {
    URI endpoint = URI.create(environmentFile().at("/Parameters/AWS_ENDPOINT_URL_S3").textValue());
    for (Path document : documents()) {
      String text = Files.readString(document);
      if (COMMAND.matcher(text).find()) {
        assertTrue(text.contains("--allow-host " + endpoint.getHost()), document::toString);
        assertTrue(text.contains("serve --port " + endpoint.getPort()), document::toString);
        assertTrue(
            text.contains("--add-host " + endpoint.getHost() + ":host-gateway"),
            document::toString);
      }
    }
  }

  private static JsonNode environmentFile() throws IOException {
    return JSON.readTree(Path.of("events", "env.json").toFile());
  }

  private static List<Matcher> commands() throws IOException {
    List<Matcher> commands = new ArrayList<>();
    for (Path document : documents()) {
      String text = Files.readString(document);
      Matcher all = COMMAND.matcher(text);
      while (all.find()) {
        Matcher command = COMMAND.matcher(all.group());
        assertTrue(command.find());
        commands.add(command);
      }
    }
    return commands;
  }

  private static List<Path> documents() {
    return List.of(Path.of("README.md"), Path.of("docs", "sam-local.md"));
  }
}
