package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTest {
  private static final String PROSE =
      "The minister opened the bridge on Monday morning. Thousands crossed it before noon.";

  private static List<String> rolesOf(String text) {
    return BoilerplateCutter.cut(text, 0, text.length(), true).stream()
        .map(b -> b.role() + ":" + text.substring(b.start(), b.end()))
        .toList();
  }

  private static String prose(String text) {
    return "PARAGRAPH:" + text;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The agency (AP) reported it first.",
        "Paris (AFP) is a city.",
        "Nobody (not even the mayor) - or so he said - was there.",
        "NSA: the bridge is safe.",
        "paris (AFP) - The bridge is safe.",
      })
  void findsNoneInProse(String text) {
    assertEquals(0, Datelines.end(text, 0, text.length(), true));
  }

  @Test
  void recognizesAPlaceWithADay() {
    assertTrue(Datelines.isDatedPlace("New Delhi, December 14", 0, 22));
    assertFalse(Datelines.isDatedPlace("New Delhi, December", 0, 19));
  }
}
