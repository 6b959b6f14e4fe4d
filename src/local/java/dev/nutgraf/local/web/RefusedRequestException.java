package dev.nutgraf.local.web;

/** A refused request; the message is shown to the user. */
final class RefusedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status of the response. */
  int status() {
    return status;
  }
}
