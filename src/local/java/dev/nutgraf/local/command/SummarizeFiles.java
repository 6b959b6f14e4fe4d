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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The main job: puts files into the article bucket, invokes the function with the events, and
 * prints the summaries.
 */
final class SummarizeFiles {
  /** A progress bar is shown from this number of files. */
  private static final int MIN_FILES_FOR_PROGRESS = 20;

  private static final String BINARY = "application/octet-stream";

  private final LocalDeployment deployment;
  private final Path summaries;
  private final PrintStream out;
  private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

  SummarizeFiles(LocalDeployment deployment, Path summaries, PrintStream out) {
    this.deployment = deployment;
    this.summaries = summaries;
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
    for (String key : files.keySet()) {
      print(report, key);
    }
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
      problems.add(file + ": can't read this file (" + e.getMessage() + ")");
    } catch (SdkException | IllegalStateException e) {
      problems.add(file + ": " + e.getMessage());
    }
  }

  private void print(Report report, String key) throws IOException {
    try {
      String output = key + ".metadata.json";
      byte[] metadata =
          deployment
              .s3()
              .getObjectAsBytes(get -> get.bucket(LocalDeployment.SUMMARIES).key(output))
              .asByteArray();
      report.print(key, metadata, summaries.resolve(key) + ".*");
    } catch (NoSuchKeyException e) {
      problems.add(key + ": no output was written; see target/local/function.log");
    }
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
