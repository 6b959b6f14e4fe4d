package dev.nutgraf.lambda;

/** A key that wasn't started because the invocation is about to time out. Safe to retry. */
final class NoTimeLeftException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoTimeLeftException(int requiredMilliseconds) {
    super(
        "Not started: less than %,d ms of the invocation were left; retry, or raise the timeout."
            .formatted(requiredMilliseconds));
  }
}
