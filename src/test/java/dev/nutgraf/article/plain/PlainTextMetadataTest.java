package dev.nutgraf.article.plain;

import static dev.nutgraf.article.plain.Blocks.MORE;
import static dev.nutgraf.article.plain.Blocks.PROSE;
import static dev.nutgraf.article.plain.Blocks.prose;
import static dev.nutgraf.article.plain.Blocks.rolesOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.MetadataField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextMetadataTest {
  @Test
  void takesTheDateStampForTheDateAndNotForASentence() {
    String text = " date 2022-01-22 " + PROSE;
    assertEquals(List.of("DATE:date 2022-01-22", prose(PROSE)), rolesOf(text));
    MetadataField date = PlainText.read(text).metadata().datePublished().orElseThrow();
    assertEquals("2022-01-22", date.value());
    assertEquals(MetadataField.Origin.TEXT, date.origin());
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
  void takesAuthorAndDateFromTheLinesAboveTheProse() {
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
  void takesNoAmbiguousOrImpossibleDate() {
    assertTrue(
        PlainText.read("Published: 3/4/2014\n\n" + PROSE).metadata().datePublished().isEmpty());
    assertTrue(PlainText.read("date 2022-02-31 " + PROSE).metadata().datePublished().isEmpty());
  }

  @Test
  void takesADateAfterTheProseOnlyIfItIsLabeled() {
    String date = "3 March 2014";
    assertTrue(PlainText.read(PROSE + "\n\n" + date).metadata().datePublished().isEmpty());
    assertEquals(
        "2014-03-03",
        PlainText.read(PROSE + "\n\nPublished: " + date)
            .metadata()
            .datePublished()
            .orElseThrow()
            .value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Jane Doe | March 3, 2014",
        "By Jane Doe - 3 March 2014",
        "By Jane Doe, Staff Writer • March 3, 2014 9:30 am",
        "Von Jane Doe, 3. März 2014",
      })
  void takesAuthorAndDateFromOneLine(String line) {
    ArticleMetadata metadata =
        PlainText.read("New bridge opens after three years\n" + line + "\n\n" + PROSE).metadata();
    assertEquals("Jane Doe", metadata.author().orElseThrow().value());
    assertEquals("2014-03-03", metadata.datePublished().orElseThrow().value());
  }
}
