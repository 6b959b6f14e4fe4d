package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.dev.Dev;
import dev.nutgraf.local.evaluate.Evaluate;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The local command: {@code mvn -q -Plocal -Dargs="..."}. */
@Command(
    name = "mvn -q -Plocal -Dargs=\"...\"",
    description = "Summarizes files, those of seeds/ by default, on an S3 server in this JVM.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {Serve.class, Reprocess.class, CheckEndpoint.class, Evaluate.class, Dev.class})
public final class Main implements Callable<Integer> {
  private static final Path DEFAULT_INPUT = Path.of("seeds");

  @Parameters(paramLabel = "FILE-or-DIR", description = "Articles or folders of articles.")
  private List<Path> inputs = List.of(DEFAULT_INPUT);

  @Mixin private DeploymentOptions options = new DeploymentOptions();

  private Main() {}

  /** Runs the main job or a subcommand and exits with its status. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * Runs the command that the arguments name, or else the main job, and returns its exit status.
   */
  public static int run(String... args) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (exception, line, parsed) -> {
              System.err.println(exception.getMessage());
              return 1;
            })
        .execute(args);
  }

  @Override
  public Integer call() throws Exception {
    ArticleFiles articles = ArticleFiles.of(inputs);
    List<String> problems;
    try (LocalDeployment deployment = LocalDeployment.start(0, options.settings())) {
      problems = new SummarizeFiles(deployment, System.out).run(articles.files());
    }
    Stream.concat(articles.problems().stream(), problems.stream())
        .map(Printable::of)
        .forEach(System.err::println);
    return problems.isEmpty() && articles.problems().isEmpty() ? 0 : 1;
  }
}
