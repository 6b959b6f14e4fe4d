package dev.nutgraf.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.ProjectFolder;
import dev.nutgraf.local.dev.Dev;
import dev.nutgraf.local.evaluate.Evaluate;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The local command: {@code ./nutgraf ...}, or {@code mvn -q -Plocal -Dargs="..."}. */
@Command(
    name = "./nutgraf",
    description = "Summarizes files, those of seeds/ by default, on an S3 server in this JVM.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "With Maven alone: mvn -q -Plocal -Dargs=\"serve --port 9000\"",
      "Functions' environment variables, such as SUMMARY_SENTENCES, set the options' defaults."
    },
    subcommands = {Serve.class, Reprocess.class, CheckEndpoint.class, Evaluate.class, Dev.class})
public final class Main implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE-or-DIR",
      description =
          "Articles or folders of articles. Hidden files, links and the outputs of an earlier run"
              + " are skipped in folders.")
  private List<Path> inputs = List.of(ProjectFolder.SEEDS);

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
    CommandLine line = new CommandLine(new Main());
    setVersion(line);
    return line.setParameterExceptionHandler((exception, given) -> refuse(exception))
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> {
              System.err.println(Printable.of(Problem.of(exception)));
              return 1;
            })
        .execute(args);
  }

  private static int refuse(ParameterException problem) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    System.err.println(Printable.of(String.valueOf(problem.getMessage())));
    UnmatchedArgumentException.printSuggestions(problem, new PrintWriter(System.err, true, UTF_8));
    System.err.println("Run " + command + " --help for what it takes.");
    return problem.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Sets the version of a command and of the commands below it. */
  private static void setVersion(CommandLine line) {
    line.getCommandSpec().versionProvider(new Versions());
    line.getSubcommands().values().forEach(Main::setVersion);
  }

  @Override
  @SuppressWarnings("try") // OnInterrupt is only closed
  public Integer call() throws Exception {
    System.err.print(options.ignoredVariables());
    ArticleFiles articles = ArticleFiles.of(inputs, options.out());
    long start = System.nanoTime();
    try (LocalDeployment deployment = LocalDeployment.start(0, options.settings())) {
      SummarizeFiles job = new SummarizeFiles(deployment, System.out);
      RunReport report;
      try (OnInterrupt interrupted =
          new OnInterrupt(() -> System.err.println(job.stopped(options.out())))) {
        report = job.run(articles);
      }
      System.out.flush();
      System.err.print(report.describe(articles.skipped(), (System.nanoTime() - start) / 1e9));
      return report.isComplete() ? 0 : 1;
    }
  }
}
