package dev.nutgraf.local.command;

import dev.nutgraf.summary.Summarizer;
import picocli.CommandLine.IVersionProvider;

/** The lines of {@code --version}. */
final class Versions implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "nutgraf " + Summarizer.version(),
      "Java %s, %s %s"
          .formatted(
              System.getProperty("java.version"),
              System.getProperty("os.name"),
              System.getProperty("os.arch"))
    };
  }
}
