package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.text.AnalyzedText;
import org.junit.jupiter.api.Test;

final class TermUsesTest {
  private static final AnalyzedText TEXT =
      Analyzed.text(
          "The Crane fell on the quay.\n\n(Photo: Reuters)\n\nCrane and crane weigh as much.");

  private final TermUses uses = TermUses.of(TEXT);

  @Test
  void countsATerm() {
    int crane = Analyzed.term(TEXT, "crane");
    assertEquals(3, uses.frequency(crane));
    assertEquals(1, uses.firstToken(crane));
    assertEquals(0, uses.firstRow(crane));
  }

  @Test
  void countsCapitalsThatDoNotOpenASentence() {
    int crane = Analyzed.term(TEXT, "crane");
    assertEquals(2, uses.inside(crane));
    assertEquals(1, uses.capitals(crane));
    assertEquals(1 / 11.0, uses.shareOfCapitals(), 1e-9);
  }

  @Test
  void ignoresSentencesThatAreNotCandidates() {
    int reuters = Analyzed.term(TEXT, "reuter");
    assertEquals(2, uses.rows());
    assertEquals(0, uses.frequency(reuters));
    assertEquals(-1, uses.firstToken(reuters));
    assertEquals(-1, uses.firstRow(reuters));
  }
}
