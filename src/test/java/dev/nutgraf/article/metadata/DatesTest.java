package dev.nutgraf.article.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 March 2014",
        "Published: 09:30 EST, 3 March 2014 | Updated: 10:26 EST, 3 March 2014",
        "Mittwoch, 5. Mai 2021, 14:00 Uhr",
        "le 14 février 2019 à 8 h",
        "2022-01-22",
        "3/4/2014",
        "Monday at 10:30 am",
      })
  void recognizesDateLines(String line) {
    assertTrue(Dates.isDateLine(line, 0, line.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The bridge opened on 3 March 2014",
        "March",
        "14",
        "Monday",
        "12345 March 2014",
        "May we?"
      })
  void takesOtherLinesForText(String line) {
    assertFalse(Dates.isDateLine(line, 0, line.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Published 3 March 2014 | 2014-03-03",
        "March 3, 2014 | 2014-03-03",
        "09:30 EST, 3 March 2014 | 2014-03-03",
        "5. Mai 2021 | 2021-05-05",
        "14 février 2019 | 2019-02-14",
        "on 2022-01-22 | 2022-01-22",
      })
  void findsTheFirstUnambiguousDate(String text, String date) {
    assertEquals(Optional.of(date), Dates.find(text, 0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3/4/2014", "31 February 2014", "2022-13-01", "March 2014", "0999-01-01"})
  void findsNoAmbiguousOrImpossibleDate(String text) {
    assertEquals(Optional.empty(), Dates.find(text, 0, text.length()));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-06T07:08:09Z, 2024-05-06T07:08:09Z",
    "2024-05-06T07:08:09+0200, 2024-05-06T07:08:09+02:00",
    "2024-05-06 07:08, 2024-05-06T07:08",
    "2024-05-06T07:08:09.123-05:00, 2024-05-06T07:08:09.123-05:00",
    "2024-05-06, 2024-05-06",
    "2024-05-06T99:00, 2024-05-06",
    "6 May 2024, 2024-05-06",
  })
  void parsesADeclaredDateAsPreciselyAsItIsWritten(String value, String date) {
    assertEquals(Optional.of(date), Dates.parse(value));
  }

  @Test
  void readsAnIsoDateOnlyWhereARangeStarts() {
    assertEquals(Optional.of("2022-01-22"), Dates.iso("x2022-01-22", 1, 11));
    assertEquals(Optional.empty(), Dates.iso("x2022-01-22", 0, 11));
    assertEquals(Optional.empty(), Dates.iso("2022-01-22", 0, 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue Mar 12 08:30:05 UTC 2024 | 2024-03-12",
        "Sat Nov 18 15:21:07 +0000 2017 | 2017-11-18",
        "2024/03/12 08:00:00 | 2024-03-12",
        "2024年3月12日 08:30 | 2024-03-12",
        "2024. 3. 12. | 2024-03-12",
        "2024 March 12 | 2024-03-12",
        "25.12.2023 | 2023-12-25",
        "12/25/2023 | 2023-12-25",
        "12 de marzo de 2024 | 2024-03-12",
        "20240312T080000Z | 2024-03-12",
        "1710232205 | 2024-03-12T08:30:05Z",
        "1710232205000 | 2024-03-12T08:30:05Z",
      })
  void parsesTheFormsThatSystemsExport(String value, String date) {
    assertEquals(Optional.of(date), Dates.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vol. 12, No. 3, March 2024",
        "2 hours ago, March 2024",
        "1970-01-01T00:00:00Z",
        "0",
        "Last updated: May 20, 2024",
        "Aktualisiert am 20. Mai 2024",
      })
  void findsNoDateOfPublicationInOtherValues(String value) {
    assertEquals(Optional.empty(), Dates.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Updated 20 May 2024 | Published 12 March 2024",
        "Published 12 March 2024, updated 20 May 2024",
        "Updated 10:40, published March 12, 2024",
      })
  void prefersTheDateOfPublicationToThatOfAChange(String line) {
    assertEquals(Optional.of("2024-03-12"), Dates.find(line, 0, line.length()));
  }
}
