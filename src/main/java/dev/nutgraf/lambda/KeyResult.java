package dev.nutgraf.lambda;

import dev.nutgraf.s3.Outcome;
import java.util.function.Supplier;

/** What became of a key: an outcome, or trouble that may pass. */
sealed interface KeyResult {

  /** It was reconciled. */
  record Done(Outcome outcome) implements KeyResult {}

  /** It was not; a later delivery may succeed. */
  record Failed(Throwable cause) implements KeyResult {}

  /** The result of reconciling; one article that breaks the engine fails alone. */
  static KeyResult of(Supplier<Outcome> reconciling) {
    try {
      return new Done(reconciling.get());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Failed(e);
    }
  }
}
