package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder of stub commands that precedes the others on the PATH of a script. A stub records its
 * calls in the file {@code calls} of the folder.
 */
final class StubCli {
  private static final int MAX_SECONDS = 120;

  private final Path bin;

  /** Creates the folder's list of calls. Skips the test if bash or a tool isn't installed. */
  StubCli(Path bin, String... tools) throws IOException {
    List<String> needed = new ArrayList<>(List.of(tools));
    needed.add("bash");
    for (String tool : needed) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
          tool + " is not installed");
    }
    this.bin = bin;
    Files.createFile(bin.resolve("calls"));
  }

  /** Adds a command with a bash script; {@code $here} is the folder. */
  void add(String command, String script) throws IOException {
    Path file =
        Files.writeString(
            bin.resolve(command), "#!/usr/bin/env bash\nhere=$(dirname \"$0\")\n" + script);
    assertTrue(file.toFile().setExecutable(true));
  }

  /** Runs bash and returns its exit status and what it printed. */
  String bash(String... arguments) throws Exception {
    ProcessBuilder script = new ProcessBuilder();
    script.command().add("bash");
    script.command().addAll(List.of(arguments));
    script
        .environment()
        .merge("PATH", bin.toString(), (path, own) -> own + File.pathSeparator + path);
    script.redirectError(bin.resolve("errors").toFile());
    script.redirectOutput(bin.resolve("printed").toFile());
    Process process = script.start();
    if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The script still runs after " + MAX_SECONDS + " seconds.");
    }
    return process.exitValue() + ": " + Files.readString(bin.resolve("printed")).strip();
  }

  List<String> calls() throws IOException {
    return Files.readAllLines(bin.resolve("calls"));
  }

  String errors() throws IOException {
    return Files.readString(bin.resolve("errors"));
  }
}
