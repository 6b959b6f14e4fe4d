package dev.nutgraf.article.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreformattedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        The ferry to the island left the harbor an hour late
        on Monday, after engineers had replaced a pump.

        Nobody on board had been in danger, the captain said,
        and the company would pay for the rooms.
        """,
        """
        FERRY REPORT
            The ferry to the island left the harbor an hour late on Monday, she said.
            Nobody on board had been in danger, and the company would pay for the rooms.
        """,
        "島へのフェリーは月曜日に一時間遅れて港を出た。\n乗客に危険はなかったと船長は語った。",
      })
  void recognizesProse(String text) {
    assertEquals(true, Preformatted.isProse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int late = 1;\nif (late > 0) {\n  report(late);\n}\n",
        "def late(ferry):\n    return ferry.hours - 1\n",
        "Monday      1\nTuesday     2\nWednesday   3\n",
        "ferry: command not found.\nTry again.\n",
        "// The ferry to the island left the harbor an hour late on Monday, she said.\nx = {};\n",
        " ",
      })
  void recognizesCodeAndTables(String text) {
    assertEquals(false, Preformatted.isProse(text));
  }
}
