package dev.nutgraf.article.plain;

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

class LineJoinerTest {
  @ParameterizedTest
  @ValueSource(strings = {"- item", "* item", "• item", "1. item", "12) item", "– item"})
  void recognizesListItems(String line) {
    assertTrue(LineJoiner.isListItem(line, 0, line.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-item", "— Jane", "2014 was", "1984. item", "a. item", "-"})
  void takesOtherLinesForText(String line) {
    assertFalse(LineJoiner.isListItem(line, 0, line.length()));
  }

  @Test
  void joinsALineAfterAWordThatRequiresAContinuation() {
    String text = "The minister opened the bridge with a speech of\nGeneral Miller and a rope.";
    assertEquals(List.of(prose(text)), rolesOf(text));
  }

  @Test
  void joinsALineThatCompletesAQuotation() {
    String text = "The minister said “Nobody believed in\nThe bridge” and cut the ribbon.";
    assertEquals(List.of(prose(text)), rolesOf(text));
  }

  @Test
  void keepsABoilerplateLineApart() {
    assertEquals(List.of("BYLINE:By Jane Doe", prose(PROSE)), rolesOf("By Jane Doe\n" + PROSE));
  }
}
