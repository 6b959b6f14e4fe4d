package dev.nutgraf.article.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.chars.WhiteSpace;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final String PROSE =
      "The minister opened the bridge on Monday morning. Thousands crossed it before noon.";
  private static final String MORE =
      "Engineers had worked on the pillars for three years. The river froze twice in that time.";

  /** Every block as {@code ROLE:text}. */
  private static List<String> rolesOf(String text) {
    return PlainText.read(text).blocks().stream()
        .map(b -> b.role() + ":" + text.substring(b.start(), b.end()))
        .toList();
  }

  private static String prose(String text) {
    return "PARAGRAPH:" + text;
  }

  @Test
  void takesTheDateStampForTheDateAndNotForASentence() {
    String text = " date 2022-01-22 " + PROSE;
    assertEquals(List.of("DATE:date 2022-01-22", prose(PROSE)), rolesOf(text));
    MetadataField date = PlainText.read(text).metadata().datePublished().orElseThrow();
    assertEquals("2022-01-22", date.value());
    assertEquals(MetadataField.Origin.TEXT, date.origin());
  }

  @ParameterizedTest
  @ValueSource(chars = {'。', '．', '‽', '፨', '៕', '།', '᠃'})
  void takesAShortLineThatEndsInATerminatorOfAnyScriptForProse(char terminator) {
    String text = "橋の閉鎖\n\n橋は月曜日に閉鎖された" + terminator;
    assertEquals(List.of("HEADING:橋の閉鎖", prose("橋は月曜日に閉鎖された" + terminator)), rolesOf(text));
  }

  @Test
  void takesADatelineAwayFromTheProse() {
    for (String dateline :
        List.of(
            "LONDON (Reuters) -",
            "(CNN) --",
            "ATLANTA, Georgia (CNN) --",
            "WASHINGTON, Jan. 5 (AP) —",
            "PARIS (AFP) –",
            "Berlin (dpa) -",
            "NEW DELHI:")) {
      assertEquals(List.of("DATELINE:" + dateline, prose(PROSE)), rolesOf(dateline + " " + PROSE));
    }
    assertEquals(List.of("DATELINE:(CNN)", prose(PROSE)), rolesOf("(CNN)" + PROSE));
    assertEquals(
        List.of("DATELINE:Jerusalem (CNN)", prose(PROSE)), rolesOf("Jerusalem (CNN)" + PROSE));
  }

  @Test
  void takesAPostWithItsSignatureForAQuotation() {
    String post =
        "We stand with the people of the valley. Help is on its way. pic.twitter.com/Ab12 — Mayor"
            + " Jane Doe (@janedoe) January 26, 2022";
    assertEquals(
        List.of(prose(PROSE), "POST:" + post, prose(MORE)),
        rolesOf(PROSE + "\n\n" + post + "\n\n" + MORE));
  }

  @Test
  void takesTheParagraphBeforeABareSignatureForThePost() {
    assertEquals(
        List.of(prose(PROSE), "POST:Help is on its way.", "POST:— Jane Doe (@jane) 5 May 2020"),
        rolesOf(PROSE + "\n\nHelp is on its way.\n— Jane Doe (@jane) 5 May 2020"));
  }

  @Test
  void cutsPictureLinksOutOfProse() {
    assertEquals(
        List.of(prose("He waved."), "ADDRESS:pic.twitter.com/Ab12", prose(PROSE)),
        rolesOf("He waved. pic.twitter.com/Ab12 " + PROSE));
  }

  @Test
  void separatesGluedCreditsFromTheProse() {
    assertEquals(List.of("CREDIT:(Image: AP)", prose(PROSE)), rolesOf("(Image: AP)" + PROSE));
    assertEquals(List.of(prose(PROSE), "CREDIT:(Image: AP)"), rolesOf(PROSE + " (Image: AP)"));
  }

  @Test
  void cutsMastheadsAndInvitationsOutOfASingleLine() {
    assertEquals(
        List.of(
            "BYLINE:By . Jane Doe .",
            "DATE:PUBLISHED: . 09:30 EST, 3 March 2014 . | . UPDATED: . 10:26 EST, 3 March 2014 .",
            prose(PROSE),
            "NAVIGATION:Scroll down for video .",
            prose(MORE),
            "BYLINE:CNN's John Roe contributed to this report."),
        rolesOf(
            "By . Jane Doe . PUBLISHED: . 09:30 EST, 3 March 2014 . | . UPDATED: . 10:26 EST, 3"
                + " March 2014 . "
                + PROSE
                + " Scroll down for video . "
                + MORE
                + " CNN's John Roe contributed to this report."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAVIGATION | Read more: What the bridge will cost",
        "NAVIGATION | Also read | Bridges of the world",
        "NAVIGATION | Related: Bridges of the world.",
        "NAVIGATION | Previous articleBridges Of The World Win A Prize",
        "NAVIGATION | Next article Why rivers freeze!",
        "NAVIGATION | Click here to see the bridge in pictures.",
        "NAVIGATION | Follow us on Twitter and Facebook.",
        "NAVIGATION | Sign up for our newsletter to get the news every day.",
        "NAVIGATION | Advertisement",
        "NAVIGATION | Share this:",
        "NAVIGATION | À lire aussi : le pont en images",
        "NAVIGATION | Xem thêm: Cây cầu mới",
        "NAVIGATION | * * *",
        "CREDIT | (Image: AP)",
        "CREDIT | Photo by Jane Doe",
        "CREDIT | Jane Doe/AFP/Getty Images",
        "CREDIT | Copyright 2020 The Bridge Times. All rights reserved.",
        "ADDRESS | https://example.org/bridge?id=1",
        "ADDRESS | pic.twitter.com/Ab12",
        "DATE | Published: 09:30 EST, 3 March 2014",
        "DATE | June 19, 2025 05:43",
        "BYLINE | By Jane Doe, Associated Press",
        "BYLINE | By JANE DOE and JOHN ROE",
        "BYLINE | Von Max Muster",
        "BYLINE | (Reporting by Jane Doe; Editing by John Roe)",
        "BYLINE | - AFP",
        "CAPTION | Reunited: The sisters (left) meet on the bridge.",
        "HEADING | What the bridge will cost",
        "HEADING | Wie es weitergeht",
      })
  void knowsALineOfFurnitureBetweenParagraphs(Role role, String line) {
    assertEquals(
        List.of(prose(PROSE), role + ":" + line, prose(MORE)),
        rolesOf(PROSE + "\n\n" + line + "\n\n" + MORE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date nights are back, says the hotel. 2022-01-22 was the first of them.",
        "Read more than one paper a day, the teacher said.",
        "Previous articles have shown how the bridge was paid for.",
        "Follow us on this long journey, said the guide.",
        "Share this with your neighbors, she told the crowd.",
        "Watch the river long enough and it will freeze, he said.",
        "Related problems were found in the northern pillar.",
        "Photographs of the bridge hang in every shop.",
        "By noon, thousands had crossed it.",
        "By Monday night, Paris and London had sent help.",
        "The president (left) thanked the engineers.",
        "He wrote to Jane Doe (@janedoe) and got no answer.",
        "Her account, http://example.org/jane, has been deleted.",
        "Von der Brücke aus sieht man das Meer.",
        "Par la suite, le pont a été fermé.",
        "« Rien ne change. Tout est perdu », dit-elle.",
        "Copyright law does not protect bridges.",
        "The agency (AP) reported it first.",
        "Would it hold?",
        "“It is a bridge for a century to come,’”",
        "桥在星期一开放。",
        "पुल सोमवार को खुला।",
        "هل يصمد الجسر؟",
      })
  void keepsProseThatLooksLikeFurniture(String line) {
    assertEquals(
        List.of(prose(PROSE), prose(line), prose(MORE)),
        rolesOf(PROSE + "\n\n" + line + "\n\n" + MORE));
    assertTrue(rolesOf(line + " " + PROSE).stream().allMatch(b -> b.startsWith("PARAGRAPH:")));
  }

  @Test
  void takesTheFirstLineForTheHeadline() {
    String text = "New bridge opens after three years\n\n" + PROSE + "\n\n" + MORE;
    assertEquals("HEADING:New bridge opens after three years", rolesOf(text).get(0));
    MetadataField headline = PlainText.read(text).metadata().headline().orElseThrow();
    assertEquals("New bridge opens after three years", headline.value());
    assertEquals(MetadataField.Origin.FIRST_LINE, headline.origin());
    assertEquals(
        "HEADING:New Bridge Opens At Last!",
        rolesOf("New Bridge Opens At Last!\n\n" + PROSE).get(0));
    assertTrue(PlainText.read("News\n\n" + PROSE).metadata().headline().isEmpty());
  }

  @Test
  void takesNamesAndDatesFromTheMasthead() {
    ArticleMetadata metadata =
        PlainText.read(
                "New bridge opens after three years\nBy Jane Doe, Associated Press\n"
                    + "Published: 09:30 EST, 3 March 2014\n\n"
                    + PROSE)
            .metadata();
    assertEquals("Jane Doe", metadata.author().orElseThrow().value());
    assertEquals("2014-03-03", metadata.datePublished().orElseThrow().value());
  }

  @Test
  void takesNoDateThatReadersReadDifferently() {
    assertTrue(
        PlainText.read("Published: 3/4/2014\n\n" + PROSE).metadata().datePublished().isEmpty());
    assertTrue(PlainText.read("date 2022-02-31 " + PROSE).metadata().datePublished().isEmpty());
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
  void keepsEverythingOfAWriterWithoutStops() {
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
  void joinsTheShortLinesOfASentenceThatComesToAStop(String broken) {
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
  void keepsAHeadlineApartFromTheProseRightUnderIt() {
    assertEquals(
        List.of("HEADING:New bridge opens after three years", prose(PROSE), prose(MORE)),
        rolesOf("New bridge opens after three years\n" + PROSE + "\n" + MORE));
    assertEquals(
        List.of("HEADING:新しい橋が月曜日に開通", prose("橋は月曜日の朝に開通した。正午までに何千人もが渡った。")),
        rolesOf("新しい橋が月曜日に開通\n橋は月曜日の朝に開通した。正午までに何千人もが渡った。"));
  }

  @Test
  void keepsOneParagraphPerLineApart() {
    assertEquals(
        List.of(prose(PROSE), prose(MORE), prose(PROSE)),
        rolesOf(PROSE + "\n" + MORE + "\n" + PROSE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n",
        "\r\n\r\n",
        "\r\r",
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\f",
        "\n\u00a0\t\n"
      })
  void knowsEveryLineEnd(String lineEnd) {
    assertEquals(List.of(prose(PROSE), prose(MORE)), rolesOf(PROSE + lineEnd + MORE));
  }

  @Test
  void coversAllButWhiteSpaceWhateverTheText() {
    String[] parts = {
      "a",
      "B ",
      "\n",
      "\r\n",
      " ",
      "(",
      "@",
      "—",
      " -- ",
      "pic.twitter.com/x",
      "(Image: AP)",
      "Read more:",
      "By Jane Doe",
      "2022-01-22",
      " date 2022-01-22 ",
      "(CNN)",
      "LONDON (Reuters) -",
      ".",
      "!",
      "”",
      "»",
      "January 26, 2022",
      "(@a) ",
      "\u2028",
      "\f",
      "\t",
      "\u00a0",
      "\u200b",
      "漢字",
      "。",
      "Previous article",
      "http://x.y/z ",
      "😀",
      "\ud800",
      "é",
      "the",
      "The end. "
    };
    Random random = new Random(1);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertCovered(text.toString());
    }
  }

  private static void assertCovered(String text) {
    int at = 0;
    for (Block block : PlainText.read(text).blocks()) {
      assertTrue(block.start() >= at && block.end() > block.start(), text);
      assertTrue(isBlank(text, at, block.start()), text);
      assertTrue(!WhiteSpace.isWhiteSpace(text.charAt(block.start())), text);
      assertTrue(!WhiteSpace.isWhiteSpace(text.charAt(block.end() - 1)), text);
      at = block.end();
    }
    assertTrue(isBlank(text, at, text.length()), text);
  }

  private static boolean isBlank(String text, int start, int end) {
    return text.substring(start, end).chars().allMatch(WhiteSpace::isWhiteSpace);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a\n",
        "(@",
        "— A (@b) January 1, 2020 ",
        "pic.twitter.com/x ",
        "A: b (",
        "“",
        "x]",
        "Watch it » ",
        "- a\n",
        "lower line\n",
        "Read more: "
      })
  void takesTimeInProportionToTheText(String part) {
    // A quadratic rule takes minutes for this; a linear one well under a second.
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertCovered(part.repeat(300_000 / part.length())));
  }
}
