package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.util.UResourceBundle;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Lexicons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every abbreviation of the lexicons and of CLDR, in running text of its language. */
final class AbbreviationsTest {
  private static final Lexicons LEXICONS = new Lexicons();
  private static final BoundaryModel MODEL = BoundaryModel.load();

  static Stream<String> languages() {
    return LexiconFiles.checksums().keySet().stream()
        .map(path -> path.replace("lexicon/", "").replace(".txt", ""))
        .filter(language -> !language.equals("languages"))
        .filter(language -> !language.equals("und")) // every lexicon includes its titles
        .filter(language -> !List.of("ja", "ka", "ko", "zh").contains(language)) // no stop words
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noSentenceEndsBetweenATitleAndAName(String language) throws IOException {
    assertEquals(List.of(), cut(language, "titles", name(language)));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noSentenceEndsBetweenAnAbbreviationAndItsNumber(String language) throws IOException {
    assertEquals(List.of(), cut(language, "numbered", "17"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noSentenceEndsBetweenAnAbbreviationAndALowerCaseWord(String language) throws IOException {
    if (!Script.isCaseless(language)) {
      assertEquals(List.of(), cut(language, "abbreviations", filler(language)));
    }
  }

  /**
   * Compares the number of CLDR's sentence-break suppressions with those after which no sentence
   * ends before a name, or else before a number or a word in lower case: {@code max. 20}.
   */
  @ParameterizedTest
  @CsvSource({
    "de, 241, 236",
    "en, 151, 117",
    "es, 164, 163",
    "fr, 82, 78",
    "it, 45, 42",
    "pt, 172, 169",
    "ru, 18, 18"
  })
  void honorsTheSuppressionsOfCldr(String language, int listed, int honored) throws IOException {
    List<String> suppressions = suppressions(language);
    Collection<String> cut = new ArrayList<>();
    for (String suppression : suppressions) {
      if (isCut(language, suppression, name(language))
          && (isCut(language, suppression, "17")
              || isCut(language, suppression, filler(language)))) {
        cut.add(suppression);
      }
    }
    assertEquals(listed, suppressions.size());
    assertEquals(honored, suppressions.size() - cut.size(), cut.toString());
  }

  @Test
  void aWordThatIsNoAbbreviationEndsASentenceBeforeAName() throws IOException {
    assertTrue(isCut("en", "harbor.", "Harlow"));
    assertTrue(isCut("de", "Hafen.", "Harlow"));
  }

  private static List<String> suppressions(String language) {
    UResourceBundle bundle =
        UResourceBundle.getBundleInstance("com/ibm/icu/impl/data/icudata/brkitr", language);
    return List.of(bundle.get("exceptions").get("SentenceBreak").getStringArray());
  }

  private static List<String> cut(String language, String section, String after)
      throws IOException {
    List<String> cut = new ArrayList<>();
    for (String entry : entries(language, section)) {
      if (isCut(language, entry + ".", after)) {
        cut.add(entry);
      }
    }
    return cut;
  }

  private static boolean isCut(String language, String abbreviation, String after)
      throws IOException {
    String filler = filler(language);
    String before = filler + ' ' + filler + ' ' + abbreviation;
    String text = before + ' ' + after + ' ' + filler + ' ' + filler + ' ' + filler;
    List<Integer> ends = new ArrayList<>();
    new SentenceSplitter(text, LEXICONS.get(language), MODEL)
        .split(0, text.length(), (start, end) -> ends.add(end));
    return ends.contains(before.length());
  }

  /** The longest stop word in lower case. */
  private static String filler(String language) throws IOException {
    return entries(language, "stop-words").stream()
        .filter(word -> word.chars().allMatch(c -> Letters.isLetter((char) c)))
        .filter(word -> !Letters.isUpper(word.charAt(0)))
        .max(Comparator.comparing(String::length))
        .orElseThrow();
  }

  /** A word that isn't in the lexicon, with a capital if the script has any. */
  private static String name(String language) throws IOException {
    String filler = filler(language);
    return switch (Character.UnicodeScript.of(filler.charAt(0))) {
      case LATIN -> "Harlow";
      case CYRILLIC -> "Орлов";
      case GREEK -> "Ορλώφ";
      default -> filler + filler.charAt(0);
    };
  }

  private static List<String> entries(String language, String section) throws IOException {
    try (InputStream in = LexiconFiles.class.getResourceAsStream(language + ".txt")) {
      String file =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8) + "\n[";
      int at = file.indexOf("\n[" + section + "]\n");
      if (at < 0) {
        return List.of();
      }
      int from = at + section.length() + 3;
      return file.substring(from, file.indexOf("\n[", from))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .filter(word -> !word.isEmpty())
          .toList();
    }
  }
}
