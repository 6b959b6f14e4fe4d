package dev.nutgraf.local.runtime;

/** What became of an invocation. */
public sealed interface Reply {

  /**
   * The handler returned.
   *
   * @param payload what it returned, JSON
   */
  record Success(String payload) implements Reply {}

  /**
   * The handler threw, or there was none to start.
   *
   * @param errorType what the runtime client calls the trouble, such as the exception's class
   * @param payload the error document, JSON with {@code errorMessage} and {@code errorType}
   */
  record Failure(String errorType, String payload) implements Reply {}
}
