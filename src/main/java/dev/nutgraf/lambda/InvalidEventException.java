package dev.nutgraf.lambda;

/**
 * An event, a message or a batch that names no S3 object. Permanent: a retry fails the same way.
 */
final class InvalidEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidEventException(String message) {
    super(message);
  }

  InvalidEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
