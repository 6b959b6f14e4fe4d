package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.EngineSettings.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingsTest {
  @Test
  void defaultsToThreeSentencesFiftyMegabytesAndNoPage() {
    assertEquals(3, EngineSettings.DEFAULT.length().sentences());
    assertEquals(50L << 20, EngineSettings.DEFAULT.maxArticleBytes());
    assertEquals(Detail.STANDARD, EngineSettings.DEFAULT.detail());
    assertFalse(EngineSettings.DEFAULT.page());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void acceptsTheLimitsOfSentences(int sentences) {
    assertEquals(sentences, EngineSettings.DEFAULT.withSentences(sentences).length().sentences());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 21})
  void refusesANumberOfSentencesOutOfRangeAndNamesIt(int sentences) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> EngineSettings.DEFAULT.withSentences(sentences))
            .getMessage();
    assertEquals("sentences must be 1 to 20, not " + sentences, message);
  }

  @Test
  void refusesALimitOfZeroBytes() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new EngineSettings(SummaryLength.ofSentences(3), 0, Detail.STANDARD, false));
  }

  @Test
  void changesOneSettingAtATime() {
    EngineSettings settings =
        new EngineSettings(SummaryLength.ofSentences(4), 1000, Detail.EXPLAIN, false);
    assertEquals(
        new EngineSettings(SummaryLength.ofSentences(5), 1000, Detail.EXPLAIN, false),
        settings.withSentences(5));
    assertTrue(settings.withPage(true).page());
    assertEquals(settings, settings.withPage(true).withPage(false));
  }

  @Test
  void writesDetailInLowerCase() {
    assertEquals("explain", Detail.EXPLAIN.label());
  }
}
