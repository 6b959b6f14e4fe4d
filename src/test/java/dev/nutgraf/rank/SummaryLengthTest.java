package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryLengthTest {
  @ParameterizedTest
  @CsvSource({"1, 0, 0", "20, 1, 1", "3, 100000, 100000"})
  void acceptsTheEndsOfItsRanges(int sentences, int maxWords, int maxCharacters) {
    SummaryLength length = new SummaryLength(sentences, maxWords, maxCharacters);
    assertEquals(sentences, length.sentences());
    assertEquals(maxWords, length.maxWords());
    assertEquals(maxCharacters, length.maxCharacters());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 'sentences must be 1 to 20, not 0'",
    "21, 0, 0, 'sentences must be 1 to 20, not 21'",
    "3, -1, 0, 'maxWords must be 0 to 100000, not -1'",
    "3, 0, 100001, 'maxCharacters must be 0 to 100000, not 100001'"
  })
  void refusesAValueOutOfRangeAndNamesIt(
      int sentences, int maxWords, int maxCharacters, String message) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> new SummaryLength(sentences, maxWords, maxCharacters))
            .getMessage());
  }

  @Test
  void admitsAnyLengthWithoutLimits() {
    assertFalse(SummaryLength.ofSentences(3).isLimited());
    assertTrue(SummaryLength.ofSentences(3).admits(Long.MAX_VALUE, Long.MAX_VALUE));
  }

  @Test
  void admitsASummaryThatKeepsBothLimits() {
    SummaryLength length = new SummaryLength(3, 40, 200);
    assertTrue(length.isLimited());
    assertTrue(length.admits(40, 200));
    assertFalse(length.admits(41, 200));
    assertFalse(length.admits(40, 201));
  }

  @Test
  void limitsWordsOrCharactersAlone() {
    assertTrue(new SummaryLength(3, 40, 0).isLimited());
    assertTrue(new SummaryLength(3, 40, 0).admits(40, 100_000));
    assertTrue(new SummaryLength(3, 0, 200).isLimited());
    assertTrue(new SummaryLength(3, 0, 200).admits(100_000, 200));
  }
}
