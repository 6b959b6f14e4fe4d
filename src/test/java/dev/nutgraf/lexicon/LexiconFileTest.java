package dev.nutgraf.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LexiconFileTest {

  @Test
  void readsPropertiesWordsAndPhrases() {
    LexiconFile file =
        file(
            "# Test\nletters äö\nordinal-stops\n\n[titles]\nmr mrs\n# note\ndr\n\n"
                + "[date-labels]\nlast updated\nposted");
    assertEquals("äö", file.letters());
    assertTrue(file.ordinalStops());
    assertFalse(file.elides());
    assertEquals(List.of("mr", "mrs", "dr"), file.entries(Section.TITLES));
    assertEquals(List.of("last updated", "posted"), file.entries(Section.DATE_LABELS));
    assertEquals(List.of(), file.entries(Section.AGENCIES));
  }

  @Test
  void namesFileAndLineOfAnUnknownSection() {
    assertMessage(
        "lexicon/xx.txt, line 3: \"[nouns]\" isn't the name of a section",
        () -> file("# Test\n\n[nouns]\nhouse\n"));
  }

  @Test
  void rejectsASectionThatOpensTwice() {
    assertMessage(
        "lexicon/xx.txt, line 3: \"[titles]\" opens the section a second time",
        () -> file("[titles]\nmr\n[titles]\ndr\n"));
  }

  @Test
  void rejectsWordsOutsideASection() {
    assertMessage(
        "lexicon/xx.txt, line 1: \"mr mrs\" is neither a comment nor a property nor a section",
        () -> file("mr mrs\n[titles]\ndr\n"));
  }

  @Test
  void rejectsCommasBetweenWords() {
    LexiconFile file = file("[titles]\nmr, mrs\n");
    assertMessage(
        "lexicon/xx.txt, line 2: \"mr, mrs\" isn't a list of words, each followed by one space",
        () -> file.entries(Section.TITLES));
  }

  @Test
  void rejectsWhiteSpaceAtTheEndOfALine() {
    LexiconFile file = file("[titles]\nmr \n");
    assertMessage(
        "lexicon/xx.txt, line 2: \"mr \" has white space at an end",
        () -> file.entries(Section.TITLES));
  }

  @Test
  void rejectsAnotherEncoding() {
    byte[] bytes = "[titles]\nhr\nfrü\n".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(
        String.valueOf(
                assertThrows(IllegalStateException.class, () -> new LexiconFile("xx", bytes))
                    .getMessage())
            .startsWith("lexicon/xx.txt, line 3: "));
  }

  private static void assertMessage(String message, Runnable code) {
    assertEquals(message, assertThrows(IllegalStateException.class, code::run).getMessage());
  }

  private static LexiconFile file(String text) {
    return new LexiconFile("xx", text.getBytes(StandardCharsets.UTF_8));
  }
}
