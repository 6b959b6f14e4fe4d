package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.nutgraf.s3.OutputKeys;
import dev.nutgraf.s3.Reconciler;
import dev.nutgraf.s3.S3Bucket;
import dev.nutgraf.s3.SummaryMaker;
import dev.nutgraf.summary.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Handles events on a stage without S3 behind it, over and over: the SDK, the engine and all that
 * lies between are loaded, linked and compiled before the snapshot is taken, and no article is
 * touched. What a stage cannot show, TLS, credentials and the names of hosts, is warmed up by one
 * look at an output that nothing ever writes.
 */
final class Rehearsal {
  /** From about here on, another round saves the first event less than a millisecond. */
  private static final int ROUNDS = 40;

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
      Harbor bridge reopens after nine months

      By Ann Example
      January 5, 2026

      The harbor bridge reopened on Monday after nine months of repairs, the city said. Engineers \
      replaced 4,000 bolts and the whole of the eastern deck. "We are glad, and tired," said Mayor \
      J. P. Example, who crossed it first at 7:30 a.m.

      The city expects 30,000 cars a day. The work cost $41.5 million, about $3 million more than \
      planned, according to the U.S. engineers who led it. Ferries will run until the end of the \
      month. Dr. Example of the port's own inspectors called the deck "as good as new."

      What comes next

      A second bridge, two miles to the north, is to be inspected in March. It was built in 1961. \
      Most of those who live beside it want it kept; a few would rather see a tunnel. The council \
      votes on both in May. It has until then to find the money, and nobody has said from where.
      """;

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param settings the function's own
   * @param maker the function's own engine
   * @param builder makes a client as the function's own is made
   * @param s3 the function's own client, for the look
   */
  static void run(Settings settings, SummaryMaker maker, S3ClientBuilder builder, S3Client s3) {
    String key = settings.articlePrefix() + "nutgraf/rehearsal";
    Map<String, Article> articles =
        Map.of(
            key + ".txt", new Article("text/plain", TEXT),
            key + ".html", new Article("text/html", HTML));
    OutputKeys keys = settings.outputKeys();
    try (S3Client stage =
        builder
            .region(s3.serviceClientConfiguration().region())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")))
            .httpClient(new Stage(articles))
            .build()) {
      Application application =
          new Application(
              settings,
              new Reconciler(
                  new S3Bucket(stage, settings.articleBucket()),
                  new S3Bucket(stage, settings.summaryBucket()),
                  keys,
                  maker,
                  round -> {}),
              new Journal(line -> {}, Clock.systemUTC(), settings.summaryBucket()),
              () -> {});
      EventJson events = new EventJson();
      S3EventHandler handler = new S3EventHandler(application);
      for (int round = 0; round < ROUNDS; round++) {
        for (String article : articles.keySet()) {
          InputStream event =
              new ByteArrayInputStream(
                  notification(settings.articleBucket(), article).getBytes(StandardCharsets.UTF_8));
          handler.handleRequest(events.fromJson(event, S3Event.class), new RehearsalContext());
        }
      }
    }
    look(new S3Bucket(s3, settings.summaryBucket()), keys.of(key, Document.Kind.METADATA));
  }

  private static void look(S3Bucket bucket, String key) {
    try {
      bucket.head(key);
    } catch (SdkException e) {
      // Without network or permission the first event will fail, and say so; a snapshot need not.
    }
  }

  private static String notification(String bucket, String key) {
    return """
    {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
      "eventName": "ObjectCreated:Put", "s3": {"s3SchemaVersion": "1.0",
        "bucket": {"name": "%s", "arn": "arn:aws:s3:::%s"},
        "object": {"key": "%s", "size": 1000, "eTag": "rehearsal", "sequencer": "01"}}}]}
    """
        .formatted(bucket, bucket, URLEncoder.encode(key, StandardCharsets.UTF_8));
  }

  private record Article(String contentType, String text) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * An S3 that always holds the same articles and never an output.
   *
   * @param articles by key
   */
  private record Stage(Map<String, Article> articles) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          if (request.contentStreamProvider().isPresent()) {
            // Signing and checksums happen as the body is read.
            request.contentStreamProvider().get().newStream().readAllBytes();
          }
          return answer(request.httpRequest().method(), request.httpRequest().encodedPath());
        }

        @Override
        public void abort() {}
      };
    }

    private HttpExecuteResponse answer(SdkHttpMethod method, String path) {
      SdkHttpFullResponse.Builder response =
          SdkHttpFullResponse.builder().statusCode(200).putHeader("ETag", "\"rehearsal\"");
      byte[] body = new byte[0];
      Optional<Article> article =
          articles.entrySet().stream()
              .filter(entry -> path.endsWith("/" + entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst();
      if (article.isPresent()) {
        response
            .putHeader("Content-Type", article.get().contentType())
            .putHeader("Content-Length", Integer.toString(article.get().bytes().length))
            .putHeader(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.EPOCH.atOffset(ZoneOffset.UTC)));
        if (method == SdkHttpMethod.GET) {
          body = article.get().bytes();
        }
      } else if (method == SdkHttpMethod.HEAD) {
        response.statusCode(404);
      }
      return HttpExecuteResponse.builder()
          .response(response.build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
          .build();
    }

    @Override
    public void close() {}
  }
}
