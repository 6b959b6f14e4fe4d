package dev.nutgraf.local.endpoint;

/** A store did something else than a check expects; the message says what. */
final class CheckFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckFailedException(String message) {
    super(message);
  }
}
