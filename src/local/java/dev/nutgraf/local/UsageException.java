package dev.nutgraf.local;

/** Words of a command line that make no sense; the message says what to write instead. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public UsageException(String message) {
    super(message);
  }
}
