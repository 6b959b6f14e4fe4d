package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.summary.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The application with both buckets on a local S3, through the AWS SDK. */
final class Deployment implements AutoCloseable {
  static final String ARTICLES = "nutgraf-articles";
  static final String SUMMARIES = "nutgraf-summaries";
  static final String ARTICLE =
      """
      Harbor bridge reopens

      The harbor bridge reopened on Monday after nine months of repairs. Engineers replaced 400 \
      bolts and the whole of the eastern deck. The city expects 30,000 cars a day on the bridge. \
      Ferries will run until the end of the month. The mayor thanked the crews who worked at night.
      """;

  final LocalS3 server = LocalS3.start();
  final S3Client s3;
  final Application application;
  final List<String> log = Collections.synchronizedList(new ArrayList<>());

  Deployment() {
    this(Map.of());
  }

  /** A deployment with settings besides the buckets. */
  Deployment(Map<String, String> settings) {
    server.createBucket(ARTICLES);
    server.createBucket(SUMMARIES);
    // As in the function, but without waits between retries.
    Map<String, String> environment = new HashMap<>();
    environment.put("ARTICLE_BUCKET", ARTICLES);
    environment.put("SUMMARY_BUCKET", SUMMARIES);
    environment.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
    environment.putAll(settings);
    S3ClientBuilder builder = S3Settings.from(environment).builder();
    s3 =
        builder
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(S3Settings.httpClient(Duration.ofSeconds(2)))
            .overrideConfiguration(
                builder.overrideConfiguration().toBuilder()
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .backoffStrategy(BackoffStrategy.retryImmediately())
                            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                            .circuitBreakerEnabled(false)
                            .build())
                    .build())
            .build();
    application = Application.of(environment, s3, log::add);
  }

  static Context context() {
    return new TestContext(300_000);
  }

  void put(String key, String article) {
    put(key, article.getBytes(StandardCharsets.UTF_8));
  }

  void put(String key, byte[] article) {
    s3.putObject(b -> b.bucket(ARTICLES).key(key), RequestBody.fromBytes(article));
  }

  void delete(String key) {
    s3.deleteObject(b -> b.bucket(ARTICLES).key(key));
  }

  /** Delivers one notification with a record for every key, as Lambda does. */
  void deliver(String... keys) {
    new S3EventHandler(application).handleRequest(event(ARTICLES, List.of(keys)), context());
  }

  /** Returns the notification of some keys, as the runtime passes it. */
  static S3Event event(String bucket, List<String> keys) {
    return new EventJson().fromJson(notification(bucket, keys), S3Event.class);
  }

  /** Returns the JSON of a notification. */
  static String notification(String bucket, List<String> keys) {
    return keys.stream()
        .map(
            key ->
                """
                {"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
                 "eventTime": "2026-01-05T08:30:00.000Z", "eventName": "ObjectCreated:Put",
                 "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s"}}}
                """
                    .formatted(bucket, URLEncoder.encode(key, StandardCharsets.UTF_8)))
        .collect(Collectors.joining(",", "{\"Records\": [", "]}"));
  }

  /** Reads one of the sample events. */
  static <T> T sample(String file, Class<T> type) {
    try {
      return new EventJson().fromJson(Files.readString(Path.of("events", file)), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the keys of the outputs of an article, without a page. */
  static Set<String> outputsOf(String key) {
    return Set.of(key + ".summary.txt", key + ".metadata.json");
  }

  /** Returns the key of every object in the summary bucket. */
  List<String> outputKeys() {
    return s3.listObjectsV2Paginator(b -> b.bucket(SUMMARIES)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** Returns every object in the summary bucket, by key. */
  Map<String, String> outputs() {
    Map<String, String> outputs = new TreeMap<>();
    outputKeys().forEach(key -> outputs.put(key, output(key)));
    return outputs;
  }

  String output(String key) {
    return s3.getObjectAsBytes(b -> b.bucket(SUMMARIES).key(key)).asUtf8String();
  }

  String metadata(String articleKey) {
    return output(articleKey + Document.Kind.METADATA.suffix());
  }

  @Override
  public void close() {
    s3.close();
    server.close();
  }
}
