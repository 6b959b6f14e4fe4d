package dev.nutgraf.local.s3;

/** A fault that a test injects into one request. */
public sealed interface Fault {

  /** Returns whether the request is carried out nevertheless. */
  boolean takesEffect();

  /**
   * An error response.
   *
   * @param status the HTTP status, 400 to 599
   * @param code the S3 error code, such as {@code SlowDown}
   * @param takesEffect whether the request is carried out before the error is sent
   */
  record ErrorResponse(int status, String code, boolean takesEffect) implements Fault {}

  /**
   * The connection closes without a response.
   *
   * @param takesEffect whether the request is carried out first
   */
  record Drop(boolean takesEffect) implements Fault {}

  /**
   * The request is carried out; half of the response's body is sent, then the connection closes. A
   * response without a body is not sent.
   */
  record Truncate() implements Fault {

    @Override
    public boolean takesEffect() {
      return true;
    }
  }

  /** The request is carried out; one bit of the response's body is flipped. */
  record Corrupt() implements Fault {

    @Override
    public boolean takesEffect() {
      return true;
    }
  }

  /** Throttling: 503, not carried out. */
  static Fault slowDown() {
    return new ErrorResponse(503, "SlowDown", false);
  }

  /** Concurrent conditional writes: 409, not carried out; the client should retry. */
  static Fault conflict() {
    return new ErrorResponse(409, "ConditionalRequestConflict", false);
  }

  /** A lost request. */
  static Fault lostRequest() {
    return new Drop(false);
  }

  /** A lost response: the request is carried out. */
  static Fault lostResponse() {
    return new Drop(true);
  }
}
