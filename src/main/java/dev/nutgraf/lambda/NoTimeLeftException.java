package dev.nutgraf.lambda;

/** A key that wasn't completed because the invocation is about to time out. Safe to retry. */
final class NoTimeLeftException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Describes the key's state.
   *
   * @param state {@code Not started} or {@code Stopped}
   */
  NoTimeLeftException(String state, int requiredMilliseconds) {
    super(
        "%s: less than %,d ms of the invocation were left; retry, or raise the timeout."
            .formatted(state, requiredMilliseconds));
  }
}
