package dev.nutgraf.article.plain;

import static dev.nutgraf.article.plain.Blocks.MORE;
import static dev.nutgraf.article.plain.Blocks.PROSE;
import static dev.nutgraf.article.plain.Blocks.prose;
import static dev.nutgraf.article.plain.Blocks.rolesOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardWrapTest {
  @Test
  void joinsAHardWrappedParagraph() {
    String wrapped =
        """
        The minister opened the bridge on Monday morning in the rain, and a
        crowd of thousands, held back by Constable Miller and a rope, went over
        to the other side before noon. Engineers had worked on the pillars for
        three years.

          A second paragraph starts after a blank line here, and it goes on for
        long enough to be wrapped as well.
          A third one is told from the second by its indentation, as typescripts
        have it, and ends here.
        """;
    List<String> blocks = rolesOf(wrapped);
    assertEquals(3, blocks.size());
    assertTrue(blocks.get(0).startsWith("PARAGRAPH:The minister"));
    assertTrue(blocks.get(0).endsWith("three years."));
    assertTrue(blocks.get(2).startsWith("PARAGRAPH:A third one"));
  }

  @Test
  void joinsALineThatBreaksInMidSentence() {
    String broken = "The minister opened the bridge, which engineers had\nworked on for years.";
    assertEquals(
        List.of(prose(MORE), prose(broken), prose(PROSE)),
        rolesOf(MORE + "\n" + broken + "\n" + PROSE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is a sentence\ncut off in the middle because pdf.",
        "It was a cold \nnight in the city.",
        "It was a cold\nnight in\nthe city. Nobody\nwas out.",
        "これは父の\n家です。",
      })
  void joinsTheShortLinesOfASentenceThatEndsInATerminator(String broken) {
    assertEquals(List.of(prose(broken)), rolesOf(broken));
  }

  @Test
  void keepsTheLinesOfAListApart() {
    String list = "features\ncontact manager\nevents, activities";
    assertEquals(
        List.of(prose("features"), prose("contact manager"), prose("events, activities")),
        rolesOf(list));
  }

  @Test
  void keepsOneParagraphPerLineApart() {
    assertEquals(
        List.of(prose(PROSE), prose(MORE), prose(PROSE)),
        rolesOf(PROSE + "\n" + MORE + "\n" + PROSE));
  }

  @Test
  void findsNoMarginInLongLines() {
    String lines = (PROSE + " " + MORE + "\n").repeat(6);
    assertFalse(HardWrap.of(lines, Lines.of(lines), new BitSet()).isSet());
  }

  @Test
  void joinsTwoBreaksBeforeCapitals() {
    String wrapped =
        """
        The minister opened the bridge in the rain. Mayor
        Ada Moreau cut the rope. The crowd went over to the
        Island of Wexel, and the band played.""";
    assertEquals(List.of(prose(wrapped)), rolesOf(wrapped));
  }

  @Test
  void findsTheMarginWithoutTheLinesOfQuotedMail() {
    String mail =
        """
        From: Ada Moreau <ada@example.org>
        To: Ben Lund <ben@example.org>
        Subject: Bridge

        The minister opened the bridge before noon and in the rain. Mayor
        Ruth Lund went over first, and the crowd followed her to the other
        side of the river.

        > Who pays?
        > Nobody does.
        > Ask Lund.
        """;
    assertTrue(rolesOf(mail).stream().anyMatch(block -> block.toString().contains("Mayor\nRuth")));
  }

  @Test
  void findsTheMarginOfAMail() {
    String mail =
        """
        The minister opened the bridge on Monday morning in the rain, and a
        crowd of thousands, held back by Constable Miller and a rope, went over
        to the other side before noon. Engineers had worked on the pillars for
        three years, and the river froze twice in that time.
        """;
    HardWrap wrap = HardWrap.of(mail, Lines.of(mail), new BitSet());
    assertTrue(wrap.isSet());
    assertTrue(wrap.breaks(mail, Lines.of(mail), 1));
  }
}
