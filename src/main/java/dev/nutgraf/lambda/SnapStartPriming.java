package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.nutgraf.lambda.LoopbackS3.StubArticle;
import dev.nutgraf.s3.DocumentGenerator;
import dev.nutgraf.s3.S3Bucket;
import dev.nutgraf.s3.S3RequestException;
import dev.nutgraf.summary.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Primes the function before SnapStart takes its snapshot: handles events on a {@link LoopbackS3}
 * until the SDK, the engine and everything between are loaded, linked and compiled. No stored
 * article is read. TLS, credentials and name resolution can't be primed on loopback; one HEAD of an
 * output that is never written primes them.
 *
 * <p>If priming fails, Lambda doesn't publish the version.
 */
final class SnapStartPriming {
  /** More rounds save less than a millisecond of the first event (measured). */
  private static final int ROUNDS = 40;

  private static final Duration HEAD_TIME_LIMIT = Duration.ofSeconds(10);

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

  private SnapStartPriming() {}

  /**
   * Primes the function.
   *
   * @param settings the function's settings
   * @param generator the function's engine
   * @param s3 the function's client, for the HEAD
   */
  static void run(Settings settings, DocumentGenerator generator, S3Client s3) {
    String key = settings.articlePrefix() + "nutgraf/priming";
    List<StubArticle> articles =
        List.of(
            new StubArticle(key + ".txt", "text/plain", TEXT),
            new StubArticle(key + ".html", "text/html", HTML));
    try (LoopbackS3 loopback = new LoopbackS3(httpClient(), articles);
        S3Client client =
            settings
                .s3()
                .builder()
                .region(s3.serviceClientConfiguration().region())
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("priming", "priming")))
                .httpClient(loopback)
                .build()) {
      Application application = new Application(settings, generator, client, line -> {}, () -> {});
      EventJson events = new EventJson();
      for (int round = 0; round < ROUNDS; round++) {
        for (StubArticle article : articles) {
          InputStream event =
              new ByteArrayInputStream(
                  notification(settings.articleBucket(), article.key())
                      .getBytes(StandardCharsets.UTF_8));
          Invocation invocation = new Invocation(application, new PrimingContext());
          invocation.reconcile(events.<S3Event>fromJson(event, S3Event.class));
          invocation.throwIfFailed();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Priming can't listen on the loopback interface.", e);
    }
    head(
        new S3Bucket(
            s3,
            settings.summaryBucket(),
            settings.s3().describeEndpoint(),
            false,
            () -> HEAD_TIME_LIMIT),
        settings.outputKeys().of(key, Document.Kind.METADATA));
  }

  /** Returns an HTTP client like the function's, but without a proxy, as it stays on loopback. */
  private static SdkHttpClient httpClient() {
    return UrlConnectionHttpClient.builder()
        .proxyConfiguration(
            proxy -> proxy.useEnvironmentVariablesValues(false).useSystemPropertyValues(false))
        .build();
  }

  private static void head(S3Bucket bucket, String key) {
    try {
      bucket.head(key);
    } catch (S3RequestException e) {
      // Without network or permission the first event fails with a message; the snapshot is fine.
    }
  }

  private static String notification(String bucket, String key) {
    return """
    {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
      "eventName": "ObjectCreated:Put", "s3": {"s3SchemaVersion": "1.0",
        "bucket": {"name": "%s", "arn": "arn:aws:s3:::%s"},
        "object": {"key": "%s", "size": 1000, "eTag": "priming", "sequencer": "01"}}}]}
    """
        .formatted(bucket, bucket, URLEncoder.encode(key, StandardCharsets.UTF_8));
  }
}
