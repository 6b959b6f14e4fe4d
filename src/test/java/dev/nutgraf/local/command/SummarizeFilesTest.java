package dev.nutgraf.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.deployment.DeploymentSettings;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.S3Call;
import dev.nutgraf.local.s3.S3Operation;
import dev.nutgraf.summary.EngineSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummarizeFilesTest {
  @TempDir private Path folder = Path.of("");

  private Optional<SummarizeFiles> job = Optional.empty();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void printsTheOthersIfADocumentCannotBePrinted() throws Exception {
    String report =
        run(
            call ->
                call.operation() == S3Operation.GET_OBJECT
                        && call.key().equals("bad.txt.metadata.json")
                    ? Optional.of(new Fault.ErrorResponse(403, "AccessDenied", false))
                    : Optional.empty());
    assertProblem(report, "bad.txt: can't print the summary, which is in ");
    assertTrue(Files.exists(folder.resolve("out/bad.txt.metadata.json")));
  }

  @Test
  void printsTheOthersIfAFileDoesNotFitIntoMemory() throws Exception {
    String report =
        run(
            call -> {
              if (call.operation() == S3Operation.PUT_OBJECT && call.key().equals("bad.txt")) {
                throw new OutOfMemoryError("Java heap space");
              }
              return Optional.empty();
            });
    assertProblem(
        report, "bad.txt: S3 answered 400 EntityTooLarge: The object doesn't fit into the memory");
  }

  @Test
  void saysHowFarAnInterruptedRunCame() throws Exception {
    Files.createDirectories(folder.resolve("bad.txt"));
    run(call -> Optional.empty());
    assertEquals(
        "Stopped after 3 of 3 files. Their outputs are in out; another run starts from the first"
            + " file.",
        job.orElseThrow().stopped(Path.of("out")).strip());
  }

  @Test
  void printsTheOthersIfAFileCannotBeRead() throws Exception {
    Files.createDirectories(folder.resolve("bad.txt"));
    assertProblem(run(call -> Optional.empty()), "bad.txt: can't read this file");
  }

  private void assertProblem(String report, String text) {
    assertTrue(report.contains("2 short, 0 rejected, 1 failed\n"), report);
    assertTrue(report.contains("Failed (1):\n  " + folder + "/" + text), report);
    assertEquals(
        2, out.toString(UTF_8).split("The library opens", -1).length - 1, out.toString(UTF_8));
  }

  private String run(Function<S3Call, Optional<Fault>> faults) throws Exception {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String name : List.of("a.txt", "bad.txt", "c.txt")) {
      Path file = folder.resolve(name);
      if (!Files.isDirectory(file)) {
        Files.writeString(file, "The library opens in May. The council voted for it.");
      }
      files.put(name, file);
    }
    DeploymentSettings settings =
        new DeploymentSettings(EngineSettings.DEFAULT, folder.resolve("out"));
    try (LocalDeployment deployment = LocalDeployment.start(0, settings)) {
      deployment.server().injectFaults(faults);
      job = Optional.of(new SummarizeFiles(deployment, new PrintStream(out, true, UTF_8)));
      ArticleFiles articles = new ArticleFiles(files, List.of(), Map.of());
      RunReport outcome = job.get().run(articles);
      assertFalse(outcome.isComplete());
      return outcome.describe(Map.of(), 1);
    }
  }
}
