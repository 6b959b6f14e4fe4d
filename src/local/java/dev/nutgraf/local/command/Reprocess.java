package dev.nutgraf.local.command;

import dev.nutgraf.lambda.Application;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.ProjectFolder;
import dev.nutgraf.local.deployment.Reprocessing;
import dev.nutgraf.local.deployment.Reprocessing.Plan;
import dev.nutgraf.local.deployment.Reprocessing.Totals;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Reconciles every article, as the scheduled job does. */
@Command(
    name = "reprocess",
    description = {
      "Repairs every summary that doesn't match its article, as the scheduled job does.",
      "Works on the buckets of --stack, or on ARTICLE_BUCKET and SUMMARY_BUCKET if the environment"
          + " has them, with the settings of the stack or the environment; it prints both. Otherwise"
          + " it works on an S3 server in this JVM with the given files, --out and the options of"
          + " the summaries."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Reprocess implements Callable<Integer> {
  private static final int FAILURES_SHOWN = 20;

  /** The options that a run on buckets uses. */
  private static final Set<String> ON_BUCKETS =
      Set.of("--stack", "--prefix", "--force", "--dry-run", "--yes");

  @Parameters(
      paramLabel = "FILE-or-DIR",
      description = "Articles for the S3 server in this JVM; seeds/ by default.")
  private List<Path> inputs = List.of(ProjectFolder.SEEDS);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The deployed stack whose buckets and settings are used, in AWS_REGION.")
  private String stack = "";

  @Option(
      names = "--prefix",
      paramLabel = "P",
      description = "Only articles whose keys start with P.")
  private String prefix = "";

  @Option(names = "--force", description = "Write outputs again that are up to date already.")
  private boolean force;

  @Option(names = "--dry-run", description = "Write nothing; report what would be written.")
  private boolean dryRun;

  @Option(
      names = "--yes",
      description = "Write even if most documents are of other settings or another version.")
  private boolean yes;

  @Mixin private DeploymentOptions options = new DeploymentOptions();

  private final Map<String, String> environment;

  private Reprocess() {
    this(System.getenv());
  }

  /** Creates the command with environment variables. */
  Reprocess(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws Exception {
    if (!stack.isEmpty() || ReprocessSettings.hasBucket(environment)) {
      refuseIgnoredArguments();
      return reprocess(settings());
    }
    System.err.print(options.ignoredVariables());
    ArticleFiles articles = ArticleFiles.of(inputs, options.out());
    articles.problems().stream().map(Printable::of).forEach(System.err::println);
    System.err.print(RunReport.skipped(articles.skipped()));
    try (LocalDeployment deployment = LocalDeployment.start(0, options.settings())) {
      put(articles, deployment.s3());
      int status = reprocess(deployment.reprocessing());
      return articles.problems().isEmpty() ? status : 1;
    }
  }

  /** Refuses what only a local run uses. */
  private void refuseIgnoredArguments() {
    ParseResult parsed = spec.commandLine().getParseResult();
    Stream.concat(
            parsed.matchedOptions().stream().map(OptionSpec::longestName),
            parsed.matchedPositionals().stream().map(ArgSpec::paramLabel))
        .filter(argument -> !ON_BUCKETS.contains(argument))
        .findFirst()
        .ifPresent(
            argument -> {
              throw usage(
                  "%s has no effect on the buckets of %s; the articles and settings are theirs."
                      .formatted(
                          argument,
                          stack.isEmpty()
                              ? "ARTICLE_BUCKET and SUMMARY_BUCKET"
                              : "the stack \"" + stack + '"'));
            });
  }

  private ReprocessSettings settings() {
    try {
      return stack.isEmpty()
          ? ReprocessSettings.ofEnvironment(environment)
          : ReprocessSettings.ofStack(stack, environment);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int reprocess(ReprocessSettings settings) throws IOException, InterruptedException {
    String articlePrefix = settings.environment().getOrDefault("ARTICLE_PREFIX", "");
    if (!prefix.isEmpty() && !prefix.startsWith(articlePrefix)) {
      throw usage("--prefix must start with ARTICLE_PREFIX, which is " + articlePrefix);
    }
    System.out.print(settings.describe());
    Files.createDirectories(ProjectFolder.LOG.getParent());
    try (S3Client s3 = Application.s3(settings.environment());
        PrintStream log =
            new PrintStream(
                Files.newOutputStream(ProjectFolder.LOG), true, StandardCharsets.UTF_8)) {
      Reprocessing reprocessing = new Reprocessing(s3, settings.environment(), log::println);
      return dryRun || yes || isExpected(reprocessing) ? reprocess(reprocessing) : 1;
    } catch (SdkException e) {
      throw new IOException(
          "Can't reprocess %s: %s.".formatted(settings.place(), Problem.of(e)), e);
    }
  }

  /** Returns whether at most half of the first documents are of other settings or articles. */
  private boolean isExpected(Reprocessing reprocessing) throws InterruptedException {
    Totals totals = new Totals();
    reprocessing.run(
        Plan.sample(prefix),
        new Reprocessing.Listener() {
          @Override
          public void found(int articles) {
            // A sample shows no progress.
          }

          @Override
          public void done(String key, String outcome, String message) {
            totals.add(outcome);
          }
        });
    int withOutputs = totals.articles() - totals.articles("(new)") - totals.articles("failed");
    int rewritten = totals.articles("(stale-engine)");
    int removed = totals.articles("(orphan)");
    if (2 * (rewritten + removed) <= withOutputs) {
      return true;
    }
    System.err.printf(
        Locale.ROOT,
        "Nothing was written. Of the first %,d summaries, %,d are of another version or other"
            + " settings and would be rewritten, and %,d have no article and would be deleted.%n"
            + "Check the buckets and settings above; --stack NAME takes those of a stack, and"
            + " --dry-run counts all articles. To write nevertheless, add --yes.%n",
        withOutputs,
        rewritten,
        removed);
    return false;
  }

  private static void put(ArticleFiles articles, S3Client s3) throws IOException {
    for (Map.Entry<String, Path> file : articles.files().entrySet()) {
      s3.putObject(
          put -> put.bucket(LocalDeployment.ARTICLES).key(file.getKey()),
          RequestBody.fromFile(file.getValue()));
    }
  }

  @SuppressWarnings("try") // OnInterrupt is only closed
  private int reprocess(Reprocessing reprocessing) throws InterruptedException {
    Totals totals = new Totals();
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    try (OnInterrupt interrupted = new OnInterrupt(() -> print(totals, start, true));
        ProgressBar bar =
            TerminalProgress.bar(dryRun ? "Checking" : "Reconciling", "articles", 0)) {
      reprocessing.run(
          new Plan(prefix, force, dryRun),
          new Reprocessing.Listener() {
            private long found;

            @Override
            public synchronized void found(int articles) {
              found += articles;
              bar.maxHint(found);
              bar.setExtraMessage("");
            }

            @Override
            public void done(String key, String outcome, String message) {
              if (outcome.isEmpty()) {
                return;
              }
              totals.add(outcome);
              bar.step();
              if (bar.getCurrent() == bar.getMax()) {
                bar.setExtraMessage(" looking for summaries without an article");
              }
              if (!message.isEmpty()) {
                failures.add(Printable.of(key + ": " + message));
              }
            }
          });
      bar.setExtraMessage("");
    }
    print(totals, start, false);
    failures.stream().limit(FAILURES_SHOWN).forEach(System.err::println);
    if (failures.size() > FAILURES_SHOWN) {
      System.err.printf("... and %,d more%n", failures.size() - FAILURES_SHOWN);
    }
    return failures.isEmpty() ? 0 : 1;
  }

  private static void print(Totals totals, long start, boolean interrupted) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s%n%s%,d %s in %.1f s, %,.0f a second%n",
        interrupted ? "\nStopped; run it again to continue. So far:" : "",
        totals,
        totals.articles(),
        totals.articles() == 1 ? "article" : "articles",
        seconds,
        totals.articles() / seconds);
  }
}
