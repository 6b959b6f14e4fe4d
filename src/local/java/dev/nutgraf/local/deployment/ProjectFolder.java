package dev.nutgraf.local.deployment;

import java.nio.file.Path;

/** The folder of this project, where the sample articles and the default outputs are. */
public final class ProjectFolder {
  private static final Path HOME = Path.of(System.getProperty("nutgraf.home", ""));

  /** The sample articles. */
  public static final Path SEEDS = inside("seeds");

  /** The default folder of the summaries. */
  public static final Path SUMMARIES = inside("target", "local", "summaries");

  /** The log of the function's last run. */
  public static final Path LOG = inside("target", "local", "function.log");

  private ProjectFolder() {}

  /** Returns a path below the project; relative if the project is the working directory. */
  private static Path inside(String first, String... more) {
    Path path = Path.of(first, more);
    boolean here = HOME.toAbsolutePath().normalize().equals(Path.of("").toAbsolutePath());
    return here ? path : HOME.resolve(path);
  }
}
