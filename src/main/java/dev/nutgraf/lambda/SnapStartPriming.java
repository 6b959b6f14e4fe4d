package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.nutgraf.lambda.LoopbackS3.StubArticle;
import dev.nutgraf.s3.OutputKeys;
import dev.nutgraf.s3.Reconciler;
import dev.nutgraf.s3.S3Bucket;
import dev.nutgraf.s3.SummaryGenerator;
import dev.nutgraf.summary.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Handles events on a {@link LoopbackS3} instead of S3, over and over: the SDK, the engine and all
 * that lies between are loaded, linked and compiled before the snapshot is taken, and no article is
 * touched. What a stage cannot show, TLS, credentials and the names of hosts, is warmed up by one
 * look at an output that nothing ever writes. A version whose rehearsal fails is not published.
 */
final class SnapStartPriming {
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

  private SnapStartPriming() {}

  /**
   * Rehearses.
   *
   * @param settings the function's own
   * @param generator the function's own engine
   * @param builder makes a client as the function's own is made
   * @param s3 the function's own client, for the look
   */
  static void run(
      Settings settings, SummaryGenerator generator, S3ClientBuilder builder, S3Client s3) {
    String key = settings.articlePrefix() + "nutgraf/rehearsal";
    List<StubArticle> articles =
        List.of(
            new StubArticle(key + ".txt", "text/plain", TEXT),
            new StubArticle(key + ".html", "text/html", HTML));
    OutputKeys keys = settings.outputKeys();
    try (LoopbackS3 stage = new LoopbackS3(transport(), articles);
        S3Client staged =
            builder
                .region(s3.serviceClientConfiguration().region())
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("nobody", "nothing")))
                .httpClient(stage)
                .build()) {
      Application application =
          new Application(
              settings,
              new Reconciler(
                  new S3Bucket(staged, settings.articleBucket()),
                  new S3Bucket(staged, settings.summaryBucket()),
                  keys,
                  generator,
                  round -> {}),
              new OutcomeLog(line -> {}, Clock.systemUTC(), settings.summaryBucket()),
              () -> {});
      EventJson events = new EventJson();
      S3EventHandler handler = new S3EventHandler(application);
      for (int round = 0; round < ROUNDS; round++) {
        for (StubArticle article : articles) {
          InputStream event =
              new ByteArrayInputStream(
                  notification(settings.articleBucket(), article.key())
                      .getBytes(StandardCharsets.UTF_8));
          handler.handleRequest(events.fromJson(event, S3Event.class), new PrimingContext());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("This machine has no loopback interface to rehearse on.", e);
    }
    look(new S3Bucket(s3, settings.summaryBucket()), keys.of(key, Document.Kind.METADATA));
  }

  /** The function's HTTP client, but past any proxy: the stage is on this machine. */
  private static SdkHttpClient transport() {
    return UrlConnectionHttpClient.builder()
        .proxyConfiguration(
            proxy -> proxy.useEnvironmentVariablesValues(false).useSystemPropertyValues(false))
        .build();
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
}
