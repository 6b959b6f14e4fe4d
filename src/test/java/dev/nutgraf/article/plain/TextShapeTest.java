package dev.nutgraf.article.plain;

import static dev.nutgraf.article.plain.Blocks.MORE;
import static dev.nutgraf.article.plain.Blocks.PROSE;
import static dev.nutgraf.article.plain.Blocks.prose;
import static dev.nutgraf.article.plain.Blocks.rolesOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextShapeTest {
  @ParameterizedTest
  @ValueSource(chars = {'。', '．', '‽', '፨', '៕', '།', '᠃'})
  void takesAShortLineThatEndsInATerminatorOfAnyScriptForProse(char terminator) {
    String text = "橋の閉鎖\n\n橋は月曜日に閉鎖された" + terminator;
    assertEquals(List.of("HEADING:橋の閉鎖", prose("橋は月曜日に閉鎖された" + terminator)), rolesOf(text));
  }

  @Test
  void takesAnOpeningLineInCapitalsForAKicker() {
    assertEquals(
        List.of("KICKER:LOCAL NEWS", "HEADING:New bridge opens after three years", prose(PROSE)),
        rolesOf("LOCAL NEWS\nNew bridge opens after three years\n\n" + PROSE));
  }

  @Test
  void takesARepeatedShortLineForACaption() {
    assertEquals(
        List.of("CAPTION:The new bridge", "CAPTION:The new bridge", prose(PROSE), prose(MORE)),
        rolesOf("The new bridge\nThe new bridge\n\n" + PROSE + "\n\n" + MORE));
  }

  @Test
  void keepsEverythingOfAWriterWithoutFullStops() {
    String poem =
        """
        The river comes down from the hills in the night
        And nobody hears it go by
        A bridge is a promise of stone in the dark
        That somebody kept with the sky
        """;
    assertTrue(rolesOf(poem).stream().allMatch(b -> b.startsWith("PARAGRAPH:")), poem);
    assertEquals(List.of(prose("internal source")), rolesOf("internal source"));
  }

  @Test
  void keepsAHeadlineApartFromTheProseRightUnderIt() {
    assertEquals(
        List.of("HEADING:New bridge opens after three years", prose(PROSE), prose(MORE)),
        rolesOf("New bridge opens after three years\n" + PROSE + "\n" + MORE));
    assertEquals(
        List.of("HEADING:新しい橋が月曜日に開通", prose("橋は月曜日の朝に開通した。正午までに何千人もが渡った。")),
        rolesOf("新しい橋が月曜日に開通\n橋は月曜日の朝に開通した。正午までに何千人もが渡った。"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"What the bridge will cost", "Wie es weitergeht", "Next steps:"})
  void takesAShortLineBetweenParagraphsForAHeading(String line) {
    assertEquals(
        List.of(prose(PROSE), "HEADING:" + line, prose(MORE)),
        rolesOf(PROSE + "\n\n" + line + "\n\n" + MORE));
  }

  @Test
  void takesANameOnTheLastLineForTheByline() {
    assertEquals(
        List.of(prose(PROSE), prose(MORE), "BYLINE:Jane Doe"),
        rolesOf(PROSE + "\n\n" + MORE + "\n\nJane Doe"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- 500 g cod", "2. The bridge", "• 二百克的鱼", "* the toll;"})
  void takesAnItemOfAFewWordsForAFragment(String item) {
    assertEquals(
        List.of(prose(PROSE), "FRAGMENT:" + item, prose(MORE)),
        rolesOf(PROSE + "\n\n" + item + "\n\n" + MORE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Turn left.",
        "- The council will raise the toll next year",
        "- 市议会星期二投票决定重建三月倒塌的桥并且提高明年的通行费"
      })
  void keepsItemsThatAreSentences(String item) {
    assertEquals(
        List.of(prose(PROSE), "LIST_ITEM:" + item, prose(MORE)),
        rolesOf(PROSE + "\n\n" + item + "\n\n" + MORE));
  }

  @Test
  void takesOnlyVeryShortLinesForHeadingsInScriptsWithoutTerminators() {
    String prose =
        "สภาท่าเรือลงมติเมื่อวันอังคารให้สร้างกำแพงกันคลื่นที่พังลงในเดือนมีนาคมขึ้นใหม่";
    String more = prose + " " + prose + " " + prose;
    assertEquals(
        List.of("HEADING:เกิดอะไรขึ้น", prose(prose), prose(more)),
        rolesOf("เกิดอะไรขึ้น\n\n" + prose + "\n\n" + more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1 What is a Bridge?", "2.3. Who Pays", "10.1.2 Stop the Work!"})
  void takesANumberedLineForAHeading(String line) {
    assertEquals(
        List.of(prose(PROSE), "HEADING:" + line, prose(MORE)),
        rolesOf(PROSE + "\n\n" + line + "\n\n" + MORE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.5 million people crossed it?", "10.30 The bridge opens.", "7 Who pays?"})
  void keepsALineThatStartsWithAnotherNumber(String line) {
    assertEquals(
        List.of(prose(PROSE), prose(line), prose(MORE)),
        rolesOf(PROSE + "\n\n" + line + "\n\n" + MORE));
  }

  @Test
  void takesANumberedItemAboveAParagraphForItsTitle() {
    String title = "2. Who is going to pay for all these bridges?";
    assertEquals(
        List.of(prose(PROSE), "HEADING:" + title, prose(MORE)),
        rolesOf(PROSE + "\n\n" + title + "\n\n" + MORE));
  }

  @Test
  void keepsAQuestionInANumberedList() {
    String items = "1. Who is going to pay for all these bridges?\n2. Who is going to use them?";
    assertEquals(
        List.of("PARAGRAPH", "LIST_ITEM", "LIST_ITEM"),
        rolesOf(PROSE + "\n\n" + items).stream().map(b -> b.split(":", 2)[0]).toList());
  }
}
