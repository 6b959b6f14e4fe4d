package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StemmerTest {
  private static final Path LEXICONS = Path.of("src/main/resources/dev/nutgraf/lexicon");

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

  /** Endings that stems of the lexicons lose. */
  private static final List<String> ENDINGS =
      List.of(
          "", "a", "al", "as", "ation", "e", "ed", "en", "ence", "ent", "er", "es", "i", "in",
          "ing", "ion", "ity", "ly", "n", "o", "os", "s", "t", "um", "y", "é", "ет", "й", "л",
          "ье");

  /** An entry that isn't a stem never matches. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cs", "da", "de", "en", "es", "fr", "id", "it", "nb", "nl", "pt", "ro", "ru", "sv"
      })
  void lexiconsListStemsWhereStemsAreMeant(String language) throws IOException {
    UnaryOperator<String> stemmer = Stemmer.of(language);
    List<String> wrong = new ArrayList<>();
    String section = "";
    for (String line : Files.readAllLines(LEXICONS.resolve(language + ".txt"))) {
      if (line.startsWith("[")) {
        section = line;
      } else if (section.endsWith("-stems]")) {
        Stream.of(line.split(" "))
            .filter(stem -> ENDINGS.stream().noneMatch(e -> stemmer.apply(stem + e).equals(stem)))
            .forEach(wrong::add);
      }
    }
    assertEquals(List.of(), wrong);
  }
}
