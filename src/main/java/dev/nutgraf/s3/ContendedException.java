package dev.nutgraf.s3;

import org.jspecify.annotations.Nullable;

/** Others were at the same key in every round: a later delivery will find it quieter. */
public final class ContendedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContendedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
