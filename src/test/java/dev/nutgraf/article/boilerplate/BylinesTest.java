package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Jane Doe",
        "BY JANE DOE AND JOHN ROE",
        "Von Max Muster",
        "Par Lucie de la Garnier",
        "AFP"
      })
  void recognizesABylineInSeveralLanguages(String line) {
    assertTrue(Bylines.isByline(line, 0, line.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"By noon", "By the river", "By Jane Doe.", "Von der Tann", "Jane Doe"})
  void takesOtherLinesForText(String line) {
    assertFalse(Bylines.isByline(line, 0, line.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(Reporting by Jane Doe)",
        "John Roe contributed to this report.",
        "(Editing by X)"
      })
  void recognizesContributions(String line) {
    assertTrue(Bylines.isContribution(line, 0, line.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jane", "Jane Doe 2nd", "Jane Doe spoke", ""})
  void takesNoNameOfOneWordWithFiguresOrWithOtherWords(String text) {
    assertFalse(Bylines.isName(text, 0, text.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Jane Doe, Associated Press | Jane Doe",
        "By . Jane Doe . | Jane Doe",
        "Von Max Muster | Max Muster",
        "By Jane Doe and John Roe | Jane Doe and John Roe",
      })
  void readsTheNamesUpToTheFirstComma(String byline, String author) {
    assertEquals(Optional.of(author), Bylines.author(byline));
  }

  @Test
  void readsNoNameWithoutAPreposition() {
    assertEquals(Optional.empty(), Bylines.author("AFP"));
    assertEquals(Optional.empty(), Bylines.author("By"));
    assertEquals(Optional.empty(), Bylines.author("Byron Doe"));
  }

  @Test
  void recognizesANameWithAnAddressOfMail() {
    for (String line :
        List.of(
            "Ann Oar ann@gazette.example", "By Ann Oar <ann@gazette.example>", "홍길동 기자 h@g.kr")) {
      assertTrue(Bylines.isByline(line, 0, line.length()), line);
    }
    String invitation = "Write to us at ann@gazette.example";
    assertFalse(Bylines.isByline(invitation, 0, invitation.length()));
  }
}
