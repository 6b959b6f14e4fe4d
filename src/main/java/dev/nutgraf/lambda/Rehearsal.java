package dev.nutgraf.lambda;

import dev.nutgraf.s3.DocumentMaker;
import dev.nutgraf.s3.OutputKeys;
import dev.nutgraf.s3.Reconciler;
import dev.nutgraf.s3.S3Bucket;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Reconciles articles on a stage without S3 behind it: the SDK, the engine and all that lies
 * between are loaded, linked and warm before the snapshot is taken, and no request leaves the
 * machine.
 */
final class Rehearsal {
  private static final String HTML =
      """
      <!DOCTYPE html><html lang="en"><head><title>Harbor bridge reopens</title></head><body><article>
      <h1>Harbor bridge reopens</h1>
      <p>The harbor bridge reopened on Monday after nine months of repairs.</p>
      <p>Engineers replaced 400 bolts and the whole of the eastern deck.</p>
      <p>The city expects 30,000 cars a day. Ferries will run until the end of the month.</p>
      </article></body></html>
      """;
  private static final String TEXT =
      """
      Harbor bridge reopens

      The harbor bridge reopened on Monday after nine months of repairs. Engineers replaced 400 bolts \
      and the whole of the eastern deck. The city expects 30,000 cars a day. Ferries will run until \
      the end of the month.
      """;

  private Rehearsal() {}

  static void run(DocumentMaker maker) {
    play(maker, "rehearsal.txt", "text/plain", TEXT);
    play(maker, "rehearsal.html", "text/html", HTML);
  }

  private static void play(DocumentMaker maker, String key, String contentType, String article) {
    try (S3Client s3 =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")))
            .httpClient(new Stage(contentType, article.getBytes(StandardCharsets.UTF_8)))
            .build()) {
      new Reconciler(
              new S3Bucket(s3, Stage.ARTICLES),
              new S3Bucket(s3, Stage.SUMMARIES),
              new OutputKeys(""),
              maker,
              round -> {})
          .reconcile(key);
    }
  }

  /** An S3 that always holds one article and never an output. */
  private static final class Stage implements SdkHttpClient {
    static final String ARTICLES = "rehearsal-articles";
    static final String SUMMARIES = "rehearsal-summaries";

    private final String contentType;
    private final byte[] article;

    Stage(String contentType, byte[] article) {
      this.contentType = contentType;
      this.article = article;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return answer(request.httpRequest());
        }

        @Override
        public void abort() {}
      };
    }

    private HttpExecuteResponse answer(SdkHttpRequest request) {
      SdkHttpFullResponse.Builder response =
          SdkHttpFullResponse.builder().statusCode(200).putHeader("ETag", "\"rehearsal\"");
      if (request.host().startsWith(SUMMARIES)) {
        boolean look = request.method() == SdkHttpMethod.HEAD;
        return HttpExecuteResponse.builder()
            .response(response.statusCode(look ? 404 : 200).build())
            .build();
      }
      response
          .putHeader("Content-Type", contentType)
          .putHeader("Content-Length", Integer.toString(article.length))
          .putHeader(
              "Last-Modified",
              DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.EPOCH.atOffset(ZoneOffset.UTC)));
      HttpExecuteResponse.Builder answer = HttpExecuteResponse.builder().response(response.build());
      if (request.method() == SdkHttpMethod.GET) {
        answer.responseBody(AbortableInputStream.create(new ByteArrayInputStream(article)));
      }
      return answer.build();
    }

    @Override
    public void close() {}
  }
}
