package dev.nutgraf.local.command;

import dev.nutgraf.lambda.Application;
import dev.nutgraf.local.deployment.LocalDeployment;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Reconciles every article, as the scheduled job does. */
@Command(
    name = "reprocess",
    description = {
      "Repairs every summary that doesn't match its article, as the scheduled job does.",
      "Works on ARTICLE_BUCKET and SUMMARY_BUCKET if the environment has them, otherwise on an S3"
          + " server in this JVM with the given files."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Reprocess implements Callable<Integer> {
  private static final int FAILURES_SHOWN = 20;
  private static final Path LOG = Path.of("target", "local", "function.log");

  @Parameters(
      paramLabel = "FILE-or-DIR",
      description = "Articles for the S3 server in this JVM; seeds/ by default.")
  private List<Path> inputs = List.of(Path.of("seeds"));

  @Option(
      names = "--prefix",
      paramLabel = "P",
      description = "Only articles whose keys start with P.")
  private String prefix = "";

  @Option(names = "--force", description = "Write outputs again that are up to date already.")
  private boolean force;

  @Option(names = "--dry-run", description = "Write nothing; report what would be written.")
  private boolean dryRun;

  @Mixin private DeploymentOptions options = new DeploymentOptions();

  private Reprocess() {}

  @Override
  public Integer call() throws Exception {
    Map<String, String> environment = System.getenv();
    if (environment.containsKey("ARTICLE_BUCKET") && environment.containsKey("SUMMARY_BUCKET")) {
      Files.createDirectories(LOG.getParent());
      try (S3Client s3 = Application.s3(environment);
          PrintStream log =
              new PrintStream(Files.newOutputStream(LOG), true, StandardCharsets.UTF_8)) {
        return reprocess(new Reprocessing(s3, environment, log::println));
      }
    }
    ArticleFiles articles = ArticleFiles.of(inputs);
    articles.problems().forEach(System.err::println);
    try (LocalDeployment deployment = LocalDeployment.start(0, options.settings())) {
      put(articles, deployment.s3());
      int status = reprocess(deployment.reprocessing());
      return articles.problems().isEmpty() ? status : 1;
    }
  }

  private static void put(ArticleFiles articles, S3Client s3) throws IOException {
    for (Map.Entry<String, Path> file : articles.files().entrySet()) {
      s3.putObject(
          put -> put.bucket(LocalDeployment.ARTICLES).key(file.getKey()),
          RequestBody.fromFile(file.getValue()));
    }
  }

  private int reprocess(Reprocessing reprocessing) throws InterruptedException {
    Totals totals = new Totals();
    AtomicInteger done = new AtomicInteger();
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    Thread interrupted = new Thread(() -> print(totals, done.get(), start, true));
    Runtime.getRuntime().addShutdownHook(interrupted);
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(dryRun ? "Checking" : "Reconciling")
            .setInitialMax(0)
            .setUnit(" objects", 1)
            .showSpeed()
            .build()) {
      reprocessing.run(
          new Plan(prefix, force, dryRun),
          new Reprocessing.Listener() {
            private long found;

            @Override
            public synchronized void found(int objects) {
              found += objects;
              bar.maxHint(found);
            }

            @Override
            public void done(String key, String outcome, String message) {
              totals.add(outcome);
              done.incrementAndGet();
              bar.step();
              if (!message.isEmpty()) {
                failures.add(key + ": " + message);
              }
            }
          });
    } finally {
      forget(interrupted);
    }
    print(totals, done.get(), start, false);
    failures.stream().limit(FAILURES_SHOWN).forEach(System.err::println);
    if (failures.size() > FAILURES_SHOWN) {
      System.err.printf("... and %,d more%n", failures.size() - FAILURES_SHOWN);
    }
    return failures.isEmpty() ? 0 : 1;
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down and runs it.
    }
  }

  private static void print(Totals totals, int objects, long start, boolean interrupted) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s%n%s%,d objects in %.1f s, %,.0f a second%n",
        interrupted ? "\nStopped; run it again to continue. So far:" : "",
        totals,
        objects,
        seconds,
        objects / seconds);
  }
}
