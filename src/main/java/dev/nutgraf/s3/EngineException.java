package dev.nutgraf.s3;

/**
 * A defect of the engine on a particular article. Permanent: a retry fails the same way.
 *
 * <p>It keeps the stack trace of its cause but not the cause or its message, which may quote the
 * article.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineException(RuntimeException cause) {
    super(
        "The engine failed on this article at "
            + location(cause)
            + "; a retry fails the same way. Report the article's key, this location and the"
            + " version.");
    setStackTrace(cause.getStackTrace());
  }

  /** Returns the source line that failed, as {@code File.java:12}. */
  private static String location(RuntimeException cause) {
    StackTraceElement[] frames = cause.getStackTrace();
    return frames.length == 0
        ? "an unknown line"
        : frames[0].getFileName() + ":" + frames[0].getLineNumber();
  }
}
