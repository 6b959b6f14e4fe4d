package dev.nutgraf.lambda;

import dev.nutgraf.s3.ContendedException;
import dev.nutgraf.s3.EngineException;
import dev.nutgraf.s3.Outcome;
import dev.nutgraf.s3.S3RequestException;
import java.util.function.Supplier;

/** The result of reconciling a key: an outcome or a failure. */
sealed interface KeyResult {

  /** The key was reconciled. */
  record Done(Outcome outcome) implements KeyResult {}

  /** The key wasn't reconciled. */
  record Failed(Throwable cause) implements KeyResult {

    /** Returns a stable code for logs and responses; docs/operations.md lists all of them. */
    String code() {
      if (cause instanceof S3RequestException s3) {
        return s3.code();
      }
      if (cause instanceof ContendedException) {
        return "contended";
      }
      if (cause instanceof EngineException) {
        return "engine-defect";
      }
      if (cause instanceof StackOverflowError) {
        return "stack-overflow";
      }
      if (cause instanceof OutOfMemoryError) {
        return "out-of-memory";
      }
      if (cause instanceof NoTimeLeftException) {
        return "no-time-left";
      }
      return cause instanceof InvalidEventException ? "invalid-event" : "internal-error";
    }

    /** Returns a sentence about the failure, without class names and article text. */
    String message() {
      if (cause instanceof OutOfMemoryError) {
        return "The function ran out of memory; raise MemorySize or lower MaxArticleBytes.";
      }
      if (cause instanceof StackOverflowError) {
        return "The article is nested too deeply; report its key and the version.";
      }
      return String.valueOf(cause.getMessage());
    }

    /** Returns whether a retry may succeed. */
    boolean isRetryable() {
      return !(cause instanceof EngineException
          || cause instanceof InvalidEventException
          || cause instanceof StackOverflowError);
    }
  }

  /**
   * Reconciles a key. Errors are caught too, so that an article that breaks the engine fails alone.
   */
  static KeyResult of(Supplier<Outcome> reconciliation) {
    try {
      return new Done(reconciliation.get());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Failed(e);
    }
  }
}
