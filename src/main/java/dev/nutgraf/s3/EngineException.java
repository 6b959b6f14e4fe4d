package dev.nutgraf.s3;

/**
 * A defect of the engine that an article brought to light: no later try will go better. It carries
 * where, but not the message, which may quote the article.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineException(RuntimeException cause) {
    super("The engine failed with " + cause.getClass().getName());
    setStackTrace(cause.getStackTrace());
  }
}
