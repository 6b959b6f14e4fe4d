package dev.nutgraf.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;

/** Prints the summary of an article from its metadata document. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints headline and key, the chosen sentences or the reason for rejection, and the path of the
   * outputs.
   *
   * @return whether the article has a summary
   */
  boolean print(String key, byte[] metadata, String place) throws IOException {
    JsonNode document = JSON.readTree(metadata);
    String headline = document.at("/article/headline").asText(key);
    String name = Printable.of(key);
    out.println(headline.equals(key) ? name : Printable.of(headline) + "  [" + name + "]");
    for (JsonNode sentence : document.at("/summary/sentences")) {
      out.println("  " + Printable.of(sentence.get("text").asText()));
    }
    boolean rejected = document.has("error");
    if (rejected) {
      out.println("  Rejected: " + Printable.of(document.at("/error/message").asText()));
    }
    out.println("  -> " + Printable.of(place));
    out.println();
    return !rejected;
  }
}
