package dev.nutgraf.lambda;

import dev.nutgraf.s3.OutputKeys;
import dev.nutgraf.summary.EngineSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the function is told by its environment.
 *
 * @param articleBucket where articles lie
 * @param articlePrefix what the keys of articles start with; keys outside it are not ours
 * @param summaryBucket where outputs are written
 * @param summaryPrefix what comes before an article's key in the keys of its outputs
 * @param engine what changes the content of the outputs
 */
record Settings(
    String articleBucket,
    String articlePrefix,
    String summaryBucket,
    String summaryPrefix,
    EngineSettings engine) {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final long MAX_BYTES_ALLOWED = 1L << 30;
  private static final int MAX_PREFIX = 512;

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
            new EngineSettings(
                (int)
                    number(
                        environment,
                        "SUMMARY_SENTENCES",
                        EngineSettings.DEFAULT.sentences(),
                        EngineSettings.MIN_SENTENCES,
                        EngineSettings.MAX_SENTENCES),
                number(
                    environment,
                    "MAX_ARTICLE_BYTES",
                    EngineSettings.DEFAULT.maxArticleBytes(),
                    1,
                    MAX_BYTES_ALLOWED),
                detail(environment),
                yesOrNo(environment, "SUMMARY_HTML", EngineSettings.DEFAULT.page())));
    if (settings.feedsItself()) {
      throw new InvalidSettingException(
          "SUMMARY_PREFIX",
          settings.summaryPrefix,
          "with ARTICLE_BUCKET and SUMMARY_BUCKET the same, a prefix that neither starts with"
              + " ARTICLE_PREFIX (\"%s\") nor is a start of it, or every summary would be taken for"
                  .formatted(settings.articlePrefix)
              + " an article");
    }
    return settings;
  }

  /** Whether an object is one of our articles; folder markers ({@code x/}) are none. */
  boolean isArticle(ObjectKey object) {
    String key = object.key();
    return object.bucket().equals(articleBucket)
        && key.startsWith(articlePrefix)
        && !key.isEmpty()
        && !key.endsWith("/");
  }

  /** Where outputs lie in the summary bucket. */
  OutputKeys outputKeys() {
    return new OutputKeys(summaryPrefix);
  }

  private boolean feedsItself() {
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
    if (value.length() > MAX_PREFIX || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidSettingException(
          name, value, "up to " + MAX_PREFIX + " characters without control characters");
    }
    return value;
  }

  private static long number(
      Map<String, String> environment, String name, long whenUnset, long least, long most) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      return whenUnset;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the answer for every other value out of range.
    }
    throw new InvalidSettingException(name, value, "a whole number from " + least + " to " + most);
  }

  private static boolean yesOrNo(Map<String, String> environment, String name, boolean whenUnset) {
    String value = environment.getOrDefault(name, "");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "" -> whenUnset;
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
