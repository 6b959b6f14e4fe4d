package dev.nutgraf.local.command;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Exceptions as messages for a user: what happened to what, and what to do. */
final class Problem {
  private static final int MOVED = 301;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private Problem() {}

  /** Returns a message without names of classes. */
  static String of(Throwable problem) {
    if (problem instanceof SdkException e) {
      return ofSdk(e);
    } else if (problem instanceof NoSuchFileException e) {
      return e.getFile() + ": no such file or folder";
    } else if (problem instanceof AccessDeniedException e) {
      return e.getFile() + ": access denied; check the permissions";
    } else if (problem instanceof FileSystemException e) {
      return e.getFile() + ": " + Optional.ofNullable(e.getReason()).orElse("can't be used");
    } else if (problem instanceof CharacterCodingException) {
      return "the file isn't UTF-8";
    } else if (problem instanceof UncheckedIOException e
        && e.getCause() != null
        && e.getCause().toString().equals(e.getMessage())) {
      return of(e.getCause());
    }
    String message = problem.getMessage();
    return message == null ? "unexpected error; please report it" : message;
  }

  private static String ofSdk(SdkException e) {
    if (e instanceof AwsServiceException answer) {
      return ofAnswer(answer);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "no host of this name; check the endpoint and the region";
      } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
        return "nothing answers at this address; check the endpoint, and that S3 runs there";
      } else if (cause instanceof SocketTimeoutException) {
        return "no answer in time; check the endpoint";
      }
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("Unable to load region")) {
      return "no region is set; set AWS_REGION, such as AWS_REGION=us-east-1";
    } else if (message.contains("Unable to load credentials")) {
      return "no credentials were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
          + " AWS_PROFILE";
    }
    return message.lines().findFirst().orElse("the request failed");
  }

  private static String ofAnswer(AwsServiceException answer) {
    String code = code(answer);
    int status = answer.statusCode();
    if (code.equals("NoSuchKey")) {
      return "there is no such object";
    } else if (status == NOT_FOUND) {
      return "there is no such bucket; check its name and the endpoint";
    } else if (status / 100 == MOVED / 100 && region(answer).isPresent()) {
      return "the bucket is in another region; set AWS_REGION=" + region(answer).get();
    } else if (status / 100 == MOVED / 100 && !code.isEmpty()) {
      return "the bucket is in another region; set AWS_REGION to it";
    } else if (status == FORBIDDEN) {
      return "access denied (403%s); check the credentials and their permissions"
          .formatted(code.isEmpty() ? "" : " " + code);
    } else if (status == BAD_REQUEST && code.isEmpty()) {
      return "S3 answered 400; check the region, the credentials and the endpoint";
    } else if (code.isEmpty()) {
      return "the answer (%d) isn't that of an S3; check the endpoint".formatted(status);
    }
    return "S3 answered %d %s: %s".formatted(status, code, answer.awsErrorDetails().errorMessage());
  }

  /** Returns the region of the bucket, which S3 states in a header. */
  private static Optional<String> region(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
  }

  private static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null ? "" : nonNull(answer.awsErrorDetails().errorCode());
  }

  private static String nonNull(@Nullable String text) {
    return text == null ? "" : text;
  }
}
