package dev.nutgraf.local;

import java.util.List;

/** A command of {@code mvn -q -Plocal -Dargs="NAME ..."}. */
@FunctionalInterface
public interface Command {

  /**
   * Runs the command.
   *
   * @param args the words after its name
   * @return the exit status: 0 when everything was done, 1 when something could not be done
   * @throws UsageException if the words make no sense; the message says what to write instead
   * @throws Exception if it fails in a way it has no better answer to
   */
  int run(List<String> args) throws Exception;
}
