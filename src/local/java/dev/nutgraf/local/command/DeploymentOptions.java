package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.DeploymentSettings;
import dev.nutgraf.local.deployment.ProjectFolder;
import dev.nutgraf.local.evaluate.LengthOptions;
import dev.nutgraf.summary.EngineSettings.Detail;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that starts a local deployment. */
final class DeploymentOptions {
  @Mixin private LengthOptions length = new LengthOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the objects of the summary bucket; target/local/summaries by default.")
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

  /** The folder that mirrors the summary bucket. */
  Path out() {
    return out;
  }

  /**
   * The settings that the options and the environment give.
   *
   * @throws IllegalArgumentException if a variable has a value that isn't allowed
   */
  DeploymentSettings settings() {
    boolean page = !noPage && variable("SUMMARY_HTML", true, List.of(true, false), String::valueOf);
    Detail detail =
        variable("METADATA_DETAIL", Detail.STANDARD, List.of(Detail.values()), Detail::label);
    return new DeploymentSettings(
        length.length(environment), page, explain ? Detail.EXPLAIN : detail, out);
  }

  private <T> T variable(String name, T byDefault, List<T> allowed, Function<T, String> label) {
    String value = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    if (value.isEmpty()) {
      return byDefault;
    }
    return allowed.stream()
        .filter(one -> label.apply(one).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is \"%s\"; allowed is %s."
                        .formatted(
                            name,
                            value,
                            allowed.stream().map(label).collect(Collectors.joining(" or ")))));
  }
}
