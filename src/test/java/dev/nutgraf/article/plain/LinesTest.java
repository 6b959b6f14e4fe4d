package dev.nutgraf.article.plain;

import static dev.nutgraf.article.plain.Blocks.MORE;
import static dev.nutgraf.article.plain.Blocks.PROSE;
import static dev.nutgraf.article.plain.Blocks.prose;
import static dev.nutgraf.article.plain.Blocks.rolesOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n",
        "\r\n\r\n",
        "\r\r",
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\f",
        "\n\u00a0\t\n"
      })
  void knowsEveryLineEnd(String lineEnd) {
    assertEquals(List.of(prose(PROSE), prose(MORE)), rolesOf(PROSE + lineEnd + MORE));
  }

  @Test
  void trimsLinesAndMeasuresTheirIndentation() {
    Lines lines = Lines.of("one\n  two \n\n\tthree");
    assertEquals(3, lines.count());
    assertEquals(6, lines.start(1));
    assertEquals(9, lines.end(1));
    assertEquals(2, lines.indent(1));
    assertFalse(lines.afterBlank(1));
    assertTrue(lines.afterBlank(2));
  }
}
