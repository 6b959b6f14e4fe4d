package dev.nutgraf.local;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.nutgraf.lambda.Application;
import dev.nutgraf.lambda.EventJson;
import dev.nutgraf.lambda.S3EventHandler;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.local.s3.ObjectEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The whole stack in this JVM: an S3 server with both buckets, and the handler that Lambda runs,
 * which gets its events as JSON.
 */
final class LocalDeployment implements AutoCloseable {
  static final String ARTICLES = "nutgraf-articles";
  static final String SUMMARIES = "nutgraf-summaries";
  static final String REGION = "us-east-1";
  static final String ACCESS_KEY = "local";
  static final String SECRET_KEY = "local";

  private static final Path LOG = Path.of("target", "local", "function.log");

  private final LocalS3 server;
  private final S3Client s3;
  private final Map<String, String> environment;
  private final S3EventHandler handler;
  private final EventJson events = new EventJson();
  private final PrintStream log;

  private LocalDeployment(
      LocalS3 server, S3Client s3, Map<String, String> environment, PrintStream log) {
    this.server = server;
    this.s3 = s3;
    this.environment = environment;
    this.handler = new S3EventHandler(Application.of(environment, s3, log::println));
    this.log = log;
  }

  /**
   * Starts the stack.
   *
   * @param port the port of the S3 server, 0 for any free one
   * @param options what the function is told, and where the objects of the summary bucket are left
   */
  static LocalDeployment start(int port, DeploymentOptions options) throws IOException {
    LocalS3 server = LocalS3.start(port);
    server.createBucket(ARTICLES);
    server.createBucket(SUMMARIES);
    server.mirror(SUMMARIES, options.out());
    Map<String, String> environment = new HashMap<>(options.settings());
    environment.put("ARTICLE_BUCKET", ARTICLES);
    environment.put("SUMMARY_BUCKET", SUMMARIES);
    Files.createDirectories(LOG.getParent());
    PrintStream log = new PrintStream(Files.newOutputStream(LOG), true, StandardCharsets.UTF_8);
    return new LocalDeployment(server, client(server), environment, log);
  }

  static S3Client client(LocalS3 server) {
    return S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .endpointOverride(server.endpoint())
        .forcePathStyle(true)
        .build();
  }

  LocalS3 server() {
    return server;
  }

  S3Client s3() {
    return s3;
  }

  /** Hands the event to the function, as S3 and Lambda would. */
  void deliver(ObjectEvent event) {
    S3Event notification = events.fromJson(Notification.json(event), S3Event.class);
    handler.handleRequest(notification, LocalContext.of(log::println));
  }

  /** A sweep over both buckets. */
  Reprocessing sweep() {
    return new Reprocessing(s3, environment, log::println);
  }

  @Override
  public void close() {
    s3.close();
    server.close();
    log.close();
  }
}
