package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsAgenciesTest {
  @ParameterizedTest
  @ValueSource(strings = {"AP", "dpa", "Reuters", "The Associated Press", " CNN "})
  void recognizesAgenciesInAnyCase(String name) {
    assertTrue(NewsAgencies.isAgency(name, 0, name.length()));
  }

  @Test
  void recognizesNoOtherNames() {
    assertFalse(NewsAgencies.isAgency("Jane Doe", 0, 8));
  }

  @Test
  void findsTheClosingParenthesisWithinTheLengthOfAName() {
    assertEquals(4, NewsAgencies.closingParenthesis("(CNN) - x", 0, 9));
    String open = "(" + "x".repeat(100) + ")";
    assertEquals(open.length(), NewsAgencies.closingParenthesis(open, 0, open.length()));
  }
}
