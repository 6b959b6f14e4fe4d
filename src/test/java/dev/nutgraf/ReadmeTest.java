package dev.nutgraf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.command.Main;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.LengthSetting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Checks README.md, CONTRIBUTING.md and docs/ against the code, the template and the main job. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
final class ReadmeTest {
  private static final Pattern FENCE =
      Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern LOCAL_COMMAND =
      Pattern.compile(
          "(?:mvn [^\n\"]*-Plocal -Dargs=\"|^\\./nutgraf )((?<=\")[^\"]*|(?<= )[^\n]*)",
          Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
  private static final Pattern REPOSITORY_PATH =
      Pattern.compile("(?<![\\w/.-])(?:docs|events|seeds|src|\\.ci)/[\\w./-]*\\w");
  private static final Pattern CLASS =
      Pattern.compile("`([A-Z][a-z]+(?:[A-Z0-9]+[a-z]*)+)(?:[.#]\\w+)?(?:\\.\\.\\.)?`");
  private static final Set<String> CLASSES_OF_OTHERS =
      Set.of(
          "RequestStreamHandler", "CustomPojoSerializer", "DateTimeFormatter", "PermanentFailure");
  private static final Pattern FIGURE = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+");

  private static String readme = "";
  private static String printed = "";

  @BeforeAll
  static void runTheMainJob() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    printed = run();
  }

  @Test
  void showsTheOutputOfTheMainJob() {
    String shown = blocks("text").get(0);
    assertTrue(printed.contains(shown), () -> shown + "\nisn't in\n" + printed);
  }

