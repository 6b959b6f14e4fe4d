package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nutgraf.article.boilerplate.BoilerplateClassifier;
import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Lexicons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the cases of every language: {@code
 * src/test/resources/dev/nutgraf/lexicon/cases/LANGUAGE.txt}.
 *
 * <p>Each line below a section is one case. {@code [sentences]}: a text with {@code |} where the
 * splitter must find a boundary, and nowhere else. {@code [language]}: a text of that language.
 * {@code [dates]}: a date line, {@code =}, its date. {@code [boilerplate]}: a role, a colon, a line
 * of that role.
 */
final class LanguageCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/nutgraf/lexicon/cases");

  private final Lexicons lexicons = new Lexicons();
  private final LanguageDetector detector = new LanguageDetector(lexicons);
  private final BoundaryModel model = BoundaryModel.load();

  @Test
  void everyLanguageWithALexiconHasCases() throws IOException {
    TreeSet<String> known = new TreeSet<>();
    Script.ALL.forEach(script -> known.addAll(script.languages()));
    known.removeIf(language -> !LexiconFiles.checksums().containsKey(path(language)));
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          known,
          files.map(LanguageCasesTest::language).collect(Collectors.toCollection(TreeSet::new)));
    }
    assertTrue(known.size() > 40, known.toString());
  }

  private static String path(String language) {
    return "lexicon/" + language + ".txt";
  }

  private static String language(Path file) {
    return file.getFileName().toString().replace(".txt", "");
  }

  @TestFactory
  Stream<DynamicTest> passesEveryCase() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String section = "";
        for (String line : Files.readAllLines(file)) {
          if (line.startsWith("[")) {
            section = line;
          } else if (!line.isEmpty() && !line.startsWith("#")) {
            String name = language(file) + " " + section + " " + line;
            String kind = section;
            tests.add(DynamicTest.dynamicTest(name, () -> check(language(file), kind, line)));
          }
        }
      }
    }
    return tests.stream();
  }

  private void check(String language, String section, String line) {
    switch (section) {
      case "[sentences]" -> checkSentences(language, line);
      case "[language]" -> assertEquals(language, detector.detect(line, Optional.empty()));
      case "[dates]" -> checkDate(line);
      case "[boilerplate]" -> checkRole(line);
      default -> fail(section + " is no section of cases");
    }
  }

  private void checkSentences(String language, String line) {
    List<String> expected = List.of(line.split(" \\| ", -1));
    String text = String.join(" ", expected);
    List<String> sentences = new ArrayList<>();
    new SentenceSplitter(text, lexicons.get(language), model)
        .split(0, text.length(), (start, end) -> sentences.add(text.substring(start, end)));
    assertEquals(expected, sentences);
  }

  private static void checkDate(String line) {
    int sign = line.lastIndexOf(" = ");
    assertTrue(Dates.isDateLine(line, 0, sign), line);
    assertEquals(Optional.of(line.substring(sign + 3)), Dates.find(line, 0, sign));
  }

  private static void checkRole(String line) {
    int colon = line.indexOf(": ");
    String text = line.substring(colon + 2);
    assertEquals(
        line.substring(0, colon),
        BoilerplateClassifier.roleOf(text, 0, text.length()).name().toLowerCase(Locale.ROOT));
  }
}
