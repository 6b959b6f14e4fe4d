package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutgraf.rank.SummaryLength;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthSettingTest {
  @ParameterizedTest
  @CsvSource({
    "SENTENCES, sentences, SUMMARY_SENTENCES, summary-sentences",
    "MAX_WORDS, max-words, SUMMARY_MAX_WORDS, summary-max-words",
    "MAX_CHARACTERS, max-characters, SUMMARY_MAX_CHARACTERS, summary-max-characters"
  })
  void hasTheNamesThatUsersKnow(
      LengthSetting setting, String label, String variable, String metadataName) {
    assertEquals(label, setting.label());
    assertEquals(variable, setting.variable());
    assertEquals(metadataName, setting.metadataName());
  }

  @ParameterizedTest
  @EnumSource
  void changesOneSettingAlone(LengthSetting setting) {
    SummaryLength before = new SummaryLength(3, 60, 400);
    SummaryLength after = setting.set(before, 7);
    for (LengthSetting other : LengthSetting.values()) {
      assertEquals(other == setting ? 7 : other.of(before), other.of(after));
    }
  }

  @ParameterizedTest
  @EnumSource
  void acceptsTheEndsOfItsRange(LengthSetting setting) {
    SummaryLength length = SummaryLength.ofSentences(3);
    for (int value : new int[] {setting.min(), setting.max()}) {
      assertEquals(OptionalInt.of(value), setting.parse(" " + value + " "));
      assertEquals(value, setting.of(setting.set(length, value)));
    }
    for (int value : new int[] {setting.min() - 1, setting.max() + 1}) {
      assertEquals(OptionalInt.empty(), setting.parse(Integer.toString(value)));
      assertThrows(IllegalArgumentException.class, () -> setting.set(length, value));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "3.5", "99999999999999"})
  void parsesWholeNumbersOnly(String value) {
    assertEquals(OptionalInt.empty(), LengthSetting.SENTENCES.parse(value));
  }

  @Test
  void findsTheOverridesAmongOtherUserMetadata() {
    assertEquals(
        Map.of(LengthSetting.MAX_WORDS, "sixty"),
        LengthSetting.overrides(Map.of("summary-max-words", "sixty", "desk", "politics")));
  }
}
