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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final int MAX_DESCRIPTION_LENGTH = 256;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");

  /** The longest time that CloudWatch looks back, for periods of an hour or more. */
  private static final int MAX_ALARM_SECONDS = 7 * 24 * 3600;

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
              "SUMMARY_MAX_WORDS",
              "SUMMARY_MAX_CHARACTERS",
              "MAX_ARTICLE_BYTES",
              "METADATA_DETAIL",
              "SUMMARY_HTML",
              "AWS_ENDPOINT_URL_S3",
              "AWS_REQUEST_CHECKSUM_CALCULATION"),
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

  /** SAM CLI resolves {@code Fn::If} to an empty text. */
  @Test
  void setsNoVariableButTheArticleBucketWithACondition() {
    for (Map.Entry<String, JsonNode> variable : environment("SummarizeFunction").properties()) {
      assertEquals(
          variable.getKey().equals("ARTICLE_BUCKET"),
          variable.getValue().toString().contains("Fn::If"),
          variable.getKey());
    }
    assertEquals("", template.at("/Parameters/S3EndpointUrl/Default").asText());
  }

  @Test
  void runsEveryFunctionOnTheChosenProcessor() {
    for (String function : template.properties(FUNCTION).keySet()) {
      assertEquals(
          "[{\"Ref\":\"Architecture\"}]",
          template.function(function).get("Architectures").toString(),
          function);
    }
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
      configured.addAll(template.parametersIn(all.get("Architectures")));
      assertEquals(configured, template.parametersIn(all.get("VersionDescription")), function);
      assertEquals("live", all.get("AutoPublishAlias").asText());
      assertTrue(all.get("AutoPublishAliasAllProperties").asBoolean());
    }
  }

  @Test
  void keepsTheLongestVersionDescriptionWithinLambdasLimit() {
    for (String function : template.properties(FUNCTION).keySet()) {
      JsonNode description = template.function(function).get("VersionDescription").get("Fn::Sub");
      String text = description.get(0).asText();
      int longest = PLACEHOLDER.matcher(text).replaceAll("").length();
      for (MatchResult placeholder : PLACEHOLDER.matcher(text).results().toList()) {
        String name = placeholder.group(1);
        longest +=
            description.get(1).has(name)
                ? longestBranch(description.get(1).get(name))
                : longestValue(template.at("/Parameters/" + name));
      }
      assertTrue(longest <= MAX_DESCRIPTION_LENGTH, function + " " + longest);
    }
  }

  private static int longestBranch(JsonNode conditional) {
    JsonNode branches = conditional.get("Fn::If");
    return Math.max(branches.get(1).asText().length(), branches.get(2).asText().length());
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
        Set.of(
            "s3:ObjectCreated:*",
            "s3:ObjectRemoved:*",
            "s3:LifecycleExpiration:*",
            "s3:ObjectRestore:Completed"),
        Set.copyOf(notifications.findValuesAsText("Event")));
    for (JsonNode notification : notifications) {
      assertEquals("SummarizeFunction.Alias", notification.at("/Function/Ref").asText());
    }
  }

  /**
   * S3 compares a filter with encoded keys and EventBridge doesn't; a wildcard of IAM would permit
   * more than the prefix, and a quotation mark would end a text of the state machine.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ArticlePrefix", "SummaryPrefix"})
  void acceptsPrefixesThatEveryServiceReadsAlike(String parameter) {
    Pattern allowed =
        Pattern.compile(template.at("/Parameters/" + parameter + "/AllowedPattern").asText());
    for (String prefix : List.of("", "news/", "news/year=2026/month=01/", "a_b-c.d/", "2026/01")) {
      assertTrue(allowed.matcher(prefix).matches(), prefix);
    }
    "* ? $ + , @ : & ! ( ) % ' \" \\ # é { [ ~ \n"
        .chars()
        .forEach(
            special ->
                assertFalse(
                    allowed.matcher("news" + Character.toString(special)).matches(),
                    () -> Character.toString(special)));
    assertFalse(allowed.matcher("/news").matches());
    assertFalse(allowed.matcher("=news").matches(), "its filter would be empty");
  }

  @Test
  void filtersNotificationsByThePrefixUpToItsFirstEncodedCharacter() {
    for (JsonNode notification :
        template.at(
            "/Resources/ArticleBucket/Properties/NotificationConfiguration/LambdaConfigurations")) {
      JsonNode filter = notification.at("/Filter/Fn::If");
      assertEquals("HasArticlePrefix", filter.get(0).asText());
      assertEquals(
          "{\"Fn::Select\":[0,{\"Fn::Split\":[\"=\",{\"Ref\":\"ArticlePrefix\"}]}]}",
          filter.at("/1/S3Key/Rules/0/Value").toString());
    }
  }

  @Test
  void letsOthersSubscribeToFinishedSummaries() {
    assertEquals(
        "[\"SendsSummaryEvents\",true,false]",
        template
            .at("/Resources/SummaryBucket/Properties/NotificationConfiguration")
            .at("/EventBridgeConfiguration/EventBridgeEnabled/Fn::If")
            .toString());
    assertEquals("enabled", template.at("/Parameters/SummaryEvents/Default").asText());
  }

  /** Retain would keep the names taken after a first deployment that failed. */
  @Test
  void keepsDataButNotThatOfAFirstDeploymentThatFailed() {
    Set<String> kept = new TreeSet<>();
    for (Map.Entry<String, JsonNode> resource : template.at("/Resources").properties()) {
      String policy = resource.getValue().path("DeletionPolicy").asText("Delete");
      if (!policy.equals("Delete")) {
        assertEquals("RetainExceptOnCreate", policy, resource.getKey());
        assertEquals("Retain", resource.getValue().get("UpdateReplacePolicy").asText());
        kept.add(resource.getKey());
      }
    }
    assertEquals(Set.of("ArticleBucket", "SummaryBucket", "ReprocessBucket", "FailureQueue"), kept);
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
  void receivesEveryCreationRemovalAndRestoreOfAnExistingBucket() {
    assertEquals(
        "[\"Object Created\",\"Object Deleted\",\"Object Restore Completed\"]",
        template
            .at("/Resources/EventBridgeFunction/Properties/Events/ArticleChanged/Properties")
            .at("/Pattern/detail-type")
            .toString());
  }

  @Test
  void sendsARunThatCannotStartToTheFailureQueue() {
    JsonNode schedule =
        template.at("/Resources/ReprocessStateMachine/Properties/Events/Nightly/Properties");
    assertEquals("FailureQueue", schedule.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText());
    assertEquals("ScheduleRole", schedule.at("/RoleArn/Fn::GetAtt/0").asText());
    assertEquals(
        Set.of("states:StartExecution", "sqs:SendMessage"),
        Set.copyOf(
            template.at("/Resources/ScheduleRole/Properties/Policies").findValuesAsText("Action")));
  }

  /** Lambda assumes a role on its own behalf, the other services on that of a resource. */
  @Test
  void letsNoServiceOfAnotherAccountAssumeARole() {
    for (Map.Entry<String, JsonNode> role : template.properties("AWS::IAM::Role").entrySet()) {
      JsonNode trust = role.getValue().at("/AssumeRolePolicyDocument/Statement/0");
      if (!trust.at("/Principal/Service").asText().equals("lambda.amazonaws.com")) {
        assertEquals(
            "AWS::AccountId",
            trust.at("/Condition/StringEquals/aws:SourceAccount/Ref").asText(),
            role.getKey());
      }
    }
  }

  @Test
  void alarmsWhenNoRunSucceedsWhileTheScheduleIsEnabled() {
    JsonNode alarm = template.at("/Resources/ReprocessOverdueAlarm/Properties");
    assertEquals("ExecutionsSucceeded", alarm.get("MetricName").asText());
    assertEquals(
        "[\"HasReprocessAlarm\",\"breaching\",\"notBreaching\"]",
        alarm.at("/TreatMissingData/Fn::If").toString());
    assertEquals(
        Set.of("ReprocessAlarmHours", "ReprocessScheduleState"),
        template.parametersIn(alarm.get("TreatMissingData")));
    assertEquals(
        "[\"HasReprocessAlarm\",{\"Ref\":\"ReprocessAlarmHours\"},1]",
        alarm.at("/EvaluationPeriods/Fn::If").toString());
    int hours = template.at("/Parameters/ReprocessAlarmHours/MaxValue").asInt();
    assertEquals(MAX_ALARM_SECONDS, hours * alarm.get("Period").asInt());
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
  void grantsBucketsOfTheAccountAndKeysThroughTheirServiceOnly() {
    Set<String> conditioned = new TreeSet<>();
    for (JsonNode role : template.properties("AWS::IAM::Role").values()) {
      for (JsonNode each : role.at("/Policies/0/PolicyDocument/Statement")) {
        JsonNode statement = each.has("Fn::If") ? each.get("Fn::If").get(1) : each;
        String name = statement.get("Sid").asText();
        JsonNode condition = statement.at("/Condition/StringEquals");
        String actions = statement.get("Action").toString();
        if (actions.contains("s3:")) {
          assertEquals("AWS::AccountId", condition.at("/aws:ResourceAccount/Ref").asText(), name);
          conditioned.add(name);
        }
        if (actions.contains("kms:")) {
          assertEquals(
              (name.equals("DecryptMessages") ? "sqs" : "s3") + ".${AWS::Region}.${AWS::URLSuffix}",
              condition.at("/kms:ViaService/Fn::Sub").asText(),
              name);
          conditioned.add(name);
        }
      }
    }
    assertEquals(
        Set.of(
            "ReadArticles",
            "WriteOutputs",
            "DistinguishAbsentFromForbidden",
            "DecryptArticles",
            "EncryptSummaries",
            "DecryptMessages",
            "ReadManifestWriteReport",
            "ListBothBuckets",
            "WriteResults"),
        conditioned);
  }

  @Test
  void distinguishesAbsentFromForbiddenInBothBuckets() {
    for (JsonNode statement :
        template.at("/Resources/FunctionRole/Properties/Policies/0/PolicyDocument/Statement")) {
      if (statement.path("Action").asText().equals("s3:ListBucket")) {
        assertEquals(2, statement.get("Resource").size());
        assertFalse(statement.toString().contains("s3:prefix"), "a HEAD carries no prefix");
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
              assertEquals(
                  !name.equals("ReprocessOverdueAlarm"),
                  alarm.get("TreatMissingData").asText().equals("notBreaching"),
                  name);
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
