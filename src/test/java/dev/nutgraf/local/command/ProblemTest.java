package dev.nutgraf.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class ProblemTest {

  @Test
  void namesTheFileAndTheReason() {
    assertEquals("a: no such file or folder", Problem.of(new NoSuchFileException("a")));
    assertEquals(
        "a: access denied; check the permissions", Problem.of(new AccessDeniedException("a")));
    assertEquals(
        "a: No space left on device",
        Problem.of(new FileSystemException("a", null, "No space left on device")));
    assertEquals("the file isn't UTF-8", Problem.of(new MalformedInputException(1)));
    assertEquals(
        "a: no such file or folder",
        Problem.of(new UncheckedIOException(new NoSuchFileException("a"))));
  }

  @ParameterizedTest
  @CsvSource({
    "Unable to load region from any of the providers in the chain, set AWS_REGION",
    "Unable to load credentials from any of the providers, set AWS_ACCESS_KEY_ID",
    "Unable to execute HTTP request: nothing known, Unable to execute HTTP request",
  })
  void saysWhatTheSdkMisses(String message, String expected) {
    assertContains(expected, SdkClientException.create(message));
  }

  @Test
  void saysWhatIsWrongWithTheEndpoint() {
    assertContains("nothing answers at this address", failed(new ConnectException("refused")));
    assertContains("no host of this name", failed(new UnknownHostException("nowhere")));
    assertContains("no answer in time", failed(new SocketTimeoutException("Read timed out")));
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchBucket, there is no such bucket; check its name",
    "404, NoSuchKey, there is no such object",
    "301, PermanentRedirect, the bucket is in another region",
    "301, '', the answer (301) isn't that of an S3",
    "403, InvalidAccessKeyId, access denied (403 InvalidAccessKeyId); check the credentials",
    "403, '', access denied (403); check the credentials",
    "400, '', 'S3 answered 400; check the region'",
    "405, '', the answer (405) isn't that of an S3",
    "503, SlowDown, S3 answered 503 SlowDown: later",
  })
  void saysWhatTheAnswerOfS3Means(int status, String code, String expected) {
    S3Exception.Builder answer = S3Exception.builder();
    answer.statusCode(status);
    answer.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("later").build());
    assertContains(expected, (RuntimeException) answer.build());
  }

  @Test
  void namesTheRegionThatS3States() {
    S3Exception.Builder answer = S3Exception.builder();
    answer.statusCode(301);
    answer.awsErrorDetails(
        AwsErrorDetails.builder()
            .sdkHttpResponse(
                SdkHttpResponse.builder()
                    .appendHeader("x-amz-bucket-region", "eu-central-1")
                    .build())
            .build());
    assertContains("set AWS_REGION=eu-central-1", (RuntimeException) answer.build());
    answer.awsErrorDetails(null);
    assertContains("the answer (301) isn't that of an S3", (RuntimeException) answer.build());
  }

  @Test
  void namesNoClasses() {
    for (Exception problem :
        List.of(
            new IllegalStateException(),
            new NullPointerException(),
            new UncheckedIOException(new IOException("broken pipe")))) {
      assertFalse(Problem.of(problem).contains("Exception"), Problem.of(problem));
    }
  }

  private static RuntimeException failed(IOException cause) {
    return SdkClientException.create("Unable to execute HTTP request", cause);
  }

  private static void assertContains(String expected, RuntimeException problem) {
    String message = Problem.of(problem);
    assertTrue(message.contains(expected), message);
  }
}
