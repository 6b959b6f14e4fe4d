package dev.nutgraf.local.deployment;

import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.EngineSettings.Detail;
import dev.nutgraf.summary.LengthSetting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of a local deployment.
 *
 * @param length the length of a summary
 * @param pages whether the function writes summary pages
 * @param detail how much metadata.json contains
 * @param summaries the folder that mirrors the summary bucket
 */
public record DeploymentSettings(
    SummaryLength length, boolean pages, Detail detail, Path summaries) {

  /** The function's environment variables, without the buckets. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SUMMARY_HTML", Boolean.toString(pages));
    environment.put("METADATA_DETAIL", detail.label());
    for (LengthSetting setting : LengthSetting.values()) {
      environment.put(setting.variable(), Integer.toString(setting.of(length)));
    }
    return environment;
  }
}
