package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LostCharactersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The city?s ferry",
        "They?re",
        "\"They?re late\", he said",
        "Le maire dit qu?il part",
        "L?eau et l?air, l?été",
        "the ?new? and the ?old, plan",
        "A ?b c ?D",
      })
  void areInTextsWithQuestionMarksForApostrophesOrQuotationMarks(String text) {
    assertTrue(LostCharacters.areIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "No question here.",
        "?",
        "?Qué pasa? dijo ella.",
        "Are you coming? let me know? please",
        "Who paid?nobody did",
        "Who is it?He",
        "IS IT?s",
        "Vraiment ? oui",
        "See example.org/a?b for more",
        "See example.org?b=1 for more",
        "Only one ?quotation mark",
        "1?s",
        "a?1",
      })
  void areNotInTextsWithQuestionsOrAddresses(String text) {
    assertFalse(LostCharacters.areIn(text));
  }
}
