package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {
  private final Quotations quotations = new Quotations();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said “it is late” and left.",
        "He said \"it is late\" and left.",
        "Er sagte „es ist spät“ und ging.",
        "Er sagte „es ist spät” und ging.",
        "Hij zei ”het is laat” en vertrok.",
        "Il dit « il est tard » et part.",
        "Han sagde »det er sent« og gik.",
        "Han sade »det är sent» och gick.",
        "彼は「もう遅い」と言った。",
        "彼は『もう遅い』と言った。",
        "彼は〝もう遅い〟と言った。",
        "He said \" it is late \", and left.",
        "They measured 6'2\" of rain."
      })
  void closesWhatItOpened(String sentence) {
    read(sentence);
    assertFalse(quotations.isOpen());
    assertFalse(quotations.closedUnopened());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“It is late.",
        "\"It is late.",
        "„Es ist spät.",
        "« Il est tard.",
        "»Det er sent.",
        "「もう遅い。",
        "『もう遅い。",
        "“He called it ‘late’."
      })
  void staysOpenToTheNextSentence(String sentence) {
    assertTrue(read(sentence));
    assertTrue(quotations.isOpen());
    quotations.reset();
    assertFalse(quotations.isOpen());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody knew,” she said.",
        "Nobody knew.\"",
        "Personne », dit-elle.",
        "遅い」と言った。",
        "遅い』と言った。"
      })
  void noticesAClosingMarkThatNothingOpened(String sentence) {
    read(sentence);
    assertTrue(quotations.closedUnopened());
  }

  @Test
  void keepsAQuotationOpenWhoseNextParagraphOpensAgain() {
    read("\"It is late.");
    read("\"We should leave.");
    assertTrue(quotations.isOpen());
    read("The boat waits.\"");
    assertFalse(quotations.isOpen());
  }

  @Test
  void keepsTheOuterQuotationOpenWhileANestedOneCloses() {
    read("“He said “go” twice.");
    assertFalse(quotations.closedUnopened());
    assertFalse(read("No marks, don’t worry."));
  }

  private boolean read(String sentence) {
    return quotations.read(sentence, 0, sentence.length());
  }
}
