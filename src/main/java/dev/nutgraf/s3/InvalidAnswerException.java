package dev.nutgraf.s3;

import software.amazon.awssdk.core.exception.SdkClientException;

/** A successful response that lacks what every S3 sends. The request may or may not have worked. */
final class InvalidAnswerException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  InvalidAnswerException(String message) {
    super(SdkClientException.builder().message(message));
  }
}
