package dev.nutgraf.local.s3;

/** What a test makes go wrong with one request. */
public sealed interface Fault {

  /** Whether the request is carried out all the same. */
  boolean takesEffect();

  /**
   * An error answer.
   *
   * @param status the HTTP status, 400 to 599
   * @param code the S3 error code, such as {@code SlowDown}
   * @param takesEffect whether the request is carried out before the error is told
   */
  record Answer(int status, String code, boolean takesEffect) implements Fault {}

  /**
   * The connection closes without an answer.
   *
   * @param takesEffect whether the request is carried out first
   */
  record Drop(boolean takesEffect) implements Fault {}

  /**
   * The request is carried out; half of the answer's body is sent, then the connection closes. An
   * answer without a body is not sent at all.
   */
  record Truncate() implements Fault {

    @Override
    public boolean takesEffect() {
      return true;
    }
  }

  /** The request is carried out; a bit of the answer's body flips on its way. */
  record Corrupt() implements Fault {

    @Override
    public boolean takesEffect() {
      return true;
    }
  }

  /** Throttling: 503, nothing done. */
  static Fault slowDown() {
    return new Answer(503, "SlowDown", false);
  }

  /** Two conditional writes at once: 409, nothing done; the client should try again. */
  static Fault conflict() {
    return new Answer(409, "ConditionalRequestConflict", false);
  }

  /** The request got lost on its way. */
  static Fault lostRequest() {
    return new Drop(false);
  }

  /** The request was carried out and the answer got lost on its way. */
  static Fault lostAnswer() {
    return new Drop(true);
  }
}
