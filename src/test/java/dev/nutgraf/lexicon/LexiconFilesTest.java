package dev.nutgraf.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every deployed lexicon file to the format and to its own language. */
final class LexiconFilesTest {
  private static final Path FOLDER = Path.of("src/main/resources/dev/nutgraf/lexicon");

  /** Sections that are matched against text in lower case. */
  private static final Set<Section> LOWER_CASE =
      Set.of(
          Section.WEEKDAYS,
          Section.WEEKDAY_ABBREVIATIONS,
          Section.MONTHS,
          Section.DATE_WORDS,
          Section.PRONOUNS,
          Section.CONNECTIVES,
          Section.CONNECTIVE_PHRASES,
          Section.CONTRASTS,
          Section.REFERENCE_STEMS,
          Section.DEMONSTRATIVE_STEMS,
          Section.ACCOUNT_STEMS,
          Section.PERSONAL_STEMS,
          Section.SPEECH_STEMS,
          Section.DAY_STEMS,
          Section.AGENCIES,
          Section.LINK_OPENINGS,
          Section.CREDIT_ENDINGS);

  @Test
  void listsExactlyTheFilesInTheFolder() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.map(file -> file.getFileName().toString()).forEach(names::add);
    }
    Set<String> listed = new TreeSet<>(Set.of("languages.txt"));
    LexiconFiles.languages().forEach(language -> listed.add(language + ".txt"));
    assertEquals(listed, names);
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsWellFormed() {
    return LexiconFiles.languages().stream()
        .map(language -> DynamicTest.dynamicTest(language, () -> check(language)));
  }

  private static void check(String language) {
    LexiconFile file = Objects.requireNonNull(LexiconFiles.get(language));
    boolean empty = true;
    for (Section section : Section.values()) {
      List<String> entries = file.entries(section);
      empty &= entries.isEmpty();
      assertTrue(
          section == Section.MONTHS || new HashSet<>(entries).size() == entries.size(),
          () -> "[" + section.label() + "] has an entry twice: " + repeated(entries));
      if (LOWER_CASE.contains(section)) {
        for (String entry : entries) {
          assertEquals(entry.toLowerCase(Locale.ROOT), entry, section.label());
        }
      }
    }
    assertFalse(empty, "a file without entries");
    for (String phrase : file.entries(Section.CONSENT_PHRASES)) {
      assertTrue(
          phrase.length() >= 4, () -> "[consent-phrases] are found by four characters: " + phrase);
    }
    Lexicon lexicon = Lexicon.load(language);
    assertEquals(language, lexicon.language());
    for (String stopWord : file.entries(Section.STOP_WORDS)) {
      assertTrue(
          (lexicon.kinds(stopWord, 0, stopWord.length()) & Lexicon.STOP_WORD) != 0, stopWord);
    }
  }

  private static List<String> repeated(List<String> entries) {
    Set<String> seen = new HashSet<>();
    return entries.stream().filter(entry -> !seen.add(entry)).toList();
  }

  @Test
  void listsTheLanguagesOfAScriptLikeliestFirst() {
    assertEquals(List.of("ru", "uk", "bg", "sr"), LexiconFiles.writtenIn("cyrillic"));
    assertEquals("en", LexiconFiles.writtenIn("latin").get(0));
    assertEquals(List.of(), LexiconFiles.writtenIn("runic"));
  }

  @Test
  void everySectionIsUsedByALanguage() {
    List<Section> unused = new ArrayList<>(List.of(Section.values()));
    unused.removeIf(section -> !LexiconFiles.union(section).isEmpty());
    assertEquals(List.of(), unused);
  }

  @Test
  void monthsOfAllLanguagesAgreeOnTheirNumber() {
    assertEquals(1, LexiconFiles.months().get("janvier"));
    assertEquals(5, LexiconFiles.months().get("maj"));
    assertEquals(12, LexiconFiles.months().get("dezember"));
  }

  @Test
  void aCueWordCountsInItsOwnLanguageOnly() {
    assertEquals(Lexicon.Opening.PRONOUN, Lexicon.load("fr").opening("son"));
    assertEquals(Lexicon.Opening.PLAIN, Lexicon.load("en").opening("son"));
    assertEquals(Lexicon.Opening.CONTRAST, Lexicon.load("es").opening("pero"));
    assertEquals(Lexicon.Opening.PLAIN, Lexicon.load("en").opening("pero"));
    assertEquals(Lexicon.Cue.PERSONAL, Lexicon.load("en").cue("i"));
    assertEquals(null, Lexicon.load("sv").cue("i"), "in Swedish it means in");
  }

  @Test
  void aLanguageWithoutAFileHasAnEmptyLexicon() {
    Lexicon lexicon = Lexicon.load("xx");
    assertEquals("xx", lexicon.language());
    assertEquals(0, lexicon.kinds("the", 0, 3));
  }
}
