package dev.nutgraf.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment of a function under {@code sam local invoke}, by the rules of SAM CLI ({@code
 * samcli/local/lambdafn/env_vars.py}): a variable of the template has the value of the {@code
 * --env-vars} file if it is there, and else that of the template, where a conditional value is an
 * empty string. A variable that the template doesn't declare isn't set, whatever the file says.
 */
final class SamEnvironment {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9:]+)}");

  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::AccountId", "123456789012",
          "AWS::Partition", "aws",
          "AWS::Region", "us-east-1",
          "AWS::StackName", "local");

  private final Template template;
  private final JsonNode overrides;

  /**
   * Creates the environment for an {@code --env-vars} file.
   *
   * @param overrides the file's content
   */
  SamEnvironment(Template template, JsonNode overrides) {
    this.template = template;
    this.overrides = overrides.path("Parameters");
  }

  /** Returns the variables of a function, together with those that SAM CLI sets by itself. */
  Map<String, String> of(String function) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("AWS_SAM_LOCAL", "true");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function);
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.put("AWS_ACCOUNT_ID", "123456789012");
    // SAM CLI passes the caller's credentials on.
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    declared(function)
        .properties()
        .forEach(
            variable ->
                environment.put(
                    variable.getKey(),
                    overrides.has(variable.getKey())
                        ? overrides.get(variable.getKey()).asText()
                        : resolve(variable.getValue())));
    return environment;
  }

  /** Returns the variables that the template declares for a function. */
  JsonNode declared(String function) {
    return template.function(function).at("/Environment/Variables");
  }

  /** Returns the value of a variable as SAM CLI resolves it. */
  String resolve(JsonNode value) {
    if (value.has("Ref")) {
      return parameter(value.get("Ref").asText());
    }
    if (value.has("Fn::Sub") && value.get("Fn::Sub").isTextual()) {
      return PLACEHOLDER
          .matcher(value.get("Fn::Sub").asText())
          .replaceAll(name -> Matcher.quoteReplacement(parameter(name.group(1))));
    }
    return value.isValueNode() ? value.asText() : "";
  }

  private String parameter(String name) {
    return PSEUDO_PARAMETERS.getOrDefault(
        name, template.at("/Parameters/" + name + "/Default").asText());
  }
}
