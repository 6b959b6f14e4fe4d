package dev.nutgraf.local.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** The settings of a deployed stack's functions, from the stack's outputs and parameters. */
public final class StackSettings {
  /** The environment variables of the functions by the output of template.yaml. */
  private static final Map<String, String> OUTPUTS =
      Map.of("ArticleBucketName", "ARTICLE_BUCKET", "SummaryBucketName", "SUMMARY_BUCKET");

  /** The environment variables of the functions by the parameter of template.yaml. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "ArticlePrefix", "ARTICLE_PREFIX",
          "SummaryPrefix", "SUMMARY_PREFIX",
          "SummarySentences", "SUMMARY_SENTENCES",
          "SummaryMaxWords", "SUMMARY_MAX_WORDS",
          "SummaryMaxCharacters", "SUMMARY_MAX_CHARACTERS",
          "MaxArticleBytes", "MAX_ARTICLE_BYTES",
          "MetadataDetail", "METADATA_DETAIL",
          "SummaryHtml", "SUMMARY_HTML",
          "S3EndpointUrl", "AWS_ENDPOINT_URL_S3",
          "RequestChecksums", "AWS_REQUEST_CHECKSUM_CALCULATION");

  private StackSettings() {}

  /** Returns the environment variables by the parameter that sets them. */
  public static Map<String, String> variablesByParameter() {
    return PARAMETERS;
  }

  /**
   * Reads the environment variables of a stack's functions; empty ones are left out.
   *
   * @throws IllegalStateException if there is no such stack, or it isn't one of Nutgraf; the
   *     message names the stack
   * @throws software.amazon.awssdk.core.exception.SdkException if CloudFormation can't be asked
   */
  public static Map<String, String> read(CloudFormationClient cloudFormation, String name) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Stack stack : describe(cloudFormation, name)) {
      for (Output output : stack.outputs()) {
        put(environment, OUTPUTS.get(output.outputKey()), output.outputValue());
      }
      for (Parameter parameter : stack.parameters()) {
        put(environment, PARAMETERS.get(parameter.parameterKey()), parameter.parameterValue());
      }
    }
    if (!environment.keySet().containsAll(OUTPUTS.values())) {
      throw new IllegalStateException(
          "The stack \"%s\" has no outputs ArticleBucketName and SummaryBucketName; is it a stack"
                  .formatted(name)
              + " of template.yaml?");
    }
    return environment;
  }

  private static List<Stack> describe(CloudFormationClient cloudFormation, String name) {
    try {
      return cloudFormation.describeStacks(request -> request.stackName(name)).stacks();
    } catch (CloudFormationException e) {
      String reason =
          e.awsErrorDetails() == null ? e.getMessage() : e.awsErrorDetails().errorMessage();
      throw new IllegalStateException("Can't read the stack \"%s\": %s".formatted(name, reason), e);
    }
  }

  private static void put(
      Map<String, String> environment, @Nullable String variable, @Nullable String value) {
    if (variable != null && value != null && !value.isEmpty()) {
      environment.put(variable, value);
    }
  }
}
