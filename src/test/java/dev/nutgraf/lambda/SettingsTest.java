package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.EngineSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

  @Test
  void hasADefaultForEverythingButTheBuckets() {
    assertEquals(
        new Settings(
            "articles", "", "summaries", "", EngineSettings.DEFAULT, S3Settings.from(Map.of())),
        settings(Map.of()));
  }

  @Test
  void readsEverySetting() {
    Settings settings =
        settings(
            Map.of(
                "ARTICLE_PREFIX", "in/",
                "SUMMARY_PREFIX", "out/",
                "SUMMARY_SENTENCES", "20",
                "SUMMARY_MAX_WORDS", "60",
                "SUMMARY_MAX_CHARACTERS", "400",
                "MAX_ARTICLE_BYTES", "1000",
                "METADATA_DETAIL", "explain",
                "SUMMARY_HTML", "true",
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000"));
    assertEquals(
        new Settings(
            "articles",
            "in/",
            "summaries",
            "out/",
            new EngineSettings(
                new SummaryLength(20, 60, 400), 1_000, EngineSettings.Detail.EXPLAIN, true),
            S3Settings.from(Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000"))),
        settings);
  }

  @ParameterizedTest
  @CsvSource({
    "ARTICLE_BUCKET, ''",
    "ARTICLE_BUCKET, Articles",
    "SUMMARY_BUCKET, a",
    "SUMMARY_BUCKET, s3://summaries",
    "SUMMARY_SENTENCES, 0",
    "SUMMARY_SENTENCES, 21",
    "SUMMARY_SENTENCES, three",
    "SUMMARY_SENTENCES, 99999999999999999999",
    "SUMMARY_MAX_WORDS, -1",
    "SUMMARY_MAX_WORDS, 100001",
    "SUMMARY_MAX_CHARACTERS, 280 characters",
    "MAX_ARTICLE_BYTES, 0",
    "MAX_ARTICLE_BYTES, 1073741825",
    "MAX_ARTICLE_BYTES, 50MB",
    "METADATA_DETAIL, full",
    "SUMMARY_HTML, maybe",
    "AWS_ENDPOINT_URL_S3, localhost:9000"
  })
  void rejectsAnInvalidValueWithTheAllowedOnes(String name, String value) {
    InvalidSettingException e =
        assertThrows(InvalidSettingException.class, () -> settings(Map.of(name, value)));
    assertTrue(e.toString().contains(name + " is \"" + value + "\"; allowed is "));
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "in/, ''", "'', out/", "a/, a/", "a/, a/b/", "a/b/, a/", "a, ab"})
  void rejectsOneBucketWithOverlappingPrefixes(String articles, String summaries) {
    assertThrows(InvalidSettingException.class, () -> settings(one(articles, summaries)));
  }

  @ParameterizedTest
  @CsvSource({"in/, out/", "a/b/, a/c/", "ab, aa"})
  void acceptsOneBucketWithDisjointPrefixes(String articles, String summaries) {
    assertDoesNotThrow(() -> settings(one(articles, summaries)));
  }

  private static Map<String, String> one(String articlePrefix, String summaryPrefix) {
    return Map.of(
        "SUMMARY_BUCKET", "articles",
        "ARTICLE_PREFIX", articlePrefix,
        "SUMMARY_PREFIX", summaryPrefix);
  }

  private static Settings settings(Map<String, String> set) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ARTICLE_BUCKET", "articles");
    environment.put("SUMMARY_BUCKET", "summaries");
    environment.putAll(set);
    return Settings.from(environment);
  }
}
