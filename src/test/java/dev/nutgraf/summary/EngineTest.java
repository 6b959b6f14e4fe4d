package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.EngineSettings.Detail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final SortedMap<String, String> RESOURCES =
      new TreeMap<>(Map.of("a.bin", "01", "b.txt", "02"));

  private final String fingerprint = Engine.of(EngineSettings.DEFAULT, RESOURCES).fingerprint();

  @Test
  void hasTheVersionOfThePom() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    assertEquals(
        Jsoup.parse(pom, Parser.xmlParser()).expectFirst("project > version").text(),
        Engine.VERSION);
  }

  @Test
  void hasAFingerprintOfSixteenHexDigits() {
    assertTrue(fingerprint.matches("[0-9a-f]{16}"), fingerprint);
  }

  @Test
  void keepsItsFingerprintWhenNothingChanges() {
    assertEquals(fingerprint, Engine.of(EngineSettings.DEFAULT, RESOURCES).fingerprint());
  }

  @Test
  void changesItsFingerprintWithAResource() {
    SortedMap<String, String> changed = new TreeMap<>(RESOURCES);
    changed.put("b.txt", "03");
    assertNotEquals(fingerprint, Engine.of(EngineSettings.DEFAULT, changed).fingerprint());
  }

  @Test
  void changesItsFingerprintWithTheDetail() {
    EngineSettings explain =
        new EngineSettings(SummaryLength.ofSentences(3), 52_428_800, Detail.EXPLAIN, false);
    assertNotEquals(fingerprint, Engine.of(explain, RESOURCES).fingerprint());
  }
}