  @Test
  void showsPartOfTheMetadataDocumentThatTheMainJobWrites() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode shown = json.readTree(blocks("json").get(0));
    String key = shown.at("/source/key").textValue();
    JsonNode written =
        json.readTree(Path.of("target", "local", "summaries", key + ".metadata.json").toFile());
    assertContains(written, shown, "");
  }

  @Test
  void quotesTheLibraryExampleThatIsCompiled() throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/nutgraf/LibraryExampleTest.java"));
    String example =
        source
            .substring(source.indexOf("  /** Thread-safe"), source.indexOf("  @Test"))
            .stripTrailing()
            .stripIndent();
    assertEquals(example, blocks("java").get(0).stripTrailing());
  }

  @Test
  void listsEverySettingWithTheDefaultOfTheTemplate() throws IOException {
    String template = Files.readString(Path.of("template.yaml"));
    List<String> documented = new ArrayList<>();
    for (List<String> row : rows("## Settings")) {
      String parameter = code(row.get(0));
      String variable = code(row.get(1));
      String theDefault = row.get(2).equals("empty") ? "" : code(row.get(2));
      assertEquals(
          theDefault,
          first("\n  " + parameter + ":\n(?:    .*\n)*?    Default: \"?([^\"\n]*)", template),
          parameter);
      assertTrue(
          Pattern.compile(" " + variable + ": !(Ref|If \\[\\w+, !Ref) " + parameter + "\\b")
              .matcher(template)
              .find(),
          () -> variable + " isn't set from " + parameter);
      documented.add(parameter);
    }
    String variables = first("\nGlobals:\n(?s:.*?)      Variables:\n((?:        .*\n)*)", template);
    assertEquals(
        new TreeSet<>(all("^        [A-Z_0-9]+: !(?:Ref|If \\[\\w+, !Ref) (\\w+)", variables)),
        new TreeSet<>(documented));
  }

  @Test
  void statesTheDefaultsOfTheEngine() {
    Map<String, String> defaults =
        rows("## Settings").stream()
            .filter(row -> !row.get(2).equals("empty"))
            .collect(Collectors.toMap(row -> code(row.get(1)), row -> code(row.get(2))));
    EngineSettings engine = EngineSettings.DEFAULT;
    for (LengthSetting setting : LengthSetting.values()) {
      assertEquals(Integer.toString(setting.of(engine.length())), defaults.get(setting.variable()));
    }
    assertEquals(Long.toString(engine.maxArticleBytes()), defaults.get("MAX_ARTICLE_BYTES"));
    assertEquals(engine.detail().label(), defaults.get("METADATA_DETAIL"));
    assertEquals(Boolean.toString(engine.page()), defaults.get("SUMMARY_HTML"));
  }

  @Test
  void takesTheFiguresOfTheEvidenceFromTheLinkedDocuments() throws IOException {
    for (List<String> row : rows("# Nutgraf")) {
      String target = first(LINK.pattern(), row.get(0));
      String figures = Files.readString(Path.of(target));
      for (String figure : all("(" + FIGURE.pattern() + ")", row.get(1) + " " + row.get(2))) {
        assertTrue(
            Pattern.compile("(?<![\\d.,])" + Pattern.quote(figure) + "(?![\\d]|[.,]\\d)")
                .matcher(figures)
                .find(),
            () -> figure + " of \"" + row.get(0) + "\" isn't in " + target);
      }
    }
  }

  @Test
  void namesCommandsAndOptionsThatExist() throws IOException {
    for (Path document : documents()) {
      for (MatchResult command : matches(LOCAL_COMMAND, Files.readString(document))) {
        List<String> words = Arrays.asList(command.group(1).split("[\\s\\\\]+"));
        List<String> help =
            new ArrayList<>(words.stream().takeWhile(ReadmeTest::isCommand).toList());
        help.add("--help");
        String usage = run(help.toArray(String[]::new));
        String name = String.join(" ", help.subList(0, help.size() - 1));
        assertTrue(
            usage.contains("Usage: ./nutgraf " + name), () -> document + ": no command " + name);
        for (MatchResult option : matches(OPTION, command.group(1))) {
          assertTrue(
              usage.contains(option.group()),
              () -> document + ": " + command.group() + ": no option " + option.group());
        }
      }
    }
  }

  @Test
  void linksToFilesAndHeadingsThatExist() throws IOException {
    for (Path document : documents()) {
      for (MatchResult link : matches(LINK, Files.readString(document))) {
        String target = link.group(1);
        if (target.contains("://")) {
          continue;
        }
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? document : document.resolveSibling(path).normalize();
        assertTrue(Files.exists(file), () -> document + " links to " + target);
        if (hash >= 0) {
          assertTrue(
              anchors(file).contains(target.substring(hash + 1)),
              () -> document + " links to " + target);
        }
      }
    }
  }

  @Test
  void namesFilesThatExist() throws IOException {
    for (Path document : documents()) {
      for (MatchResult path : matches(REPOSITORY_PATH, Files.readString(document))) {
        assertTrue(Files.exists(Path.of(path.group())), () -> document + " names " + path.group());
      }
    }
  }

  @Test
  void namesClassesAndParametersThatExist() throws IOException {
    Set<String> known = new TreeSet<>(CLASSES_OF_OTHERS);
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      sources
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> known.add(name.replace(".java", "")));
    }
    String template = Files.readString(Path.of("template.yaml"));
    for (Path document : documents()) {
      for (MatchResult name : matches(CLASS, Files.readString(document))) {
        assertTrue(
            known.contains(name.group(1)) || template.contains(name.group(1)),
            () -> document + " names " + name.group(1));
      }
    }
  }

  private static boolean isCommand(String word) {
    return word.matches("[a-z][a-z-]*");
  }

  /** Asserts that every field shown has the value written, and that lists start alike. */
  private static void assertContains(JsonNode written, JsonNode shown, String path) {
    if (shown.isObject()) {
      shown
          .properties()
          .forEach(
              field ->
                  assertContains(
                      written.path(field.getKey()), field.getValue(), path + "/" + field.getKey()));
    } else if (shown.isArray() && !shown.isEmpty()) {
      for (int i = 0; i < shown.size(); i++) {
        assertContains(written.path(i), shown.get(i), path + "/" + i);
      }
    } else {
      assertEquals(written, shown, path);
    }
  }

  /** Runs the local command and returns what it prints. */
  private static String run(String... args) {
    PrintStream out = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(captured, true, UTF_8));
      assertEquals(0, Main.run(args), () -> String.join(" ", args));
    } finally {
      System.setOut(out);
    }
    return captured.toString(UTF_8);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> root = Files.list(Path.of(""));
        Stream<Path> docs = Files.list(Path.of("docs"))) {
      List<Path> documents =
          Stream.concat(root, docs)
              .filter(path -> path.toString().endsWith(".md"))
              .sorted()
              .toList();
      assertFalse(documents.isEmpty());
      return documents;
    }
  }

  /** The fenced blocks of README.md in a language. */
  private static List<String> blocks(String language) {
    return matches(FENCE, readme).stream()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** The cells of the first table after a heading of README.md, without its head. */
  private static List<List<String>> rows(String heading) {
    return readme
        .substring(readme.indexOf(heading + "\n"))
        .lines()
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .toList();
  }

  private static String code(String cell) {
    return first("^`([^`]*)`$", cell);
  }

  private static List<String> anchors(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\w\\s-]", "").replace(' ', '-'))
        .toList();
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " isn't in " + text);
    return matcher.group(1);
  }
}
