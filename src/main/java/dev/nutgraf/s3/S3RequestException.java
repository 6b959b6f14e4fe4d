package dev.nutgraf.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** A request that S3 refused or didn't answer, after the SDK's own retries. Safe to retry. */
public final class S3RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Describes a failed request.
   *
   * @param operation the method, as {@code GET}
   * @param bucket the name of the bucket
   * @param endpoint the endpoint as messages name it
   */
  S3RequestException(
      String operation, String bucket, String key, String endpoint, SdkException cause) {
    super("%s s3://%s/%s: %s".formatted(operation, bucket, key, describe(endpoint, cause)), cause);
    this.code = code(cause);
  }

  private static String code(SdkException cause) {
    if (cause instanceof AwsServiceException e) {
      return "s3-" + e.statusCode();
    }
    return isInvalidAnswer(cause) ? "s3-invalid-answer" : "s3-no-answer";
  }

  /** Returns {@code s3-} and the HTTP status, {@code s3-no-answer} or {@code s3-invalid-answer}. */
  public String code() {
    return code;
  }

  private static String describe(String endpoint, SdkException cause) {
    if (cause instanceof AwsServiceException e) {
      String error = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
      return "S3 answered "
          + e.statusCode()
          + (error == null ? "" : " " + error)
          + (e.requestId() == null ? "." : " (request ID " + e.requestId() + ").");
    }
    return (isInvalidAnswer(cause) ? "Invalid answer from " : "No answer from ")
        + endpoint
        + ": "
        + cause.getMessage();
  }

  /** Returns whether a response was invalid; the SDK wraps what is thrown while a body is read. */
  private static boolean isInvalidAnswer(SdkException failure) {
    @Nullable Throwable cause = failure;
    while (cause != null && !(cause instanceof InvalidAnswerException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
