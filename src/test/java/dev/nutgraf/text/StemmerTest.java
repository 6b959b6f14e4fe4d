package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StemmerTest {
  @ParameterizedTest
  @CsvSource({
    "ar, كتاب, الكتاب",
    "ca, pont, ponts",
    "da, skib, skibene",
    "de, brücken, brücke",
    "el, γέφυρα, γέφυρες",
    "en, bridges, bridge",
    "es, puentes, puente",
    "fi, talo, talossa",
    "fr, décidé, décider",
    "ga, bád, mbád",
    "hu, ház, házban",
    "id, baca, membaca",
    "it, ponti, ponte",
    "nb, skip, skipene",
    "nl, boek, boeken",
    "pt, pontes, ponte",
    "ro, podul, podului",
    "ru, мосты, моста",
    "sv, båt, båtarna",
    "tr, köprü, köprüler",
  })
  void joinsTheFormsOfAWord(String language, String form, String other) {
    UnaryOperator<String> stemmer = Stemmer.of(language);
    assertEquals(stemmer.apply(form), stemmer.apply(other));
  }

  @Test
  void treatsAllNamesOfNorwegianAlike() {
    assertEquals(Stemmer.of("nb").apply("broen"), Stemmer.of("nn").apply("broen"));
    assertEquals(Stemmer.of("nb").apply("broen"), Stemmer.of("no").apply("broen"));
  }

  @Test
  void leavesWordsAsTheyAreInLanguagesWithoutAnAlgorithm() {
    assertEquals("ponds", Stemmer.of("vi").apply("ponds"));
    assertEquals("ponds", Stemmer.of("und").apply("ponds"));
  }

  @ParameterizedTest
  @CsvSource({"@bridges", "1,200s", "me@bridges", "https://x.org/bridges", "#bridges"})
  void leavesWhatIsNotAPlainWord(String word) {
    assertEquals(word, Stemmer.of("en").apply(word));
  }

  @Test
  void neverStemsAWordToNothing() {
    assertEquals("είτε", Stemmer.of("el").apply("είτε"));
    assertNotEquals("bridges", Stemmer.of("en").apply("bridges"));
  }
}
