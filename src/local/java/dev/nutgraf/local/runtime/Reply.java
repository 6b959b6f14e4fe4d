package dev.nutgraf.local.runtime;

/** The result of an invocation. */
public sealed interface Reply {

  /**
   * The handler returned.
   *
   * @param payload the returned JSON
   */
  record Success(String payload) implements Reply {}

  /**
   * The handler threw, or initialization failed.
   *
   * @param errorType the runtime client's error type, such as the exception's class
   * @param payload the error document, JSON with {@code errorMessage} and {@code errorType}
   */
  record Failure(String errorType, String payload) implements Reply {}
}
