package dev.nutgraf.local.command;

/** Runs a task if the command is interrupted, such as by Ctrl-C, before this is closed. */
final class OnInterrupt implements AutoCloseable {
  private final Thread hook;

  OnInterrupt(Runnable task) {
    hook = new Thread(task);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down and runs it.
    }
  }
}
