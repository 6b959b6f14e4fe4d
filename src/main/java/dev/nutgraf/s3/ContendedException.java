package dev.nutgraf.s3;

import org.jspecify.annotations.Nullable;

/** Every attempt at a key lost to a concurrent writer. Safe to retry. */
public final class ContendedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContendedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
