package dev.nutgraf.chars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentenceTerminatorsTest {
  @Test
  void areUnicodesSentenceTerminalButForTheExceptions() {
    String more =
        "[\\u2026" // the ellipsis, which ends a sentence as often as not
            + "\\u037E" // the Greek question mark, which Unicode equates with the semicolon
            + "\\u0F0D]"; // the Tibetan shad, which ends a phrase or a sentence
    String fewer =
        "[\\u104A" // the Burmese little section, which newspapers set as a comma
            + "\\uFE52\\uFE56\\uFE57]"; // small forms, which are decoding errors more often
    UnicodeProperty.assertSame(
        "[:Sentence_Terminal:]", more, fewer, c -> SentenceTerminators.isTerminator((char) c));
  }

  @Test
  void areAmbiguousWhereTheyHaveOtherUses() {
    UnicodeProperty.assertSame(
        "[.!?\\u2024\\u2026\\u203C\\u203D\\u2047-\\u2049\\u2E2E\\uFF0E]",
        "[]",
        "[]",
        c ->
            SentenceTerminators.isTerminator((char) c)
                && !SentenceTerminators.isUnambiguous((char) c));
  }

  @Test
  void askInEveryScriptThatHasAQuestionMark() {
    for (char mark : "?؟፧？⁇⁈‽\u037E".toCharArray()) {
      assertTrue(SentenceTerminators.isQuestionMark(mark), "" + mark);
      assertTrue(SentenceTerminators.isTerminator(mark), "" + mark);
    }
    assertFalse(SentenceTerminators.isQuestionMark('!'));
    assertFalse(SentenceTerminators.isQuestionMark('。'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It rained.",
        "It rained.”",
        "It rained (hard.)",
        "It rained. [12]",
        "**It rained.**",
        "雨が降った．",
        "Really‽",
        "መጣ፨",
        "វាភ្លៀង៕",
        "ཆར་པ་བབས།",
        "Бороо оров᠃",
        "雨が降った。」",
        "Il pleut. »",
      })
  void endASentenceBehindWhateverCloses(String sentence) {
    assertTrue(SentenceTerminators.endsSentence(sentence, 0, sentence.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "It rained", "It rained: [12]", "“It rained”", "]", "***", "e.g. this"})
  void endNoSentenceWhereNoneStands(String stretch) {
    assertFalse(SentenceTerminators.endsSentence(stretch, 0, stretch.length()));
  }

  @Test
  void areSkippedTogetherWithWhatCloses() {
    assertEquals(5, SentenceTerminators.skipClosers("No.”) Yes", 2, 9));
    assertEquals(0, SentenceTerminators.skipClosers("No", 0, 2));
  }

  @Test
  void findTheLastCharacterBeforeWhatCloses() {
    assertEquals(2, SentenceTerminators.lastBeforeClosers("No:”) ", 0, 6));
    assertEquals(0, SentenceTerminators.lastBeforeClosers("”)", 0, 2));
  }
}
