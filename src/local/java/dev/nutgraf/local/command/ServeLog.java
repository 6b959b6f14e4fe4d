package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.ArticleResult;
import dev.nutgraf.local.deployment.LocalService;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints a line for each article that {@code serve} handled, and counts them. Thread-safe. */
final class ServeLog implements LocalService.Listener {
  private final PrintStream out;
  private final Map<String, Integer> counts = new TreeMap<>();

  ServeLog(PrintStream out) {
    this.out = out;
  }

  @Override
  public void done(ArticleResult result, List<String> places) {
    StringBuilder line = new StringBuilder(result.key());
    result
        .rejection()
        .ifPresentOrElse(
            reason -> line.append(": ").append(reason.message()),
            () -> line.append(" -> ").append(String.join(", ", places)));
    result.warnings().forEach(warning -> line.append("; warning: ").append(warning.message()));
    print(result.status(), line.toString());
  }

  @Override
  public void removed(String key) {
    print("removed", key);
  }

  @Override
  public void failed(String key, Exception problem) {
    print("failed", key + ": " + Problem.of(problem));
  }

  private synchronized void print(String outcome, String text) {
    counts.merge(outcome, 1, Integer::sum);
    out.printf("%-10s  %s%n", outcome, Printable.of(text));
  }

  /** Returns the counts, such as {@code 3 rejected, 1,200 summarized}. */
  synchronized String counts() {
    List<String> parts =
        counts.entrySet().stream()
            .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
            .toList();
    return parts.isEmpty() ? "no articles" : String.join(", ", parts);
  }
}
