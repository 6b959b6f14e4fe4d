package dev.nutgraf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Types the commands of README.md into a shell, in a folder with the files that they name. The
 * classes of this build take the place of those that {@code ./nutgraf} and Maven would compile;
 * port 9000 becomes a free one. Lines that call the AWS CLI are left out where it isn't installed.
 *
 * <p>Every program is ended after {@value #MAX_SECONDS} seconds. A timeout of JUnit wouldn't do:
 * reading what a program prints can't be interrupted.
 */
final class NewcomerTest {
  private static final int MAX_SECONDS = 60;
  private static final Pattern BLOCK =
      Pattern.compile("^```(?:sh|text)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path folder = Path.of("");
  private List<String> blocks = List.of();

  @BeforeEach
  void prepare() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    blocks = BLOCK.matcher(readme).results().map(block -> block.group(1)).toList();
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    try (Stream<Path> articles = Files.list(Path.of("seeds"))) {
      for (Path article : articles.toList()) {
        Files.copy(article, seeds.resolve(article.getFileName()));
      }
    }
    String java =
        "exec '%s' -cp '%s' dev.nutgraf.local.command.Main"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"));
    script("nutgraf", java + " \"$@\"");
    Files.writeString(folder.resolve("article.html"), article("bridge"));
    Files.writeString(folder.resolve("my notes.md"), "The tower opens in May.\n");
    Path articles = Files.createDirectories(folder.resolve("folder"));
    Files.writeString(articles.resolve("empty.txt"), "");
    Files.writeString(articles.resolve("b.txt"), "The town hall opens in June.\n");
    Files.writeString(articles.resolve(".DS_Store"), "");
  }

  @Test
  void seesTheSummaryOfTheFirstCommand() throws Exception {
    assertEquals("./nutgraf\n", blocks.get(0));
    String printed = type(blocks.get(0));
    assertTrue(printed.contains(blocks.get(1)), printed);
    assertTrue(printed.contains(": 5 files in "), printed);
  }

  @Test
  void seesTheReportOnFilesWithSpacesInTheirNames() throws Exception {
    int own = indexOf("./nutgraf article.html");
    String printed = type(blocks.get(own));
    assertTrue(
        printed.replaceAll("in [\\d.]+ s", "in 1.2 s").contains(blocks.get(own + 1)), printed);
    assertTrue(Files.exists(folder.resolve("summaries/my notes.md.summary.txt")), printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void putsArticlesIntoServeAndStopsItWithSignal(String signal) throws Exception {
    // A build in the background ignores SIGINT, and its children inherit that unless it is reset.
    String reset = "env --default-signal=" + signal + " ";
    boolean resets = run(reset + "true >/dev/null 2>&1") == 0;
    assumeTrue(resets || signal.equals("TERM"), "env can't reset SIGINT (coreutils before 8.31)");
    int serve = indexOf("./nutgraf serve --port 9000\n");
    String port = Integer.toString(freePort());
    Process server =
        start("exec " + (resets ? reset : "") + blocks.get(serve).replace("9000", port));
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
      List<String> lines = new ArrayList<>();
      readUntil(out, lines, "Press Ctrl-C");
      type(withoutMissingTools(blocks.get(serve + 1).replace("9000", port)));
      if (isInstalled("aws")) {
        String shown = blocks.get(serve + 2).stripTrailing();
        readUntil(out, lines, shown);
      }
      assertEquals(0, run("kill -" + signal + " " + server.pid()));
      readUntil(out, lines, "The summaries stay in target/local/summaries.");
      assertTrue(server.waitFor(20, TimeUnit.SECONDS), "still running");
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void setsCredentialsInEveryBlockThatUploadsToServe() {
    for (String block : blocks) {
      if (block.contains("--endpoint-url")) {
        assertTrue(block.startsWith("export AWS_ACCESS_KEY_ID="), block);
      }
    }
  }

  private int indexOf(String start) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new AssertionError("README.md has no block that starts with " + start);
  }

  private static void readUntil(BufferedReader out, List<String> lines, String text)
      throws IOException {
    String line;
    do {
      line = out.readLine();
      assertTrue(line != null, () -> text + " isn't in " + lines);
      lines.add(line);
    } while (!line.startsWith(text));
  }

  /** Types commands and returns what they print; each must succeed. */
  private String type(String commands) throws IOException, InterruptedException {
    Process shell = start("set -e\n" + commands);
    String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, shell.waitFor(), commands + printed);
    return printed;
  }

  /** Starts commands, and ends them if they take too long: what they print then ends too. */
  private Process start(String commands) throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    CompletableFuture.delayedExecutor(MAX_SECONDS, TimeUnit.SECONDS)
        .execute(
            () -> {
              shell.descendants().forEach(ProcessHandle::destroyForcibly);
              shell.destroyForcibly();
            });
    return shell;
  }

  private static String withoutMissingTools(String commands) throws Exception {
    if (isInstalled("aws")) {
      return commands;
    }
    return commands
        .lines()
        .filter(line -> !line.startsWith("aws "))
        .reduce("", (a, b) -> a + b + "\n");
  }

  private static boolean isInstalled(String tool) throws Exception {
    return run(tool + " --version >/dev/null 2>&1") == 0;
  }

  private static int run(String command) throws Exception {
    return new ProcessBuilder("sh", "-c", command).start().waitFor();
  }

  private void script(String name, String command) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + command + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private static String article(String subject) {
    StringBuilder text = new StringBuilder("<html><body><article>\n");
    for (int i = 1; i < 9; i++) {
      text.append(
          "<p>The %s of Port Elsie got its pillar number %d last year.</p>\n"
              .formatted(subject, i));
    }
    return text.append("</article></body></html>\n").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
