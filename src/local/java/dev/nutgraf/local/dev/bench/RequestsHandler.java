package dev.nutgraf.local.dev.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.nutgraf.lambda.Application;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Sends the requests of a first invocation with the same client and does nothing else: HEAD of each
 * possible output, GET of the article, PUT of two outputs of typical sizes, HEAD of the article.
 * The event is the key, a JSON string.
 */
public final class RequestsHandler implements RequestStreamHandler {
  private static final byte[] SUMMARY = new byte[500];
  private static final byte[] METADATA = new byte[4_000];

  private final S3Client s3;
  private final String articles;
  private final String summaries;

  /** The handler on the buckets that the environment names. */
  public RequestsHandler() {
    this(
        Application.s3(System.getenv()),
        System.getenv("ARTICLE_BUCKET"),
        System.getenv("SUMMARY_BUCKET"));
  }

  /** The handler on given buckets. */
  public RequestsHandler(S3Client s3, String articles, String summaries) {
    this.s3 = s3;
    this.articles = articles;
    this.summaries = summaries;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    send(event.substring(1, event.length() - 1));
    output.write("null".getBytes(StandardCharsets.UTF_8));
  }

  /** Sends the requests of one key. */
  public void send(String key) throws IOException {
    headOutput(key + ".summary.txt");
    headOutput(key + ".summary.html");
    headOutput(key + ".metadata.json");
    s3.getObject(get -> get.bucket(articles).key(key).checksumMode(ChecksumMode.ENABLED))
        .readAllBytes();
    put(key + ".summary.txt", SUMMARY);
    put(key + ".metadata.json", METADATA);
    s3.headObject(head -> head.bucket(articles).key(key));
  }

  private void headOutput(String key) {
    try {
      s3.headObject(head -> head.bucket(summaries).key(key));
    } catch (S3Exception e) {
      if (e.statusCode() != 404) {
        throw e;
      }
    }
  }

  private void put(String key, byte[] bytes) {
    s3.putObject(
        put -> put.bucket(summaries).key(key).ifNoneMatch("*"), RequestBody.fromBytes(bytes));
  }
}
