package dev.nutgraf.lambda;

import org.jspecify.annotations.Nullable;

/** Trouble that may pass: the platform is to deliver again. */
final class InvocationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvocationFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
