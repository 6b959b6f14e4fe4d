package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndNotesTest {
  private static final String PROSE = "The town rebuilt the bridge that fell into the river.";

  /** The number of lines above the notes; every line is a block of the role. */
  private static int above(Role role, String... lines) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    for (String line : lines) {
      blocks.add(
          new Block(start, start + line.length(), line.equals("Books") ? Role.HEADING : role));
      start += line.length() + 1;
    }
    return EndNotes.start(String.join("\n", lines), blocks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^ Minutes, page 4.", "↑ Minutes.", "[1] Minutes.", "¹ Minutes."})
  void findsNotesByTheirMarks(String note) {
    assertEquals(1, above(Role.PARAGRAPH, PROSE, note));
  }

  @Test
  void findsAllNotesFromTheFirstOn() {
    assertEquals(1, above(Role.PARAGRAPH, PROSE, "[1] Minutes.", "[2] Report.", "[12] Letter."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2] Report.", "[x] Report.", "[1", "(1) Report.", "² Report."})
  void takesNoOtherParagraphForANote(String paragraph) {
    assertEquals(2, above(Role.PARAGRAPH, PROSE, paragraph));
  }

  @Test
  void keepsNotesAboveProse() {
    assertEquals(3, above(Role.PARAGRAPH, PROSE, "[1] Minutes.", PROSE));
  }

  @Test
  void findsReferencesByHeadingAndYears() {
    assertEquals(2, above(Role.LIST_ITEM, PROSE, "Books", "Ada M. (2021). Bridges.", "B (1999)."));
    assertEquals(3, above(Role.LIST_ITEM, PROSE, PROSE, "Ada M. (2021). Bridges."));
    assertEquals(3, above(Role.LIST_ITEM, PROSE, "Books", "Ada M. (20210). Bridges (no."));
  }
}
