package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class TemplateTest {
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final int MAX_DESCRIPTION_LENGTH = 256;

  private final Template template = Template.read();

  @Test
  void passesEverySettingToEveryFunction() {
    for (String function : template.properties(FUNCTION).keySet()) {
      assertEquals(
          Set.of(
              "ARTICLE_BUCKET",
              "ARTICLE_PREFIX",
              "SUMMARY_BUCKET",
              "SUMMARY_PREFIX",
              "SUMMARY_SENTENCES",
              "MAX_ARTICLE_BYTES",
              "METADATA_DETAIL",
              "SUMMARY_HTML",
              "AWS_ENDPOINT_URL_S3"),
          Set.copyOf(names(environment(function))),
          function);
    }
  }

  @Test
  void deploysEveryHandler() throws IOException {
    Set<String> deployed = new TreeSet<>();
    for (JsonNode function : template.properties(FUNCTION).values()) {
      deployed.add(function.get("Handler").asText());
    }
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/nutgraf/lambda"))) {
      Set<String> handlers = new TreeSet<>();
      sources
          .map(source -> source.getFileName().toString().replace(".java", ""))
          .filter(name -> name.endsWith("Handler"))
          .map(name -> "dev.nutgraf.lambda." + name + "::handleRequest")
          .forEach(handlers::add);
      assertEquals(handlers, deployed);
    }
  }

  @Test
  void leavesTheEndpointOutOfTheEnvironmentUnlessOneIsNamed() {
    JsonNode value = environment("SummarizeFunction").get("AWS_ENDPOINT_URL_S3").get("Fn::If");
    assertEquals("HasS3Endpoint", value.get(0).asText());
    assertEquals("AWS::NoValue", value.get(2).get("Ref").asText());
    assertEquals("", template.at("/Parameters/S3EndpointUrl/Default").asText());
  }

  /**
   * CloudFormation replaces a version whose description changed, and Lambda publishes a new one.
   */
  @Test
  void describesEachVersionByExactlyTheParametersThatItsConfigurationHas() {
    for (String function : template.properties(FUNCTION).keySet()) {
      JsonNode all = template.function(function);
      Set<String> configured = template.parametersIn(environment(function));
      configured.addAll(template.parametersIn(all.get("MemorySize")));
      configured.addAll(template.parametersIn(all.get("Timeout")));
      assertEquals(configured, template.parametersIn(all.get("VersionDescription")), function);
      assertEquals("live", all.get("AutoPublishAlias").asText());
      assertTrue(all.get("AutoPublishAliasAllProperties").asBoolean());
    }
  }

  @Test
  void keepsTheLongestVersionDescriptionWithinLambdasLimit() {
    for (String function : template.properties(FUNCTION).keySet()) {
      JsonNode description = template.function(function).get("VersionDescription").get("Fn::Sub");
      String text = description.isArray() ? description.get(0).asText() : description.asText();
      int longest = text.replaceAll("\\$\\{[A-Za-z0-9]+}", "").length();
      for (String parameter :
          template.parametersIn(template.function(function).get("VersionDescription"))) {
        longest += longestValue(template.at("/Parameters/" + parameter));
      }
      assertTrue(longest <= MAX_DESCRIPTION_LENGTH, function + " " + longest);
    }
  }

  private static int longestValue(JsonNode parameter) {
    if (parameter.has("AllowedValues")) {
      return stream(parameter.get("AllowedValues"))
          .mapToInt(v -> v.asText().length())
          .max()
          .orElseThrow();
    }
    return parameter.has("MaxValue")
        ? parameter.get("MaxValue").asText().length()
        : parameter.get("MaxLength").asInt();
  }

  @Test
  void describesAndBoundsEveryParameterAndAcceptsItsDefault() {
    for (Map.Entry<String, JsonNode> entry : template.at("/Parameters").properties()) {
      JsonNode parameter = entry.getValue();
      String byDefault = parameter.get("Default").asText();
      assertTrue(parameter.get("Description").asText().endsWith("."), entry.getKey());
      if (parameter.has("AllowedValues")) {
        assertTrue(
            stream(parameter.get("AllowedValues")).anyMatch(v -> v.asText().equals(byDefault)),
            entry.getKey());
      } else if (parameter.get("Type").asText().equals("Number")) {
        long value = Long.parseLong(byDefault);
        assertTrue(parameter.get("MinValue").asLong() <= value, entry.getKey());
        assertTrue(value <= parameter.get("MaxValue").asLong(), entry.getKey());
      } else {
        assertTrue(
            Pattern.matches(parameter.get("AllowedPattern").asText(), byDefault), entry.getKey());
        assertTrue(parameter.has("ConstraintDescription"), entry.getKey());
      }
    }
  }

  @Test
  void asksForEveryParameterInAGroup() {
    List<String> grouped = new ArrayList<>();
    for (JsonNode group : template.at("/Metadata/AWS::CloudFormation::Interface/ParameterGroups")) {
      group.get("Parameters").forEach(name -> grouped.add(name.asText()));
    }
    assertEquals(names(template.at("/Parameters")), new TreeSet<>(grouped));
    assertEquals(grouped.size(), Set.copyOf(grouped).size());
  }

  @Test
  void keepsEveryBucketPrivateEncryptedAndTheOwners() {
    Map<String, JsonNode> buckets = template.properties("AWS::S3::Bucket");
    assertEquals(Set.of("ArticleBucket", "SummaryBucket", "ReprocessBucket"), buckets.keySet());
    buckets.forEach(
        (name, bucket) -> {
          JsonNode block = bucket.get("PublicAccessBlockConfiguration");
          assertEquals(4, block.size(), name);
          block.forEach(value -> assertTrue(value.asBoolean(), name));
          assertTrue(bucket.has("BucketEncryption"), name);
          assertEquals(
              "BucketOwnerEnforced",
              bucket.at("/OwnershipControls/Rules/0/ObjectOwnership").asText(),
              name);
        });
  }

  @Test
  void refusesPlainHttpForEveryBucketAndQueue() {
    Set<String> guarded = new TreeSet<>();
    template
        .properties("AWS::S3::BucketPolicy")
        .values()
        .forEach(
            policy -> {
              if (deniesPlainHttp(policy)) {
                guarded.add(policy.at("/Bucket/Ref").asText());
              }
            });
    template
        .properties("AWS::SQS::QueuePolicy")
        .values()
        .forEach(
            policy -> {
              if (deniesPlainHttp(policy)) {
                policy.get("Queues").forEach(queue -> guarded.add(queue.get("Ref").asText()));
              }
            });
    Set<String> all = new TreeSet<>(template.properties("AWS::S3::Bucket").keySet());
    all.addAll(template.properties("AWS::SQS::Queue").keySet());
    assertEquals(all, guarded);
  }

  private static boolean deniesPlainHttp(JsonNode policy) {
    return stream(policy.at("/PolicyDocument/Statement"))
        .anyMatch(
            statement ->
                statement.path("Effect").asText().equals("Deny")
                    && statement.path("Principal").asText().equals("*")
                    && statement
                        .at("/Condition/Bool/aws:SecureTransport")
                        .asText()
                        .equals("false"));
  }

  @Test
  void expiresNoncurrentVersionsOfArticlesAndSummaries() {
    for (String bucket : List.of("ArticleBucket", "SummaryBucket")) {
      JsonNode properties = template.at("/Resources/" + bucket + "/Properties");
      assertEquals("Enabled", properties.at("/VersioningConfiguration/Status").asText());
      assertEquals(
          "NoncurrentDays",
          properties
              .at("/LifecycleConfiguration/Rules/0/NoncurrentVersionExpiration/NoncurrentDays/Ref")
              .asText());
    }
  }

  @Test
  void keepsFailedEventsEncryptedForFourteenDays() {
    JsonNode queue = template.at("/Resources/FailureQueue/Properties");
    assertTrue(queue.get("SqsManagedSseEnabled").asBoolean());
    assertEquals(14 * 24 * 3600, queue.get("MessageRetentionPeriod").asInt());
  }

  @Test
  void sendsFailedEventsToTheFailureQueue() {
    for (String function : List.of("SummarizeFunction", "EventBridgeFunction")) {
      assertEquals(
          "FailureQueue",
          template
              .function(function)
              .at("/EventInvokeConfig/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0")
              .asText());
    }
  }

  @Test
  void notifiesTheAliasOfEveryCreationAndRemoval() {
    JsonNode notifications =
        template.at(
            "/Resources/ArticleBucket/Properties/NotificationConfiguration/LambdaConfigurations");
    assertEquals(
        Set.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:LifecycleExpiration:*"),
        Set.copyOf(notifications.findValuesAsText("Event")));
    for (JsonNode notification : notifications) {
      assertEquals("SummarizeFunction.Alias", notification.at("/Function/Ref").asText());
      assertEquals(
          "ArticlePrefix", notification.at("/Filter/Fn::If/1/S3Key/Rules/0/Value/Ref").asText());
    }
  }

  @Test
  void matchesExactlyTheBucketAndPrefixOfAnExistingBucket() {
    JsonNode detail =
        template.at(
            "/Resources/EventBridgeFunction/Properties/Events/ArticleChanged/Properties/Pattern/detail");
    assertEquals("[{\"Ref\":\"ExistingArticleBucket\"}]", detail.at("/bucket/name").toString());
    assertEquals(
        "{\"prefix\":{\"Ref\":\"ArticlePrefix\"}}", detail.at("/object/key/0/Fn::If/1").toString());
  }

  @Test
  void grantsExactActionsOnNamedResourcesOnly() {
    int statements = 0;
    for (Map.Entry<String, JsonNode> role : template.properties("AWS::IAM::Role").entrySet()) {
      for (JsonNode policy : role.getValue().get("Policies")) {
        for (JsonNode each : policy.at("/PolicyDocument/Statement")) {
          JsonNode statement = each.has("Fn::If") ? each.get("Fn::If").get(1) : each;
          String name = role.getKey() + " " + statement.get("Sid").asText();
          assertFalse(statement.get("Action").toString().contains("*"), name);
          for (String resource : texts(statement.get("Resource"))) {
            int wildcard = resource.indexOf('*');
            assertTrue(wildcard < 0 || wildcard == resource.length() - 1, name + " " + resource);
            assertTrue(resource.length() > 1, name);
          }
          statements++;
        }
      }
    }
    assertTrue(statements >= 15, "only " + statements + " statements seen");
  }

  @Test
  void distinguishesAbsentFromForbiddenInBothBuckets() {
    for (JsonNode statement :
        template.at("/Resources/FunctionRole/Properties/Policies/0/PolicyDocument/Statement")) {
      if (statement.path("Action").asText().equals("s3:ListBucket")) {
        assertEquals(2, statement.get("Resource").size());
        assertFalse(statement.has("Condition"), "a HEAD carries no prefix");
        return;
      }
    }
    throw new AssertionError("s3:ListBucket is not granted");
  }

  @Test
  void writesADashboardOfJson() throws Exception {
    String body = template.at("/Resources/Dashboard/Properties/DashboardBody/Fn::Sub").asText();
    JsonNode dashboard = new ObjectMapper().readTree(body);
    assertEquals(
        template.properties("AWS::CloudWatch::Alarm").size(),
        dashboard.at("/widgets/0/properties/alarms").size());
  }

  @Test
  void notifiesTheTopicOfEveryAlarm() {
    template
        .properties("AWS::CloudWatch::Alarm")
        .forEach(
            (name, alarm) -> {
              assertEquals(
                  "AlarmTopicArn", alarm.at("/AlarmActions/Fn::If/1/0/Ref").asText(), name);
              assertEquals("notBreaching", alarm.get("TreatMissingData").asText(), name);
            });
  }

  private JsonNode environment(String function) {
    return template.function(function).at("/Environment/Variables");
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Returns every text in a value. */
  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    }
    value.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
