package dev.nutgraf.local;

import dev.nutgraf.local.evaluate.Evaluate;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The local command: {@code mvn -q -Plocal -Dargs="..."}. */
public final class Main {
  /** Every named command; what is not named here are files to summarize. */
  private static final Map<String, Command> COMMANDS =
      Map.of("evaluate", new Evaluate(), "boundaries", new Boundaries());

  private Main() {}

  /** Runs the command that the first word names, or the main job, and exits with its status. */
  public static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  static int run(List<String> args) {
    @Nullable Command named = args.isEmpty() ? null : COMMANDS.get(args.get(0));
    try {
      return named == null ? 0 : named.run(args.subList(1, args.size()));
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (IOException e) {
      System.err.println("Could not read or write: " + e);
      return 1;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
