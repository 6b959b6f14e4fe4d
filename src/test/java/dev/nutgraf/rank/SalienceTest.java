package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.text.AnalyzedText;
import org.junit.jupiter.api.Test;

class SalienceTest {
  private static final DocumentFrequencies NONE_LISTED =
      DocumentFrequencies.of(new int[0], new float[0]);

  private static final AnalyzedText TEXT =
      Analyzed.text("The crane fell on the quay. A crane of that size weighs what the quay holds.");

  private final Salience salience = Salience.of(TEXT, TermUses.of(TEXT), NONE_LISTED);

  @Test
  void growsWithTheLogarithmOfTheFrequencyUpToOne() {
    assertEquals(1, salienceOf("crane"), 1e-6);
    assertEquals(Math.log(2) / Math.log(3), salienceOf("fell"), 1e-6);
  }

  @Test
  void isZeroForStopWords() {
    assertEquals(0, salienceOf("the"));
    assertEquals(0, salience.idf()[Analyzed.term(TEXT, "the")]);
  }

  @Test
  void growsWithTheInverseDocumentFrequency() {
    int[] listed = {DocumentFrequencies.hash("en", "crane")};
    Salience common =
        Salience.of(TEXT, TermUses.of(TEXT), DocumentFrequencies.of(listed, new float[] {0.2f}));
    int crane = Analyzed.term(TEXT, "crane");
    assertEquals(0.2f, common.idf()[crane], 1e-6);
    assertTrue(common.salience()[crane] < common.salience()[Analyzed.term(TEXT, "quay")]);
  }

  @Test
  void returnsTheMostSalientTermsTheEarlierOfEqualsFirst() {
    assertArrayEquals(
        new int[] {
          Analyzed.term(TEXT, "crane"), Analyzed.term(TEXT, "quay"), Analyzed.term(TEXT, "fell")
        },
        salience.top(3));
    assertEquals(TEXT.terms().termCount(), salience.top(1000).length);
  }

  @Test
  void ignoresSentencesThatAreNotCandidates() {
    AnalyzedText text =
        Analyzed.text("The crane fell on the quay.\n\n(Photo: Reuters)\n\nNobody was hurt there.");
    int term = Analyzed.term(text, "reuter");
    Salience of = Salience.of(text, TermUses.of(text), NONE_LISTED);
    assertEquals(0, of.salience()[term]);
  }

  private float salienceOf(String stem) {
    return salience.salience()[Analyzed.term(TEXT, stem)];
  }
}
