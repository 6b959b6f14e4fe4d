package dev.nutgraf.s3;

/**
 * A defect of the engine that an article brought to light: no later try will go better. It carries
 * where, but not the message, which may quote the article.
 */
public final class EngineFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineFailure(RuntimeException cause) {
    super("The engine failed with " + cause.getClass().getName());
    setStackTrace(cause.getStackTrace());
  }
}
