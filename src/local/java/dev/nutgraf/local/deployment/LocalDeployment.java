package dev.nutgraf.local.deployment;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.nutgraf.lambda.Application;
import dev.nutgraf.lambda.EventJson;
import dev.nutgraf.lambda.S3EventHandler;
import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.local.s3.ObjectEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The deployed stack in this JVM: an S3 server with both buckets, and the handler that Lambda runs,
 * which receives its events as JSON.
 */
public final class LocalDeployment implements AutoCloseable {
  public static final String ARTICLES = "nutgraf-articles";
  public static final String SUMMARIES = "nutgraf-summaries";
  public static final String REGION = "us-east-1";
  public static final String ACCESS_KEY = "local";
  public static final String SECRET_KEY = "local";

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
   * Starts the S3 server and the function.
   *
   * @param port the port of the S3 server, or 0 for a free one
   * @param settings the function's settings and the folder that mirrors the summary bucket
   * @throws IOException if the folder can't be written to
   */
  public static LocalDeployment start(int port, DeploymentSettings settings) throws IOException {
    return start(ListenAddress.LOOPBACK, port, settings);
  }

  /** Starts with the S3 server on the given address. */
  public static LocalDeployment start(ListenAddress address, int port, DeploymentSettings settings)
      throws IOException {
    LocalDeployment deployment = prepare(address, port, settings);
    deployment.server.open();
    return deployment;
  }

  /**
   * Creates a deployment whose S3 server has its port and its buckets. Connections wait until the
   * server is {@linkplain LocalS3#open opened}.
   */
  static LocalDeployment prepare(ListenAddress address, int port, DeploymentSettings settings)
      throws IOException {
    createFolder(settings.summaries());
    LocalS3 server = LocalS3.bind(address, port);
    server.createBucket(ARTICLES);
    server.createBucket(SUMMARIES);
    server.mirror(SUMMARIES, settings.summaries());
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("ARTICLE_BUCKET", ARTICLES);
    environment.put("SUMMARY_BUCKET", SUMMARIES);
    Files.createDirectories(ProjectFolder.LOG.getParent());
    PrintStream log =
        new PrintStream(Files.newOutputStream(ProjectFolder.LOG), true, StandardCharsets.UTF_8);
    return new LocalDeployment(server, client(server), environment, log);
  }

  private static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(e.getMessage() + " is a file; --out needs a folder", e);
    } catch (IOException e) {
      throw new IOException("can't create the folder " + folder + " (" + e.getMessage() + ")", e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(folder + ": can't write to this folder; check its permissions");
    }
  }

  public static S3Client client(LocalS3 server) {
    return S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .endpointOverride(server.endpoint())
        .forcePathStyle(true)
        .build();
  }

  public LocalS3 server() {
    return server;
  }

  public S3Client s3() {
    return s3;
  }

  /**
   * Invokes the function with the notification that S3 sends for the event.
   *
   * @throws RuntimeException if the function fails. The message is that of the function, or of the
   *     local S3 if its own failure is the cause, such as a full disk.
   */
  public void deliver(ObjectEvent event) {
    S3Event notification = events.fromJson(Notification.json(event), S3Event.class);
    try {
      handler.handleRequest(notification, LocalContext.of(log::println));
    } catch (RuntimeException e) {
      throw serverFailure(e)
          .<RuntimeException>map(message -> new IllegalStateException(message, e))
          .orElse(e);
    }
  }

  /** Returns why the local S3 itself failed; the function's messages have only the status. */
  private static Optional<String> serverFailure(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AwsServiceException answer
          && answer.awsErrorDetails() != null
          && "InternalError".equals(answer.awsErrorDetails().errorCode())) {
        return Optional.ofNullable(answer.awsErrorDetails().errorMessage());
      }
    }
    return Optional.empty();
  }

  /** Returns reprocessing of both buckets. */
  public Reprocessing reprocessing() {
    return new Reprocessing(s3, environment, log::println);
  }

  @Override
  public void close() {
    s3.close();
    server.close();
    log.close();
  }
}
