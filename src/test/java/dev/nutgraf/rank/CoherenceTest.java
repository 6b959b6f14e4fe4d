package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoherenceTest {
  private static final Prices PRICES = new Prices(0, 100, 10, 1000, 10_000, 100_000, 1);

  private static final String BEFORE = "The town council of Port Elsie met late on Tuesday.\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They agreed to close the old bridge for good.",
        "Meanwhile the ferry carries everybody over the river.",
        "As a result the ferry carries everybody over the river.",
        "But the ferry carries everybody over the river.",
        "“We want a bridge,” she told the crowd outside.",
        "The move surprised the owners of the shops nearby.",
        "The company put this down to a lack of drivers.",
        "In his twenties he moved to the coast and built boats.",
        "While she was away the council closed the bridge.",
        "On Wednesday, it announced a plan for a new ferry.",
        "At a news conference, she asked the shops for patience.",
        "The bridge will close to all traffic in May, he said.",
        "The bridge, she said, will close to all traffic in May.",
        "Last year, this cost the town 2 million dollars.",
        "The first would lead over the river near the old mill.",
        "In one case, engineers had to close the ferry for a week.",
        "2. Old bridges are the pride of the town.",
        "12) Old bridges are the pride of the town.",
      })
  void needsThePreviousSentenceToReferTo(String sentence) {
    Coherence coherence = coherence(BEFORE + sentence);
    assertTrue(coherence.needsPrevious(1));
    assertEquals(101, coherence.price(new int[] {1}, PRICES) % 1000);
    assertEquals(0, coherence.price(new int[] {0, 1}, PRICES) % 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Engineers agreed to close the old bridge for good.",
        "“We want a bridge,” Ruth Hallam told the crowd outside.",
        "“We want a bridge,” the mayor said when she met the crowd.",
        "This town has a bridge, said engineers who built it.",
        "Whoever put this bridge here knew the river well.",
        "In her first speech, Ruth Hallam asked for patience.",
        "After the storm, engineers said they would close the bridge.",
        "In Port Elsie, it rained until the river rose.",
        "Engineers closed it after the storm, although they said it was safe.",
        "1. Old bridges are the pride of the town.",
        "2.5 million people use the bridge.",
      })
  void standsWithoutThePreviousSentence(String sentence) {
    boolean opensWithPronoun = sentence.startsWith("This");
    assertEquals(opensWithPronoun, coherence(BEFORE + sentence).needsPrevious(1));
  }

  @Test
  void takesAPronounBeforeANameForATitle() {
    assertFalse(
        coherence(
                """
                Hội đồng thành phố đã họp vào tối thứ ba để bàn về cây cầu cũ.
                Ông Nguyễn Văn Nam cho biết cây cầu sẽ đóng cửa trong hai năm.
                """)
            .needsPrevious(1));
  }

  @Test
  void needsNothingBeforeTheFirstSentence() {
    Coherence coherence = coherence("They agreed to close the old bridge for good.\n" + BEFORE);
    assertFalse(coherence.needsPrevious(0));
    assertEquals(0, coherence.price(new int[] {0}, PRICES));
  }

  @Test
  void keepsTheSentencesOfAQuotationTogether() {
    Coherence coherence =
        coherence(BEFORE + "“The bridge is safe for now. It will close next week,” said Ann Lee.");
    assertTrue(coherence.needsNext(1));
    assertTrue(coherence.needsPrevious(2));
    assertEquals(0, coherence.price(new int[] {0, 1, 2}, PRICES));
    assertEquals(10, coherence.price(new int[] {0, 1}, PRICES));
  }

  @Test
  void followsAQuotationIntoTheNextParagraph() {
    Coherence coherence =
        coherence(
            BEFORE
                + "\n“The bridge is safe for now.\n\n“Engineers will close it next week,” said Lee.");
    assertTrue(coherence.needsNext(1));
    assertTrue(coherence.needsPrevious(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"The bridge is safe for now.\n\nWe will close it next week\", engineers say.",
        "\" The bridge is safe for now.\n\nWe will close it next week \", engineers say.",
        "“The bridge is safe for now.\n\nWe will close it next week,” engineers say.",
        "„Die Brücke ist jetzt noch sicher.\n\nWir schließen sie nächste Woche“, hieß es.",
      })
  void continuesAQuotationInAParagraphThatOpensWithoutAMark(String text) {
    assertTrue(coherence(text).needsNext(0));
    assertTrue(coherence(text).needsPrevious(1));
    assertEquals(0, coherence(text).price(new int[] {0, 1}, PRICES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"The bridge is safe for now.\n\nThe ferry \"Elsie\" will sail next week.",
        "\" The bridge is safe for now.\n\nThe ferry \" Elsie \" will sail next week.",
        "“The bridge is safe for now.\n\nThe ferry “Elsie” will sail next week.",
      })
  void endsAQuotationBeforeAParagraphThatOpensAnother(String text) {
    assertFalse(coherence(text).needsNext(0));
    assertEquals(10, coherence(text).alone(0, PRICES));
  }

  @Test
  void chargesAQuotationThatNeverCloses() {
    Coherence coherence =
        coherence("“The bridge is safe for now.\n\nEngineers will close it next week.");
    assertFalse(coherence.needsNext(0));
    assertEquals(10, coherence.alone(0, PRICES));
    assertEquals(10, coherence("Engineers say “the bridge is safe.").alone(0, PRICES));
    assertEquals(10, coherence("The bridge is safe,” engineers say.").alone(0, PRICES));
  }

  @Test
  void needsTheNextSentenceThatTakesItBack() {
    Coherence coherence =
        coherence("The bridge was said to be safe.\nBut engineers found cracks in its steel.");
    assertTrue(coherence.needsNext(0));
    assertEquals(10_000, coherence.price(new int[] {0}, PRICES));
    assertEquals(0, coherence.price(new int[] {0, 1}, PRICES));
  }

  @Test
  void isNotTakenBackByAQuestion() {
    assertFalse(coherence("The bridge was said to be safe.\nBut who says so?").needsNext(0));
  }

  @Test
  void chargesQuestionsAndFragments() {
    Coherence coherence =
        coherence(
            BEFORE + "Who will pay for the new bridge? Not the town. Engineers found some cracks.");
    assertEquals(0, coherence.alone(0, PRICES));
    assertEquals(1000, coherence.alone(1, PRICES));
    assertEquals(1000, coherence.alone(2, PRICES));
  }

  @Test
  void needsTheQuestionThatItAnswers() {
    Coherence coherence = coherence("Is the old bridge still safe? Nobody in town will say so.");
    assertTrue(coherence.needsPrevious(1));
    assertFalse(coherence("Is the bridge safe?\n\nNobody in town will say so.").needsPrevious(1));
  }

  @Test
  void readsNoQuestionsWhereQuestionMarksReplaceOthers() {
    Coherence coherence = coherence("Engineers said that the old bridge isn?t safe any more?");
    assertEquals(0, coherence.alone(0, PRICES));
  }

  @Test
  void acceptsSentencesWithoutStopsInATextThatHasNone() {
    Coherence coherence = coherence("engineers found cracks in the steel of the bridge");
    assertEquals(0, coherence.alone(0, PRICES));
  }

  @Test
  void chargesABareNameWithoutItsIntroduction() {
    Coherence coherence =
        coherence(
            """
            The town council met late on Tuesday to vote.
            Mayor Ruth Hallam asked for a ferry in the meantime.
            Shops fear for their customers, as Hallam pointed out.
            """);
    assertEquals(1, coherence.introduction(2));
    assertEquals(100_001, coherence.price(new int[] {0, 2}, PRICES));
    assertEquals(0, coherence.price(new int[] {0, 1, 2}, PRICES));
  }

  @Test
  void takesATitleAndASurnameForABareName() {
    Coherence coherence =
        coherence(
            """
            The town council met late on Tuesday to vote.
            Ruth Hallam asked for a ferry in the meantime.
            Shops fear for their customers, as Ms Hallam pointed out.
            """);
    assertEquals(1, coherence.introduction(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hallam said", "said Hallam"})
  void asksForNoIntroductionOfTheSource(String source) {
    Coherence coherence =
        coherence(
            """
            The town council met late on Tuesday to vote.
            Mayor Ruth Hallam asked for a ferry in the meantime.
            Shops fear for their customers, %s.
            """
                .formatted(source));
    assertEquals(-1, coherence.introduction(2));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0", "2, 3, 0", "-1, 1, 1", "3, 5, 1", "3, 7, 3", "0, 16, 15", "0, 900, 15"})
  void chargesTheSentencesLeftOut(int previous, int row, double price) {
    assertEquals(price, Coherence.distance(previous, row, PRICES), 1e-9);
  }

  @Test
  void doesNotAskForIntroductionsWhereNounsAreCapitalized() {
    Coherence coherence =
        coherence(
            """
            Der Rat der Stadt beriet am Abend im Saal über die Brücke.
            Die Bürgermeisterin Ruth Hallam will für die Leute eine Fähre.
            Die Läden fürchten um die Kunden, wie Hallam im Saal dem Rat sagte.
            """);
    assertEquals(-1, coherence.introduction(2));
  }

  private static Coherence coherence(String text) {
    Model model = Model.load();
    return FeatureMatrix.of(Analyzed.text(text), model.documentFrequencies(), model.wordModel())
        .coherence();
  }
}
