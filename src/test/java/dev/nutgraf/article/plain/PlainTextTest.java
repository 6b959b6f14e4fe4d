package dev.nutgraf.article.plain;

import static dev.nutgraf.article.plain.Blocks.MORE;
import static dev.nutgraf.article.plain.Blocks.PROSE;
import static dev.nutgraf.article.plain.Blocks.prose;
import static dev.nutgraf.article.plain.Blocks.rolesOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Block;
import dev.nutgraf.chars.WhiteSpace;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void takesTheParagraphBeforeABareSignatureForThePost() {
    assertEquals(
        List.of(prose(PROSE), "POST:Help is on its way.", "POST:— Jane Doe (@jane) 5 May 2020"),
        rolesOf(PROSE + "\n\nHelp is on its way.\n— Jane Doe (@jane) 5 May 2020"));
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

  @Test
  void takesTheNameAfterALineWithTheBareByForTheByline() {
    assertEquals(
        List.of("BYLINE:By", "BYLINE:Jane Doe", prose(PROSE)), rolesOf("By\nJane Doe\n\n" + PROSE));
  }

  @Test
  void takesItemsForListItemsUnlessTheyAreBoilerplate() {
    assertEquals(
        List.of(prose(PROSE), "LIST_ITEM:- It is new.", "NAVIGATION:- Read more: the cost"),
        rolesOf(PROSE + "\n\n- It is new.\n- Read more: the cost"));
  }

  @Test
  void takesARepeatedDatelineForOneAndNotForASpeaker() {
    assertEquals(
        List.of(
            "DATELINE:OLDHAVEN:",
            prose(PROSE),
            prose(MORE),
            "NAVIGATION:Read more: the boats",
            prose("OLDHAVEN: The boats stay in the harbor until noon.")),
        rolesOf(
            "OLDHAVEN: "
                + PROSE
                + "\n\n"
                + MORE
                + "\n\nRead more: the boats"
                + "\n\nOLDHAVEN: The boats stay in the harbor until noon."));
  }

  @Test
  void takesALabelForThatOfASpeakerIfMostLinesHaveOne() {
    List<String> speeches =
        List.of("MAYOR: We pay for it.", "REPORTER: Who is we?", "MAYOR: All of us, in the end.");
    assertEquals(
        speeches.stream().map(Blocks::prose).toList(), rolesOf(String.join("\n\n", speeches)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Crew\tTime\tPoints\nHome crew\t4:12\t10\nGuests\t4:15\t8",
        "Year      Boats     Guests\n2022      12        4000",
        "| Town | Boats |\n|------|-------|\n| Oldhaven | 12 |",
        "Bread      1.20\nButter     2.40\nCheese     3.60",
      })
  void setsRowsOfShortCellsApart(String table) {
    assertEquals(
        List.of(prose(PROSE), "TABLE:" + table, prose(MORE)),
        rolesOf(PROSE + "\n\n" + table + "\n\n" + MORE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The  bridge  was  opened.\nIt  was  closed  on  Tuesday.",
        "Mayor\tsaid that the bridge is open to all, now and later.\nGuest\tsaid nothing at all in the hour of the opening.",
        "A single row    of three    cells is a sentence.",
      })
  void keepsSentencesWithRunsOfSpaces(String text) {
    assertEquals(text.lines().map(Blocks::prose).toList(), rolesOf(text));
  }

  @Test
  void keepsATextOfNothingButRows() {
    assertEquals(
        List.of(),
        rolesOf("a | b | c\nd | e | f").stream().filter(b -> b.startsWith("T")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "The bridge is open, 3 hours ago",
    "Die Brücke ist offen, vor 3 Stunden",
    "El puente ya está abierto, hace 12 minutos",
    "The bridge in pictures, album of 14 pictures",
  })
  void keepsAShortLineWithANumberApart(String line, String count) {
    assertEquals(
        List.of("HEADING:" + line, "HEADING:" + count, prose(PROSE)),
        rolesOf(line + "\n" + count + "\n\n" + PROSE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2024年3月12日 8時30分", "2024年3月12日（火） 8時30分", "最終更新：3月12日", "发布时间：2024年3月12日"})
  void recognizesDatesOfChineseAndJapanesePages(String date) {
    assertEquals(
        List.of("HEADING:町議会、橋の再建を決める", "DATE:" + date, prose("町議会は火曜日、橋の再建を決めた。（田中一郎）")),
        rolesOf("町議会、橋の再建を決める\n\n" + date + "\n\n町議会は火曜日、橋の再建を決めた。（田中一郎）"));
  }
}
