package dev.nutgraf.local.command;

import java.io.IOException;
import java.nio.file.Path;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** TerminalProgress bars on the error stream, if it is a terminal. */
final class TerminalProgress {
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

  private TerminalProgress() {}

  /** Returns a bar that is shown if the error stream is a terminal. */
  static ProgressBar bar(String task, String unit, long max) {
    return bar(task, unit, max, isTerminal());
  }

  /** Returns a bar, or one that draws nothing. */
  static ProgressBar bar(String task, String unit, long max, boolean shown) {
    ProgressBarBuilder bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(max)
            .setUnit(" " + unit, 1)
            .showSpeed();
    if (!shown) {
      bar.setConsumer(new DelegatingProgressBarConsumer(line -> {}));
    }
    return bar.build();
  }

  /**
   * Returns whether the error stream is a terminal, from /proc or, on systems without it, from the
   * script that started Java.
   */
  static boolean isTerminal() {
    try {
      String target = ERROR_STREAM.toRealPath().toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) { // a pipe, or no /proc
      return Boolean.getBoolean("nutgraf.terminal");
    }
  }
}
