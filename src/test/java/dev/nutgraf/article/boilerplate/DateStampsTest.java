package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateStampsTest {
  @ParameterizedTest
  @CsvSource({
    "date 2022-01-22 amid tension, 15",
    "date: 2022-01-22 Amid tension, 16",
    "2022-01-22 Amid tension, 10",
  })
  void findsTheEndOfADateBeforeProse(String text, int end) {
    assertEquals(end, DateStamps.end(text, 0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-01-22 was the first day",
        "2022-02-31 Amid tension",
        "2022-01-22",
        "date Amid tension"
      })
  void findsNoneInProseOrWithoutAValidDate(String text) {
    assertEquals(0, DateStamps.end(text, 0, text.length()));
  }
}
