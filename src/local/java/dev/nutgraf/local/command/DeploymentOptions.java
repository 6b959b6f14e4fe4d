package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.DeploymentSettings;
import dev.nutgraf.local.evaluate.LengthOptions;
import dev.nutgraf.summary.EngineSettings.Detail;
import java.nio.file.Path;
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
  private Path out = Path.of("target", "local", "summaries");

  @Option(names = "--no-html", description = "Write no summary page.")
  private boolean noPage;

  @Option(
      names = "--explain",
      description = "Add to metadata.json the features that contributed most to each sentence.")
  private boolean explain;

  /** The folder that mirrors the summary bucket. */
  Path out() {
    return out;
  }

  /** The settings that the options give. */
  DeploymentSettings settings() {
    return new DeploymentSettings(
        length.length(), !noPage, explain ? Detail.EXPLAIN : Detail.STANDARD, out);
  }
}
