package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.ArticleResult;
import dev.nutgraf.local.deployment.ArticleResult.Notice;
import dev.nutgraf.summary.Summarizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of a run in a few lines, for its end: how many articles have which status, and every
 * file that was rejected, failed or was skipped.
 */
final class RunReport {
  /** More files of a list aren't named. */
  private static final int MAX_LISTED = 100;

  private static final int MAX_NAMED_SKIPPED = 5;

  private int summarized;
  private int withoutChoice;

  /** The rejected files by reason. */
  private final Map<String, List<String>> rejected = new TreeMap<>();

  private final List<String> failed = new ArrayList<>();

  /** The warnings by code. */
  private final Map<String, List<String>> warnings = new TreeMap<>();

  /** Counts an article that has a metadata document. */
  void add(Path file, ArticleResult result) {
    switch (result.status()) {
      case "short" -> withoutChoice++;
      case "rejected" ->
          result
              .rejection()
              .ifPresent(
                  reason ->
                      rejected
                          .computeIfAbsent(describe(reason), r -> new ArrayList<>())
                          .add(file.toString()));
      default -> summarized++;
    }
    for (Notice warning : result.warnings()) {
      warnings
          .computeIfAbsent(warning.code(), code -> new ArrayList<>())
          .add(file + ": " + warning.message());
    }
  }

  private static String describe(Notice reason) {
    return reason.code() + ": " + reason.message();
  }

  /** Counts a file that failed, by a message that names it. */
  void fail(String problem) {
    failed.add(problem);
  }

  /** Returns whether no file failed. */
  boolean isComplete() {
    return failed.isEmpty();
  }

  /** Returns the lines of the report. */
  String describe(Map<ArticleFiles.Skip, List<Path>> skipped, double seconds) {
    StringBuilder text = new StringBuilder();
    int files = summarized + withoutChoice + count(rejected) + failed.size();
    text.append(
        String.format(
            Locale.ROOT,
            "nutgraf %s: %,d %s in %.1f s: %,d summarized, %,d short, %,d rejected, %,d failed\n",
            Summarizer.version(),
            files,
            files == 1 ? "file" : "files",
            seconds,
            summarized,
            withoutChoice,
            count(rejected),
            failed.size()));
    if (withoutChoice > 0) {
      text.append(
          "Short: no more sentences than a summary may have; the summary is all of them.\n");
    }
    text.append(skipped(skipped));
    warnings.forEach((code, messages) -> appendWarnings(text, code, messages));
    if (!rejected.isEmpty()) {
      appendRejected(text);
    }
    if (!failed.isEmpty()) {
      text.append(String.format(Locale.ROOT, "Failed (%,d):\n", failed.size()));
      appendLines(text, "  ", failed);
    }
    return text.toString();
  }

  /** Returns a line for each reason for which files of a folder were skipped. */
  static String skipped(Map<ArticleFiles.Skip, List<Path>> skipped) {
    StringBuilder text = new StringBuilder();
    skipped.forEach((reason, paths) -> appendSkipped(text, reason, paths));
    return text.toString();
  }

  private static void appendSkipped(
      StringBuilder text, ArticleFiles.Skip reason, List<Path> paths) {
    text.append(String.format(Locale.ROOT, "Skipped %,d %s: ", paths.size(), reason.label()));
    List<String> names =
        paths.stream().limit(MAX_NAMED_SKIPPED).map(path -> Printable.of(path.toString())).toList();
    text.append(String.join(", ", names));
    text.append(paths.size() > MAX_NAMED_SKIPPED ? ", ...\n" : "\n");
  }

  private static void appendWarnings(StringBuilder text, String code, List<String> messages) {
    text.append(
        String.format(
            Locale.ROOT,
            "Warning %s: %,d, such as %s\n",
            code,
            messages.size(),
            Printable.of(messages.get(0))));
  }

  private void appendRejected(StringBuilder text) {
    text.append(String.format(Locale.ROOT, "Rejected (%,d):\n", count(rejected)));
    rejected.forEach(
        (reason, files) -> {
          text.append(String.format(Locale.ROOT, "  %,d %s\n", files.size(), Printable.of(reason)));
          appendLines(text, "    ", files);
        });
  }

  private static void appendLines(StringBuilder text, String indent, List<String> lines) {
    lines.stream()
        .limit(MAX_LISTED)
        .forEach(line -> text.append(indent).append(Printable.of(line)).append('\n'));
    if (lines.size() > MAX_LISTED) {
      text.append(
          String.format(Locale.ROOT, "%s... and %,d more\n", indent, lines.size() - MAX_LISTED));
    }
  }

  private static int count(Map<String, List<String>> files) {
    return files.values().stream().mapToInt(List::size).sum();
  }
}
