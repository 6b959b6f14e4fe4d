package dev.nutgraf.local.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.summary.MetadataSchema;
import dev.nutgraf.summary.Summarizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
final class MainTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

  private static final String ARTICLE =
      """
      The library of Port Elsie opens on Sundays from May. The council voted for it on Monday.

      It costs the town some $40,000 a year. Readers had asked for it since 2019.
      """;

  @TempDir private Path folder = Path.of("");

  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void captureOutput() {
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void restoreOutput() {
    System.setOut(systemOut);
    System.setErr(systemErr);
  }

  @Test
  void printsEverySummaryAndLeavesTheObjectsOfTheSummaryBucket() throws IOException {
    write("in/a b+c.txt", ARTICLE);
    write("in/deep/ü.txt", ARTICLE);
    assertEquals(0, run(folder.resolve("in")));
    assertTrue(printed(out).contains("The library of Port Elsie opens on Sundays from May."));
    String summary = Files.readString(folder.resolve("out/a b+c.txt.summary.txt"));
    assertEquals(3, summary.lines().count());
    MetadataSchema.assertValid(Files.readAllBytes(folder.resolve("out/deep/ü.txt.metadata.json")));
  }

  @Test
  void saysWhichFileIsMissingAndStillDoesTheOthers() throws IOException {
    Path there = write("in/a.txt", ARTICLE);
    assertEquals(1, run(folder.resolve("in/missing.txt"), there));
    assertTrue(printed(err).contains("missing.txt: no such file"), printed(err));
    assertTrue(Files.exists(folder.resolve("out/a.txt.summary.txt")));
  }

  @Test
  void saysThatAFolderHoldsNoFiles() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    assertEquals(1, run(folder.resolve("in")));
    assertTrue(printed(err).contains("has no files"), printed(err));
  }

  @Test
  void keepsTwoFilesOfOneNameApart() throws IOException {
    Path first = write("x/a.txt", ARTICLE);
    Path second = write("y/a.txt", ARTICLE.replace("Port Elsie", "Graz"));
    assertEquals(0, run(first, second));
    assertTrue(printed(out).contains("Port Elsie") && printed(out).contains("Graz"));
  }

  @Test
  void printsNoControlCharactersOfAnArticle() throws IOException {
    write("in/a\u001b[31m.txt", ARTICLE.replace("Port Elsie", "Port\u001b[2J Elsie"));
    Path missing = folder.resolve("in/\u0007missing.txt");
    assertEquals(1, run(folder.resolve("in"), missing));
    String all = printed(out) + printed(err);
    assertTrue(all.contains("Elsie") && all.contains("missing.txt: no such file"), all);
    assertEquals("", all.replaceAll("[^\\x00-\\x09\\x0B-\\x1F\\x7F]", ""));
  }

  @Test
  void refusesAFileAsFolderOfTheSummaries() throws IOException {
    Path file = write("in/a.txt", ARTICLE);
    for (String command : new String[] {"serve", file.toString()}) {
      assertEquals(1, Main.run(command, "--out", file.toString()));
      assertTrue(printed(err).contains("a.txt is a file; --out needs a folder"), printed(err));
    }
    assertEquals(ARTICLE, Files.readString(file));
  }

  @Test
  void summarizesTheOthersWhereTheLocaleCannotShowAName() throws Exception {
    write("in/a.txt", ARTICLE);
    write("in/h\u00e4fen.txt", ARTICLE);
    write("in/h\u00f6fen.txt", ARTICLE);
    Path printed = folder.resolve("printed");
    ProcessBuilder main =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                folder.resolve("in").toString(),
                "--out",
                folder.resolve("out").toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    main.environment().put("LC_ALL", "C");
    int status = main.start().waitFor();
    String text = Files.readString(printed, ISO_8859_1);
    assertEquals(0, status, text);
    assertEquals(4, text.split("Port Elsie opens", -1).length, text);
  }

  @Test
  void addsTheReasonsOfEachSentenceToTheMetadataOnRequest() throws IOException {
    String file = write("in/a.txt", ARTICLE).toString();
    String plain = folder.resolve("plain").toString();
    String explained = folder.resolve("explained").toString();
    assertEquals(0, Main.run(file, "--out", plain));
    assertEquals(0, Main.run(file, "--out", explained, "--explain"));
    assertFalse(Files.readString(Path.of(plain, "a.txt.metadata.json")).contains("reasons"));
    assertTrue(Files.readString(Path.of(explained, "a.txt.metadata.json")).contains("reasons"));
  }

  @Test
  void passesTheLimitsToTheFunction() throws IOException {
    String file = write("in/a.txt", ARTICLE).toString();
    String limited = folder.resolve("limited").toString();
    assertEquals(
        0, Main.run(file, "--out", limited, "--max-words", "40", "--max-characters", "300"));
    String metadata = Files.readString(Path.of(limited, "a.txt.metadata.json"));
    assertTrue(metadata.contains("\"maxWords\":40,\"maxCharacters\":300"), metadata);
  }

  @Test
  void printsWhyAnArticleIsRejected() throws IOException {
    Path empty = write("in/empty.txt", "");
    assertEquals(0, run(empty));
    assertTrue(printed(out).contains("Rejected: "), printed(out));
    assertFalse(Files.exists(folder.resolve("out/empty.txt.summary.txt")));
    assertTrue(Files.exists(folder.resolve("out/empty.txt.metadata.json")));
  }

  @Test
  void pointsToTheFilesOfANameThatCannotBeAFile() throws IOException {
    Path odd = write("in/a\\b.txt", ARTICLE);
    assertEquals(0, run(odd));
    List<String> places = printed(out).lines().filter(line -> line.startsWith("  -> ")).toList();
    assertEquals(3, places.size(), printed(out));
    for (String place : places) {
      Path file = Path.of(place.substring("  -> ".length(), place.indexOf(" (")));
      assertTrue(Files.exists(file), place);
    }
    assertTrue(places.get(0).endsWith(" (summary.txt)"), places.get(0));
  }

  @Test
  void printsTheWarningsOfAnArticle() throws IOException {
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "Köln öffnet die Brücke für Fußgänger.".getBytes(ISO_8859_1));
    assertEquals(0, run(latin));
    assertTrue(printed(out).contains("  Warning: No character set"), printed(out));
    assertTrue(printed(err).contains("Warning charset-guessed: 1, such as "), printed(err));
  }

  @Test
  void saysWhyAnOutputCannotBeWritten() throws IOException {
    Path file = write("in/a.txt", ARTICLE);
    Files.createDirectories(folder.resolve("out/a.txt.summary.txt/in the way"));
    write("out/%odd", "in the way");
    assertEquals(1, run(file));
    String failure =
        "%s: The local S3 can't write \"a.txt.summary.txt\" to the folder %s ("
            .formatted(file, folder.resolve("out"));
    assertTrue(printed(err).contains(failure), printed(err));
  }

  @Test
  void printsTheSameAgainIfTheOutputsAreAmongTheArticles() throws IOException {
    write("in/a.txt", ARTICLE);
    String in = folder.resolve("in").toString();
    assertEquals(0, Main.run(in, "--out", in));
    String first = printed(out);
    out.reset();
    assertEquals(0, Main.run(in, "--out", in));
    assertEquals(first, printed(out));
    assertTrue(printed(err).contains("Skipped 3 written by an earlier run: "), printed(err));
  }

  @Test
  void endsWithAReportForATicket() throws IOException {
    for (int i = 0; i < 30; i++) {
      write("in/a" + i + ".txt", ARTICLE.repeat(2));
    }
    write("in/empty.txt", "");
    write("in/short.txt", "The library opens in May.");
    write("in/.DS_Store", "");
    assertEquals(0, run(folder.resolve("in")));
    String report = printed(err).replaceFirst("in [\\d.]+ s", "in 1.0 s");
    assertEquals(
        """
        nutgraf %1$s: 32 files in 1.0 s: 30 summarized, 1 short, 1 rejected, 0 failed
        Short: no more sentences than a summary may have; the summary is all of them.
        Skipped 1 hidden: %2$s/in/.DS_Store
        Rejected (1):
          1 empty: The file contains no text.
            %2$s/in/empty.txt
        """
            .formatted(Summarizer.version(), folder),
        report);
  }

  @Test
  void reportsTwentyBadFilesOfAThousandByReason() throws IOException {
    for (int i = 0; i < 980; i++) {
      write("in/%d/a%d.txt".formatted(i % 10, i), ARTICLE.repeat(2) + i);
    }
    for (int i = 0; i < 8; i++) {
      write("in/empty%d.txt".formatted(i), " ");
      Files.write(folder.resolve("in/picture%d.txt".formatted(i)), PNG);
    }
    for (int i = 0; i < 4; i++) {
      write("in/table%d.json".formatted(i), "{\"broken\": ");
    }
    assertEquals(0, run(folder.resolve("in")));
    String report = printed(err).replaceFirst("in [\\d.]+ s", "in 9.9 s");
    assertEquals(20, report.lines().filter(line -> line.startsWith("    " + folder)).count());
    assertEquals(
        List.of(
            "nutgraf %s: 1,000 files in 9.9 s: 980 summarized, 0 short, 20 rejected, 0 failed"
                .formatted(Summarizer.version()),
            "Rejected (20):",
            "  8 binary: The file looks like a PNG picture; plain text, HTML, Markdown and JSON"
                + " articles are accepted, with or without gzip.",
            "  8 empty: The file contains no text.",
            "  4 malformed: The JSON is invalid at line 1, column 12: Unexpected end-of-input"
                + " within/between Object entries"),
        report.lines().filter(line -> !line.startsWith("    ")).toList());
  }

  @Test
  void drawsNoProgressBarIntoARedirectedStream() throws Exception {
    for (int i = 0; i < 30; i++) {
      write("in/a" + i + ".txt", ARTICLE);
    }
    Path report = folder.resolve("report");
    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                folder.resolve("in").toString(),
                "--out",
                folder.resolve("out").toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(report.toFile())
            .start()
            .waitFor();
    String text = Files.readString(report);
    assertEquals(0, status, text);
    assertTrue(text.startsWith("nutgraf ") && text.lines().count() == 1, text);
    assertFalse(text.contains("\u001b") || text.contains("\r"), text);
  }

  @Test
  void printsItsVersion() {
    for (String[] args : new String[][] {{"--version"}, {"serve", "-V"}, {"dev", "train", "-V"}}) {
      out.reset();
      assertEquals(0, Main.run(args));
      assertTrue(printed(out).startsWith("nutgraf " + Summarizer.version()), printed(out));
    }
  }

  @Test
  void showsSynopsesThatCanBeTyped() {
    assertEquals(0, Main.run("serve", "--help"));
    assertTrue(printed(out).startsWith("Usage: ./nutgraf serve ["), printed(out));
  }

  @Test
  void namesTheOptionThatIsWrongAndTheHelp() throws IOException {
    assertUsage("--port takes 0 (a free port) to 65535, not 70000", "serve", "--port", "70000");
    assertUsage("--page-port takes 0 (a free port)", "serve", "--page-port", "-1");
    assertUsage("Missing required parameter: 'DATA.jsonl'", "evaluate");
    assertTrue(printed(err).endsWith("Run ./nutgraf evaluate --help for what it takes.\n"));
  }

  private void assertUsage(String message, String... args) {
    assertEquals(2, Main.run(args));
    assertTrue(printed(err).contains(message), printed(err));
  }

  @Test
  void namesTheFileOfEvaluateThatCannotBeRead() throws IOException {
    Path missing = folder.resolve("missing.jsonl");
    assertEquals(1, Main.run("evaluate", missing.toString()));
    assertEquals(missing + ": no such file or folder\n", printed(err));
    Path broken = write("broken.jsonl", "{\"id\":1,\"text\":\"a\"}\n{broken\n");
    assertEquals(1, Main.run("evaluate", broken.toString()));
    assertTrue(printed(err).contains(broken + ", line 2: expected an object"), printed(err));
    Path latin = folder.resolve("latin.jsonl");
    Files.write(latin, "Köln".getBytes(ISO_8859_1));
    assertEquals(1, Main.run("evaluate", latin.toString()));
    assertTrue(printed(err).contains(latin + ": this file isn't UTF-8\n"), printed(err));
    assertEquals(1, Main.run("evaluate", folder.toString()));
    assertTrue(printed(err).contains(folder + ": this is a folder"), printed(err));
  }

  @Test
  void namesThePortThatIsTaken() {
    try (LocalS3 other = LocalS3.start()) {
      String port = Integer.toString(other.endpoint().getPort());
      String out = folder.resolve("out").toString();
      assertEquals(1, Main.run("serve", "--port", port, "--out", out));
      assertEquals(1, Main.run("serve", "--page-port", port, "--out", out));
      assertEquals(
          """
          S3 can't listen on 127.0.0.1:%1$s: another program uses this port. Choose another with --port or --host.
          The page can't listen on 127.0.0.1:%1$s: another program uses this port. Choose another with --page-port.
          """
              .formatted(port),
          printed(err));
    }
  }

  @Test
  void saysWhichOptionValueIsNotAllowed() throws IOException {
    Path file = write("in/a.txt", ARTICLE);
    assertEquals(2, Main.run(file.toString(), "--sentences", "21"));
    assertTrue(printed(err).contains("--sentences takes 1 to 20, not 21"), printed(err));
    assertEquals(2, Main.run(file.toString(), "--sentences", "many"));
    assertEquals(2, Main.run(file.toString(), "--max-words", "-1"));
    assertTrue(printed(err).contains("--max-words takes 0 to 100000, not -1"), printed(err));
    assertEquals(2, Main.run("evaluate", file.toString(), "--max-characters", "100001"));
    assertEquals(2, Main.run("--no-such-option"));
    assertUsage("--out needs the name of a folder", file.toString(), "--out", "");
  }

  @Test
  void reprocessesFolderAndCountsTheOutcomes() throws IOException {
    write("in/a.txt", ARTICLE);
    write("in/empty.txt", "");
    assertEquals(0, reprocess("--no-html"));
    assertEquals("1 rejected (new) 1 summarized (new) 2 articles", counts());
    assertTrue(Files.exists(folder.resolve("out/a.txt.summary.txt")));
  }

  @Test
  void reprocessingDryTellsTheSameAndLeavesNothing() throws IOException {
    write("in/a.txt", ARTICLE);
    assertEquals(0, reprocess("--dry-run"));
    assertEquals("1 summarized (new) 1 article", counts());
    assertFalse(Files.exists(folder.resolve("out/a.txt.summary.txt")));
  }

  @Test
  void reprocessingCountsWhatAFolderHasBesidesArticles() throws IOException {
    write("in/a.txt", ARTICLE);
    write("in/.DS_Store", "");
    assertEquals(0, reprocess());
    assertEquals("1 summarized (new) 1 article", counts());
    assertEquals("Skipped 1 hidden: " + folder.resolve("in/.DS_Store") + "\n", printed(err));
  }

  @Test
  void reprocessesOnlyArticlesWithThePrefix() throws IOException {
    write("in/a.txt", ARTICLE);
    write("in/b.txt", ARTICLE);
    assertEquals(0, reprocess("--prefix", "b", "--dry-run"));
    assertEquals("1 summarized (new) 1 article", counts());
  }

  private int reprocess(String... options) {
    List<String> args = new ArrayList<>(List.of("reprocess", folder.resolve("in").toString()));
    args.addAll(List.of("--out", folder.resolve("out").toString()));
    args.addAll(List.of(options));
    return Main.run(args.toArray(String[]::new));
  }

  /** What was counted, without how long it took. */
  private String counts() {
    return printed(out).replaceAll("\\s+", " ").replaceAll(" in [\\d.]+ s.*", "").strip();
  }

  private int run(Path... inputs) {
    String[] args = new String[inputs.length + 2];
    for (int i = 0; i < inputs.length; i++) {
      args[i] = inputs[i].toString();
    }
    args[inputs.length] = "--out";
    args[inputs.length + 1] = folder.resolve("out").toString();
    return Main.run(args);
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static String printed(ByteArrayOutputStream stream) {
    return stream.toString(UTF_8);
  }
}
