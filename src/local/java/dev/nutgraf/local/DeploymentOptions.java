package dev.nutgraf.local;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that starts the local stack. */
final class DeploymentOptions {
  @Option(
      names = "--sentences",
      paramLabel = "N",
      description = "Sentences in a summary, 1 to 20; 3 by default.")
  private int sentences = 3;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the objects of the summary bucket are left; target/local/summaries by default.")
  private Path out = Path.of("target", "local", "summaries");

  @Option(names = "--no-html", description = "Writes no page for an article.")
  private boolean noPage;

  /** The folder that the objects of the summary bucket are left in. */
  Path out() {
    return out;
  }

  /** How many sentences a summary has. */
  int sentences() {
    return sentences;
  }

  /** The function's settings, as its environment names them. */
  Map<String, String> settings() {
    return Map.of(
        "SUMMARY_SENTENCES", Integer.toString(sentences),
        "SUMMARY_HTML", Boolean.toString(!noPage));
  }
}
