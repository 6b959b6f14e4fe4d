package dev.nutgraf.local.deployment;

import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.LengthSetting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of a local deployment.
 *
 * @param engine the settings that change the documents
 * @param summaries the folder that mirrors the summary bucket
 */
public record DeploymentSettings(EngineSettings engine, Path summaries) {

  /** The function's environment variables, without the buckets. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SUMMARY_HTML", Boolean.toString(engine.page()));
    environment.put("METADATA_DETAIL", engine.detail().label());
    environment.put("MAX_ARTICLE_BYTES", Long.toString(engine.maxArticleBytes()));
    for (LengthSetting setting : LengthSetting.values()) {
      environment.put(setting.variable(), Integer.toString(engine.get(setting)));
    }
    return environment;
  }
}
