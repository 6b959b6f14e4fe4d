package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.s3.Bucket.WriteResult;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.Document.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests how responses of S3 are translated, with an HTTP client that gives a fixed response. */
final class S3BucketTest {
  private static final Document DOCUMENT =
      new Document(Kind.SUMMARY, "One.\n".getBytes(StandardCharsets.UTF_8));

  private final List<SdkHttpRequest> requests = new ArrayList<>();
  private final AtomicBoolean aborted = new AtomicBoolean();
  private Optional<String> eTag = Optional.of("\"tag\"");

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchKey",
    "409, ConditionalRequestConflict",
    "412, PreconditionFailed",
  })
  void reportsAFailedPreconditionOfEveryWrite(int status, String code) {
    S3Bucket bucket = bucket(status, error(code));
    assertEquals(WriteResult.PRECONDITION_FAILED, bucket.putIfAbsent("a.txt", DOCUMENT, Map.of()));
    assertEquals(
        WriteResult.PRECONDITION_FAILED, bucket.putIfMatch("a.txt", DOCUMENT, Map.of(), "tag"));
    assertEquals(WriteResult.PRECONDITION_FAILED, bucket.deleteIfMatch("a.txt", "tag"));
  }

  @Test
  void sendsTheConditionOfEachWrite() {
    S3Bucket bucket = bucket(200, "");
    assertEquals(WriteResult.DONE, bucket.putIfAbsent("a.txt", DOCUMENT, Map.of("k", "v")));
    assertEquals(WriteResult.DONE, bucket.putIfMatch("a.txt", DOCUMENT, Map.of(), "tag"));
    assertEquals(WriteResult.DONE, bucket.deleteIfMatch("a.txt", "tag"));
    assertEquals(Optional.of("*"), requests.get(0).firstMatchingHeader("If-None-Match"));
    assertEquals(Optional.of("v"), requests.get(0).firstMatchingHeader("x-amz-meta-k"));
    assertEquals(Optional.of("\"tag\""), requests.get(1).firstMatchingHeader("If-Match"));
    assertEquals(Optional.of("\"tag\""), requests.get(2).firstMatchingHeader("If-Match"));
  }

  @Test
  void readsTheDescriptionOfAnObject() {
    StoredObject object = bucket(200, "").head("a.txt").orElseThrow();
    assertEquals(
        new StoredObject(
            "tag",
            7,
            Instant.parse("2026-01-05T08:30:00Z"),
            Optional.of("v1"),
            Optional.of("text/plain"),
            Optional.empty(),
            Map.of("summary-sentences", "5")),
        object);
  }

  @Test
  void readsAnObjectThatIsWanted() {
    GetResult.Content content =
        assertInstanceOf(
            GetResult.Content.class, bucket(200, "article").get("a.txt", object -> true));
    assertEquals("article", new String(content.bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void abortsTheResponseOfAnObjectThatIsNotWanted() {
    assertInstanceOf(GetResult.Unread.class, bucket(200, "article").get("a.txt", object -> false));
    assertTrue(aborted.get());
  }

  @Test
  void reportsAbsenceOnlyForAMissingKey() {
    assertEquals(Optional.empty(), bucket(404, "").head("a.txt"));
    assertInstanceOf(
        GetResult.Absent.class, bucket(404, error("NoSuchKey")).get("a.txt", object -> true));
    assertThrows(
        S3RequestException.class,
        () -> bucket(404, error("NoSuchBucket")).get("a.txt", object -> true));
    assertThrows(S3RequestException.class, () -> bucket(403, "").head("a.txt"));
  }

  @Test
  void reportsAnArchivedObject() {
    assertInstanceOf(
        GetResult.Archived.class,
        bucket(403, error("InvalidObjectState")).get("a.txt", object -> true));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 500, 503})
  void failsWithTheRequestAndTheStatusOtherwise(int status) {
    S3RequestException e =
        assertThrows(
            S3RequestException.class,
            () -> bucket(status, error("Trouble")).putIfAbsent("a.txt", DOCUMENT, Map.of()));
    assertEquals("s3-" + status, e.code());
    assertEquals(
        "PUT s3://bucket/a.txt: S3 answered " + status + " Trouble (request ID id-1).",
        e.getMessage());
  }

  /** A store or proxy that reports an error in the body of a 200, or isn't S3. */
  @Test
  void failsIfASuccessfulResponseHasNoETag() {
    eTag = Optional.empty();
    S3Bucket bucket = bucket(200, error("InternalError"));
    for (Executable request :
        List.<Executable>of(
            () -> bucket.putIfAbsent("a.txt", DOCUMENT, Map.of()),
            () -> bucket.putIfMatch("a.txt", DOCUMENT, Map.of(), "tag"),
            () -> bucket.head("a.txt"),
            () -> bucket.get("a.txt", object -> true))) {
      S3RequestException e = assertThrows(S3RequestException.class, request);
      assertEquals("s3-invalid-answer", e.code());
      assertTrue(String.valueOf(e.getMessage()).contains("ETag"), e::getMessage);
    }
  }

  private static String error(String code) {
    return "<Error><Code>" + code + "</Code><Message>-</Message></Error>";
  }

  private S3Bucket bucket(int status, String body) {
    S3Client s3 =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(new FixedResponse(status, body))
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    return new S3Bucket(s3, "bucket", "S3", true, () -> Duration.ofMinutes(1));
  }

  private final class FixedResponse implements SdkHttpClient {
    private final int status;
    private final String body;

    FixedResponse(int status, String body) {
      this.status = status;
      this.body = body;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      requests.add(request.httpRequest());
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder();
          eTag.ifPresent(tag -> response.putHeader("ETag", tag));
          return HttpExecuteResponse.builder()
              .response(
                  response
                      .statusCode(status)
                      .putHeader("Last-Modified", "Mon, 05 Jan 2026 08:30:00 GMT")
                      .putHeader("Content-Type", "text/plain")
                      .putHeader("Content-Length", status == 200 ? "7" : "" + bytes.length)
                      .putHeader("x-amz-version-id", "v1")
                      .putHeader("x-amz-meta-summary-sentences", "5")
                      .putHeader("x-amz-request-id", "id-1")
                      .build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream(bytes), () -> aborted.set(true)))
              .build();
        }

        @Override
        public void abort() {
          aborted.set(true);
        }
      };
    }

    @Override
    public void close() {}
  }
}
