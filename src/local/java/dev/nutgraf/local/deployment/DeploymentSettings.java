package dev.nutgraf.local.deployment;

import dev.nutgraf.summary.EngineSettings.Detail;
import java.nio.file.Path;
import java.util.Map;

/**
 * The settings of a local deployment.
 *
 * @param sentences sentences in a summary
 * @param pages whether the function writes summary pages
 * @param detail how much metadata.json contains
 * @param summaries the folder that mirrors the summary bucket
 */
public record DeploymentSettings(int sentences, boolean pages, Detail detail, Path summaries) {

  /** The function's environment variables, without the buckets. */
  Map<String, String> environment() {
    return Map.of(
        "SUMMARY_SENTENCES", Integer.toString(sentences),
        "SUMMARY_HTML", Boolean.toString(pages),
        "METADATA_DETAIL", detail.label());
  }
}
