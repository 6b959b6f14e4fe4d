package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.ArticleResult;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.ProjectFolder;
import dev.nutgraf.local.s3.ObjectEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The main job: puts files into the article bucket, invokes the function with the events, and
 * prints the summaries.
 */
final class SummarizeFiles {
  /** A progress bar is shown from this number of files. */
  private static final int MIN_FILES_FOR_PROGRESS = 20;

  private static final String NO_MEMORY =
      "not enough memory; give Java more, such as JDK_JAVA_OPTIONS=-Xmx4g";
  private static final String BINARY = "application/octet-stream";

  private final LocalDeployment deployment;
  private final PrintStream out;
  private final Map<String, String> problems = new ConcurrentHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private volatile int total;

  SummarizeFiles(LocalDeployment deployment, PrintStream out) {
    this.deployment = deployment;
    this.out = out;
  }

  /** Summarizes files, prints their summaries, and returns how many have which outcome. */
  RunReport run(ArticleFiles articles) throws Exception {
    Map<String, Path> files = articles.files();
    total = files.size();
    Map<String, ObjectEvent> events = new ConcurrentHashMap<>();
    deployment
        .server()
        .onObjectEvent(
            event -> {
              if (event.bucket().equals(LocalDeployment.ARTICLES)) {
                events.put(event.key(), event);
              }
            });
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (ProgressBar progress = progress(files.size())) {
      List<Future<?>> tasks = new ArrayList<>();
      for (Map.Entry<String, Path> file : files.entrySet()) {
        tasks.add(
            threads.submit(
                () -> {
                  summarize(file.getKey(), file.getValue(), events);
                  done.incrementAndGet();
                  progress.step();
                }));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      threads.shutdown();
    }
    RunReport outcome = new RunReport();
    articles.problems().forEach(outcome::fail);
    Report report = new Report(out);
    files.forEach(
        (key, file) -> {
          String problem = problems.get(key);
          if (problem == null) {
            print(report, outcome, key, file);
          } else {
            outcome.fail(file + ": " + problem);
          }
        });
    return outcome;
  }

  /** Returns what an interrupted run has done. */
  String stopped(Path folder) {
    return String.format(
        Locale.ROOT,
        "%nStopped after %,d of %,d files. Their outputs are in %s; another run starts from the"
            + " first file.",
        done.get(),
        total,
        folder);
  }

  private void summarize(String key, Path file, Map<String, ObjectEvent> events) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String contentType = Objects.requireNonNullElse(Files.probeContentType(file), BINARY);
      deployment
          .s3()
          .putObject(
              put -> put.bucket(LocalDeployment.ARTICLES).key(key).contentType(contentType),
              RequestBody.fromBytes(bytes));
      Optional.ofNullable(events.remove(key)).ifPresent(deployment::deliver);
    } catch (IOException e) {
      problems.put(key, "can't read this file (" + reason(file, e) + ")");
    } catch (RuntimeException e) {
      problems.put(key, Problem.of(e));
    } catch (OutOfMemoryError e) {
      problems.put(key, NO_MEMORY);
    }
  }

  /** Returns the reason without the name of the file, which the message begins with. */
  private static String reason(Path file, IOException e) {
    String reason = Problem.of(e);
    String name = file + ": ";
    return reason.startsWith(name) ? reason.substring(name.length()) : reason;
  }

  private void print(Report report, RunReport outcome, String key, Path file) {
    List<String> places = ArticleResult.places(deployment.server(), key);
    String place = String.join(", ", places);
    try {
      ArticleResult result = ArticleResult.read(deployment, key);
      report.print(result, places);
      outcome.add(file, result);
    } catch (NoSuchKeyException e) {
      outcome.fail(file + ": no output was written; see " + ProjectFolder.LOG);
    } catch (IOException | RuntimeException e) {
      outcome.fail(
          "%s: can't print the summary, which is in %s (%s)".formatted(file, place, Problem.of(e)));
    } catch (OutOfMemoryError e) {
      outcome.fail(file + ": " + NO_MEMORY + "; the summary is in " + place);
    }
  }

  private static ProgressBar progress(int files) {
    boolean shown = files >= MIN_FILES_FOR_PROGRESS && TerminalProgress.isTerminal();
    return TerminalProgress.bar("Summarizing", "articles", files, shown);
  }
}
