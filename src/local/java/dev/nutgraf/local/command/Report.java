package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.ArticleResult;
import java.io.PrintStream;
import java.util.List;

/** Prints the summary of an article from its metadata document. */
final class Report {
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints headline and key, the chosen sentences or the reason for rejection, the warnings, and
   * the paths of the outputs.
   */
  void print(ArticleResult result, List<String> places) {
    String headline = result.document().at("/article/headline").asText(result.key());
    String name = Printable.of(result.key());
    out.println(headline.equals(result.key()) ? name : Printable.of(headline) + "  [" + name + "]");
    result
        .document()
        .at("/summary/sentences")
        .forEach(sentence -> line("", sentence.path("text").asText()));
    result.rejection().ifPresent(reason -> line("Rejected: ", reason.message()));
    result.warnings().forEach(warning -> line("Warning: ", warning.message()));
    places.forEach(place -> line("-> ", place));
    out.println();
  }

  private void line(String label, String text) {
    out.println("  " + label + Printable.of(text));
  }
}
