package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.s3.ObjectEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The main job: puts files into the article bucket, invokes the function with the events, and
 * prints the summaries.
 */
final class SummarizeFiles {
  /** A progress bar is shown from this number of files. */
  private static final int MIN_FILES_FOR_PROGRESS = 20;

  private static final String METADATA = ".metadata.json";
  private static final String NO_MEMORY =
      ": not enough memory; give the JVM more, such as MAVEN_OPTS=-Xmx4g";
  private static final String BINARY = "application/octet-stream";

  private final LocalDeployment deployment;
  private final PrintStream out;
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

  SummarizeFiles(LocalDeployment deployment, PrintStream out) {
    this.deployment = deployment;
    this.out = out;
  }

  /** Summarizes files by key and returns a message for each that failed. */
  List<String> run(Map<String, Path> files) throws Exception {
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
                  progress.step();
                }));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      threads.shutdown();
    }
    Report report = new Report(out);
    files.forEach(
        (key, file) -> {
          if (!failed.contains(key)) {
            print(report, key, file);
          }
        });
    return problems;
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
      fail(key, file + ": can't read this file (" + e.getMessage() + ")");
    } catch (RuntimeException e) {
      fail(key, file + ": " + e.getMessage());
    } catch (OutOfMemoryError e) {
      fail(key, file + NO_MEMORY);
    }
  }

  private void fail(String key, String problem) {
    failed.add(key);
    problems.add(problem);
  }

  private void print(Report report, String key, Path file) {
    String output = key + METADATA;
    String place =
        deployment
            .server()
            .mirrored(LocalDeployment.SUMMARIES, output)
            .map(SummarizeFiles::outputs)
            .orElse("");
    try {
      byte[] metadata =
          deployment
              .s3()
              .getObjectAsBytes(get -> get.bucket(LocalDeployment.SUMMARIES).key(output))
              .asByteArray();
      report.print(key, metadata, place);
    } catch (NoSuchKeyException e) {
      problems.add(file + ": no output was written; see target/local/function.log");
    } catch (IOException | RuntimeException e) {
      problems.add(
          "%s: can't print the summary, which is in %s (%s)"
              .formatted(file, place, e.getMessage()));
    } catch (OutOfMemoryError e) {
      problems.add(file + NO_MEMORY + "; the summary is in " + place);
    }
  }

  /** Returns a pattern for the outputs of an article, or one file if its name isn't the key. */
  private static String outputs(Path metadata) {
    String path = metadata.toString();
    return path.endsWith(METADATA)
        ? path.substring(0, path.length() - METADATA.length()) + ".*"
        : path;
  }

  /** A progress bar on the error stream, so that the summaries can be piped. */
  private static ProgressBar progress(int files) {
    ProgressBarBuilder progress =
        new ProgressBarBuilder()
            .setTaskName("Summarizing")
            .setInitialMax(files)
            .setUnit(" articles", 1)
            .showSpeed();
    if (files < MIN_FILES_FOR_PROGRESS) {
      progress.setConsumer(new DelegatingProgressBarConsumer(line -> {}));
    }
    return progress.build();
  }
}
