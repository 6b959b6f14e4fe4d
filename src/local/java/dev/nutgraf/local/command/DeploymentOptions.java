package dev.nutgraf.local.command;

import dev.nutgraf.lambda.Application;
import dev.nutgraf.local.deployment.DeploymentSettings;
import dev.nutgraf.local.deployment.ProjectFolder;
import dev.nutgraf.local.evaluate.LengthOptions;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.EngineSettings.Detail;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that starts a local deployment. */
final class DeploymentOptions {
  private static final String PAGE = "SUMMARY_HTML";

  @Mixin private LengthOptions length = new LengthOptions();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private Path out = ProjectFolder.SUMMARIES;

  @Option(names = "--no-html", description = "Write no summary page.")
  private boolean noPage;

  @Option(
      names = "--explain",
      description = "Add to metadata.json the features that contributed most to each sentence.")
  private boolean explain;

  private final Map<String, String> environment;

  DeploymentOptions() {
    this(System.getenv());
  }

  /** Creates the options with environment variables, which the options replace. */
  DeploymentOptions(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the objects of the summary bucket; target/local/summaries by default.")
  void out(Path value) {
    if (value.toString().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--out needs the name of a folder; is a variable empty?");
    }
    out = value;
  }

  /** The folder that mirrors the summary bucket. */
  Path out() {
    return out;
  }

  /**
   * The settings that the options and the environment give. Unlike the function, the commands write
   * summary pages by default.
   *
   * @throws RuntimeException if a variable has a value that isn't allowed
   */
  DeploymentSettings settings() {
    Map<String, String> variables = new HashMap<>(environment);
    if (isEmpty(PAGE)) {
      variables.put(PAGE, "true");
    }
    EngineSettings engine = Application.engineSettings(variables);
    return new DeploymentSettings(
        engine
            .withLength(length.length(engine.length()))
            .withPage(engine.page() && !noPage)
            .withDetail(explain ? Detail.EXPLAIN : engine.detail()),
        out);
  }

  /** Returns a line for each variable that is set and has no effect on the local buckets. */
  String ignoredVariables() {
    return Stream.of("ARTICLE_PREFIX", "SUMMARY_PREFIX")
        .filter(name -> !isEmpty(name))
        .map("%s is set and ignored; the local buckets have no prefixes.%n"::formatted)
        .collect(Collectors.joining());
  }

  private boolean isEmpty(String variable) {
    return environment.getOrDefault(variable, "").isEmpty();
  }
}
