package dev.nutgraf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script {@code nutgraf} in a small project, with a stand-in for Maven. */
final class NutgrafScriptTest {
  private static final String FIRST_RUN = "The first run compiles with Maven, which downloads";
  private static final String MAVEN = "(Maven runs)";

  @TempDir private Path folder = Path.of("");
  private Path project = Path.of("");
  private Path source = Path.of("");
  private Path tools = Path.of("");

  @BeforeEach
  void createProject() throws IOException {
    project = Files.createDirectories(folder.resolve("my project"));
    Files.copy(Path.of("nutgraf"), project.resolve("nutgraf"));
    assertTrue(project.resolve("nutgraf").toFile().setExecutable(true));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.createDirectories(project.resolve("src/local"));
    source = Files.createDirectories(project.resolve("src/main")).resolve("A.java");
    Files.writeString(source, "");
    tools = Files.createDirectories(folder.resolve("bin"));
    maven(
        """
        for argument do
          case $argument in
            -Dexec.outputFile=*) echo '%s' >"${argument#*=}" ;;
          esac
        done
        """
            .formatted(existing(System.getProperty("java.class.path"))));
  }

  @Test
  void saysBeforeTheFirstRunThatMavenDownloads() throws Exception {
    String printed = run(0, "--version");
    assertTrue(printed.startsWith(FIRST_RUN), printed);
    assertTrue(printed.contains("133 MB") && printed.contains("40 seconds"), printed);
    assertTrue(printed.indexOf(FIRST_RUN) < printed.indexOf(MAVEN), printed);
    assertTrue(printed.contains("nutgraf "), printed);
  }

  @Test
  void startsJavaDirectlyUntilASourceChanges() throws Exception {
    run(0, "--version");
    assertTrue(run(0, "--version").startsWith("nutgraf "));
    FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 10_000);
    Files.setLastModifiedTime(source, later);
    String printed = run(0, "--version");
    assertTrue(printed.startsWith("Compiling the changed sources with Maven"), printed);
  }

  @Test
  void compilesAgainIfALibraryIsGone() throws Exception {
    run(0, "--version");
    Path classpath = project.resolve("target/local/classpath");
    FileTime time = Files.getLastModifiedTime(classpath);
    Files.writeString(classpath, Files.readString(classpath).strip() + ":/no/such/library.jar");
    Files.setLastModifiedTime(classpath, time);
    assertTrue(run(0, "--version").contains(MAVEN));
  }

  @Test
  void passesArgumentsWithSpacesAndRunsFromAnyFolder() throws Exception {
    Files.writeString(folder.resolve("two  words.txt"), "The library opens in May.");
    String printed = run(0, "two  words.txt", "--out", "the out");
    assertTrue(printed.contains("The library opens in May."), printed);
    assertTrue(Files.exists(folder.resolve("the out/two  words.txt.summary.txt")));
    assertFalse(Files.exists(folder.resolve("target")));
    assertTrue(Files.exists(project.resolve("target/local/function.log")));
  }

  @Test
  void failsWithMavenAndCompilesTheNextTime() throws Exception {
    maven("exit 3");
    assertFalse(run(3, "--version").contains("nutgraf 0"));
    assertTrue(run(3, "--version").startsWith(FIRST_RUN));
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Files.delete(tools.resolve("mvn"));
    for (String tool : List.of("sh", "dirname", "cat", "head", "find", "mkdir")) {
      Files.copy(toolOfSystem(tool), tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
    }
    String printed = run(tools.toString(), 1, "--version");
    assertTrue(printed.startsWith("nutgraf: Maven isn't installed"), printed);
  }

  private static Path toolOfSystem(String name) throws IOException {
    Path tool = Path.of("/bin", name);
    return (Files.exists(tool) ? tool : Path.of("/usr/bin", name)).toRealPath();
  }

  /** Returns the entries of a class path that exist. */
  private static String existing(String classpath) {
    return Arrays.stream(classpath.split(File.pathSeparator))
        .filter(entry -> Files.exists(Path.of(entry)))
        .collect(Collectors.joining(":"));
  }

  private void maven(String script) throws IOException {
    Path mvn = tools.resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\necho '" + MAVEN + "'\n" + script);
    assertTrue(mvn.toFile().setExecutable(true));
  }

  private String run(int status, String... args) throws Exception {
    return run(tools + ":" + System.getenv("PATH"), status, args);
  }

  private String run(String path, int status, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(project.resolve("nutgraf").toString()));
    command.addAll(List.of(args));
    ProcessBuilder script =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    script.environment().put("PATH", path);
    script.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = script.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(status, process.waitFor(), printed);
    return printed;
  }
}
