package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ScriptTest {
  @Test
  void isThatOfMostLetters() {
    assertSame(Script.LATIN, Script.of("The word мост means bridge."));
    assertEquals(
        List.of("ru", "uk", "bg", "sr"), Script.of("Слово bridge значит мост.").languages());
    assertEquals(List.of("el"), Script.of("Η γέφυρα").languages());
  }

  @Test
  void isKanaWhereEvenAFewStandAmongHan() {
    assertSame(Script.KANA, Script.of("市議会橋再建決定の"));
    assertSame(Script.HAN, Script.of("市议会决定重建大桥"));
    assertSame(Script.HAN, Script.of("市议会决定重建大桥".repeat(4) + "の"));
  }

  @Test
  void isNoneWithoutLettersOfAKnownScript() {
    assertSame(Script.NONE, Script.of("12345 --- 678"));
    assertSame(Script.NONE, Script.of(""));
    assertSame(Script.NONE, Script.of("ᚠᚢᚦᚨᚱᚲ"));
    assertTrue(Script.NONE.languages().isEmpty());
  }

  @Test
  void hasEveryLanguageOnce() {
    Set<String> languages = new HashSet<>();
    for (Script script : Script.ALL) {
      for (String language : script.languages()) {
        assertTrue(languages.add(language), language);
      }
    }
  }
}
