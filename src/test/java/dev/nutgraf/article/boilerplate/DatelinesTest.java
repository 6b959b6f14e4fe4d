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
            "Jakarta, Harian.example -",
            "Harian.example, Jakarta -",
            "PARIS (AFP) –",
            "Berlin (dpa) -",
            "SEATTLE, May 6, 2024 /PRNewswire/ --",
            "DUBLIN, May 06, 2024 (GLOBE NEWSWIRE) --",
            "DUBLIN, Ireland--(BUSINESS WIRE)--",
            "SEVILLA, 6 May. (EUROPA PRESS) -",
            "Bilbao, 6 may (EFE).-",
            "Lisboa, 6 mai 2024 (Lusa) –",
            "TORINO, 06 MAG -",
            "(ANSA) - TORINO, 06 MAG -",
            "İZMİR (AA) -",
            "Berlin (dpa/lno) -",
            "MOSCOW. May 6 (Interfax) -",
            "МОСКВА, 6 мая. /ТАСС/.",
            "МОСКВА, 6 мая — РИА Новости.",
            "【東京共同】",
            "新华社北京5月6日电（记者张三）",
            "中新社上海5月6日電",
            "(부산=연합뉴스) 김민수 기자 =",
            "(부산=연합뉴스)",
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
        "The bridge (and the road) - or so he said - was closed.",
        "Ferries and/or buses - both were late.",
        "日曜日に橋が開いた。",
        "(a=b) is an equation. It is easy.",
        "【never closed",
        "HARBOR, May 6 /never closed",
        "HARBOR, May 6 /a/ b.",
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

  @Test
  void takesAPlaceAndAWordThatIsNotASiteForProse() {
    for (String opening :
        List.of(
            "Jakarta, the capital - ",
            "Jakarta, Harian. - ",
            "jakarta, Harian.example - ",
            "Jakarta, Ha-ri.an - ")) {
      assertEquals(List.of(prose(opening + PROSE)), rolesOf(opening + PROSE), opening);
    }
  }

  @Test
  void takesAnAgencyAPlaceAndADayForADateline() {
    assertTrue(isDatedPlace("EFE / Cádiz 30 SEP 2025"));
    assertTrue(isDatedPlace("dpa / Kiel, 30. September 2025"));
    assertFalse(isDatedPlace("Band / Cádiz 30 SEP 2025"));
    assertFalse(isDatedPlace("EFE / cádiz 30 SEP 2025"));
    assertFalse(isDatedPlace("EFE / Cádiz 30 goals"));
    assertFalse(isDatedPlace("EFE / 30 SEP 2025"));
    assertFalse(isDatedPlace("EFE / Cádiz"));
  }

  private static boolean isDatedPlace(String line) {
    return Datelines.isDatedPlace(line, 0, line.length());
  }
}
