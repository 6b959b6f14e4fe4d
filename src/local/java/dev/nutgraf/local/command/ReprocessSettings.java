package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.StackSettings;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.LengthSetting;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClientBuilder;

/**
 * The buckets and settings of a reprocessing run that isn't local.
 *
 * @param environment the function's environment variables
 * @param stack the variables that come from the stack; the others come from the environment
 */
record ReprocessSettings(Map<String, String> environment, Map<String, String> stack) {
  private static final String ARTICLE_BUCKET = "ARTICLE_BUCKET";
  private static final String SUMMARY_BUCKET = "SUMMARY_BUCKET";
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";
  private static final String S3_ENDPOINT = "AWS_ENDPOINT_URL_S3";
  private static final List<String> BUCKETS = List.of(ARTICLE_BUCKET, SUMMARY_BUCKET);
  private static final List<String> LOCAL_BUCKETS =
      List.of(LocalDeployment.ARTICLES, LocalDeployment.SUMMARIES);

  /** Returns whether the environment has a bucket. */
  static boolean hasBucket(Map<String, String> environment) {
    return BUCKETS.stream().anyMatch(name -> isSet(environment, name));
  }

  /**
   * Returns the settings of the environment.
   *
   * @throws IllegalArgumentException if a bucket is missing, or the buckets are on AWS and the
   *     credentials or names are those of the local S3
   */
  static ReprocessSettings ofEnvironment(Map<String, String> environment) {
    for (String name : BUCKETS) {
      if (!isSet(environment, name)) {
        throw new IllegalArgumentException(
            "%s is not set; set both ARTICLE_BUCKET and SUMMARY_BUCKET, or neither for a local run."
                .formatted(name));
      }
    }
    requireEndpoint(environment, S3_ENDPOINT);
    return new ReprocessSettings(environment, Map.of());
  }

  /**
   * Returns the settings of a stack. An endpoint of S3 that the stack doesn't set comes from the
   * environment.
   *
   * @throws IllegalArgumentException if the environment has settings too, or credentials of the
   *     local S3
   * @throws IllegalStateException if the stack can't be read
   */
  static ReprocessSettings ofStack(String name, Map<String, String> environment) {
    Stream.concat(BUCKETS.stream(), StackSettings.variablesByParameter().values().stream())
        .filter(variable -> !variable.startsWith("AWS_") && isSet(environment, variable))
        .findFirst()
        .ifPresent(
            variable -> {
              throw new IllegalArgumentException(
                  "%s is set, and --stack takes it from the stack; unset the variable."
                      .formatted(variable));
            });
    requireEndpoint(environment, "AWS_ENDPOINT_URL_CLOUDFORMATION");
    Map<String, String> stack;
    try (CloudFormationClient client = cloudFormation(environment)) {
      stack = StackSettings.read(client, name);
    } catch (SdkException e) {
      throw new IllegalStateException(
          "Can't read the stack \"%s\": %s.".formatted(name, Problem.of(e)), e);
    }
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(stack);
    return new ReprocessSettings(all, stack);
  }

  /** Returns both buckets and the endpoint, for messages. */
  String place() {
    return "s3://%s and s3://%s at %s"
        .formatted(
            environment.getOrDefault(ARTICLE_BUCKET, ""),
            environment.getOrDefault(SUMMARY_BUCKET, ""),
            Stream.of(S3_ENDPOINT, ENDPOINT)
                .filter(name -> isSet(environment, name))
                .findFirst()
                .map(name -> environment.getOrDefault(name, ""))
                .orElse("the endpoint of AWS"));
  }

  /** Returns a line for each setting: its name, its value and where it comes from. */
  String describe() {
    Map<String, String> defaults = new LinkedHashMap<>();
    BUCKETS.forEach(name -> defaults.put(name, ""));
    defaults.put("ARTICLE_PREFIX", "none");
    defaults.put("SUMMARY_PREFIX", "none");
    EngineSettings engine = EngineSettings.DEFAULT;
    for (LengthSetting setting : LengthSetting.values()) {
      defaults.put(setting.variable(), Integer.toString(engine.get(setting)));
    }
    defaults.put("MAX_ARTICLE_BYTES", Long.toString(engine.maxArticleBytes()));
    defaults.put("METADATA_DETAIL", engine.detail().label());
    defaults.put("SUMMARY_HTML", Boolean.toString(engine.page()));
    defaults.put(isSet(environment, S3_ENDPOINT) ? S3_ENDPOINT : ENDPOINT, "AWS");
    StringBuilder text = new StringBuilder("Buckets and settings:\n");
    defaults.forEach(
        (name, byDefault) -> {
          boolean set = isSet(environment, name);
          String source =
              stack.containsKey(name) ? "from the stack" : set ? "from the environment" : "default";
          String value = set ? environment.get(name) : byDefault;
          text.append("  %-22s  %s (%s)\n".formatted(name, value, source));
        });
    return text.toString();
  }

  /** Refuses to send what was meant for the local S3 to AWS. */
  private static void requireEndpoint(Map<String, String> environment, String variable) {
    boolean local =
        LocalDeployment.ACCESS_KEY.equals(environment.get("AWS_ACCESS_KEY_ID"))
            || BUCKETS.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .anyMatch(LOCAL_BUCKETS::contains);
    if (local && !isSet(environment, variable) && !isSet(environment, ENDPOINT)) {
      throw new IllegalArgumentException(
          "AWS_ACCESS_KEY_ID or a bucket is that of the local S3, but without %s the requests would"
                  .formatted(variable)
              + " go to AWS, where the buckets are somebody else's. For the local S3, set"
              + " AWS_ENDPOINT_URL_S3 to its address, such as http://127.0.0.1:9000.");
    }
  }

  private static CloudFormationClient cloudFormation(Map<String, String> environment) {
    CloudFormationClientBuilder builder =
        CloudFormationClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    Stream.of("AWS_ENDPOINT_URL_CLOUDFORMATION", ENDPOINT)
        .filter(name -> isSet(environment, name))
        .findFirst()
        .map(name -> URI.create(environment.getOrDefault(name, "")))
        .ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }
}
