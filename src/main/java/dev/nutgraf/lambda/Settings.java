package dev.nutgraf.lambda;

import dev.nutgraf.s3.OutputKeys;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.LengthSetting;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings from the environment variables.
 *
 * @param articleBucket the bucket that articles are read from
 * @param articlePrefix prefix of the articles' keys; objects outside it are ignored
 * @param summaryBucket the bucket that outputs are written to
 * @param summaryPrefix prefix of the output keys
 * @param engine the settings that change the documents
 * @param s3 the settings of the S3 client
 */
record Settings(
    String articleBucket,
    String articlePrefix,
    String summaryBucket,
    String summaryPrefix,
    EngineSettings engine,
    S3Settings s3) {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final long MAX_ARTICLE_BYTES = 1L << 30;
  private static final int MAX_PREFIX_LENGTH = 512;

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException if a value is missing or not allowed
   */
  static Settings from(Map<String, String> environment) {
    Settings settings =
        new Settings(
            bucket(environment, "ARTICLE_BUCKET"),
            prefix(environment, "ARTICLE_PREFIX"),
            bucket(environment, "SUMMARY_BUCKET"),
            prefix(environment, "SUMMARY_PREFIX"),
            engine(environment),
            S3Settings.from(environment));
    if (settings.mayReadOutputs()) {
      throw new InvalidSettingException(
          "SUMMARY_PREFIX",
          settings.summaryPrefix,
          "a prefix that doesn't overlap ARTICLE_PREFIX (\"%s\") where ARTICLE_BUCKET and"
                  .formatted(settings.articlePrefix)
              + " SUMMARY_BUCKET are the same, or every summary would be read as an article");
    }
    return settings;
  }

  /** Returns whether an object is an article; folder markers ({@code x/}) aren't. */
  boolean isArticle(ObjectKey object) {
    String key = object.key();
    return object.bucket().equals(articleBucket)
        && key.startsWith(articlePrefix)
        && !key.isEmpty()
        && !key.endsWith("/");
  }

  /** Returns the keys of outputs in the summary bucket. */
  OutputKeys outputKeys() {
    return new OutputKeys(summaryPrefix);
  }

  private boolean mayReadOutputs() {
    return articleBucket.equals(summaryBucket)
        && (articlePrefix.startsWith(summaryPrefix) || summaryPrefix.startsWith(articlePrefix));
  }

  private static String bucket(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (!BUCKET.matcher(value).matches()) {
      throw new InvalidSettingException(
          name,
          value,
          "the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens, with a"
              + " letter or digit at both ends");
    }
    return value;
  }

  private static String prefix(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.length() > MAX_PREFIX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidSettingException(
          name, value, "up to " + MAX_PREFIX_LENGTH + " characters without control characters");
    }
    return value;
  }

  /** Reads the settings that change the documents. */
  static EngineSettings engine(Map<String, String> environment) {
    EngineSettings engine = EngineSettings.DEFAULT;
    for (LengthSetting setting : LengthSetting.values()) {
      int byDefault = engine.get(setting);
      long value = number(environment, setting.variable(), byDefault, setting.min(), setting.max());
      engine = engine.with(setting, (int) value);
    }
    return engine
        .withMaxArticleBytes(
            number(
                environment, "MAX_ARTICLE_BYTES", engine.maxArticleBytes(), 1, MAX_ARTICLE_BYTES))
        .withDetail(detail(environment))
        .withPage(bool(environment, "SUMMARY_HTML", engine.page()));
  }

  private static long number(
      Map<String, String> environment, String name, long defaultValue, long min, long max) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      return defaultValue;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Handled below, with the numbers out of range.
    }
    throw new InvalidSettingException(name, value, "a whole number from " + min + " to " + max);
  }

  private static boolean bool(Map<String, String> environment, String name, boolean defaultValue) {
    String value = environment.getOrDefault(name, "");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "" -> defaultValue;
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSettingException(name, value, "true or false");
    };
  }

  private static EngineSettings.Detail detail(Map<String, String> environment) {
    String value = environment.getOrDefault("METADATA_DETAIL", "");
    if (value.isEmpty()) {
      return EngineSettings.DEFAULT.detail();
    }
    return Arrays.stream(EngineSettings.Detail.values())
        .filter(detail -> detail.label().equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "METADATA_DETAIL",
                    value,
                    Arrays.stream(EngineSettings.Detail.values())
                        .map(EngineSettings.Detail::label)
                        .collect(Collectors.joining(" or "))));
  }
}
