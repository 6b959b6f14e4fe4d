package dev.nutgraf.lambda;

import dev.nutgraf.s3.Outcome;
import java.util.function.Supplier;

/** What became of a key: an outcome, or trouble that may pass. */
sealed interface Result {

  /** It was reconciled. */
  record Done(Outcome outcome) implements Result {}

  /** It was not; a later delivery may succeed. */
  record Failed(Throwable cause) implements Result {}

  /** The result of reconciling; one article that breaks the engine fails alone. */
  static Result of(Supplier<Outcome> reconciling) {
    try {
      return new Done(reconciling.get());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Failed(e);
    }
  }
}
