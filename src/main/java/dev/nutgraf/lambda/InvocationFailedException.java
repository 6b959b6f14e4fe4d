package dev.nutgraf.lambda;

/**
 * Fails an invocation after all its keys were tried, so that Lambda retries it and finally sends
 * the event to the failure queue. The causes are those of the failed keys.
 */
final class InvocationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvocationFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
