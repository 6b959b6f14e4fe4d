package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import dev.nutgraf.s3.GetResult;
import dev.nutgraf.s3.S3Bucket;
import dev.nutgraf.s3.SummaryGenerator;
import dev.nutgraf.summary.EngineSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An endpoint that is slow, silent or absent: the function must log a line before it times out. */
final class UnresponsiveS3Test {
  private static final int PIECES = 20;
  private static final Duration SHORT_INVOCATION = Duration.ofMillis(2_500);

  private final List<Closeable> resources = new ArrayList<>();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  /** Answers a request whose head was read; ends if the test does. */
  private interface Answer {
    void write(OutputStream out, CountDownLatch testEnd) throws IOException, InterruptedException;
  }

  @AfterEach
  void stop() throws IOException {
    for (Closeable resource : resources) {
      resource.close();
    }
  }

  @Test
  void endsBeforeTheInvocationIfTheEndpointIsSilent() {
    String endpoint = serve((out, testEnd) -> testEnd.await());
    Context context = TestContext.endingIn(SHORT_INVOCATION);
    assertThrows(InvocationFailedException.class, () -> deliver(endpoint, context));
    assertTrue(context.getRemainingTimeInMillis() > 0, "timed out");
    assertLogged("s3-no-answer", endpoint);
  }

  @Test
  void endsBeforeTheInvocationIfAResponseNeverEnds() {
    String endpoint =
        serve(
            (out, testEnd) -> {
              out.write(head(50 << 20));
              while (!testEnd.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
              }
            });
    Context context = TestContext.endingIn(SHORT_INVOCATION);
    S3Bucket bucket = bucket(endpoint, Duration.ofSeconds(10), context);
    assertThrows(RuntimeException.class, () -> bucket.get("a.txt", object -> true));
    assertTrue(context.getRemainingTimeInMillis() > 0, "timed out");
  }

  @Test
  void readsALargeArticleForLongerThanTheSocketTimeout() {
    byte[] piece = new byte[1 << 16];
    String endpoint =
        serve(
            (out, testEnd) -> {
              out.write(head(PIECES * piece.length));
              for (int i = 0; i < PIECES && !testEnd.await(50, TimeUnit.MILLISECONDS); i++) {
                out.write(piece);
              }
            });
    S3Bucket bucket = bucket(endpoint, Duration.ofMillis(500), Deployment.context());
    GetResult.Content content =
        assertInstanceOf(GetResult.Content.class, bucket.get("a.txt", object -> true));
    assertEquals(PIECES * piece.length, content.bytes().length);
  }

  @Test
  void namesAnEndpointThatRefusesConnections() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    String endpoint = "http://127.0.0.1:" + port;
    assertThrows(InvocationFailedException.class, () -> deliver(endpoint, Deployment.context()));
    assertLogged("s3-no-answer", endpoint);
  }

  @Test
  void namesAnHttpsEndpointThatSpeaksHttp() {
    String endpoint =
        serve(
                (out, testEnd) ->
                    out.write(
                        "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
            .replace("http:", "https:");
    assertThrows(InvocationFailedException.class, () -> deliver(endpoint, Deployment.context()));
    assertLogged("s3-no-answer", endpoint);
  }

  @Test
  void sendsNoRequestWhenTheInvocationIsAboutToTimeOut() {
    String endpoint = serve((out, testEnd) -> out.write(head(0)));
    S3Bucket bucket = bucket(endpoint, Duration.ofSeconds(1), new TestContext(900));
    NoTimeLeftException e = assertThrows(NoTimeLeftException.class, () -> bucket.head("a.txt"));
    assertTrue(String.valueOf(e.getMessage()).startsWith("Stopped: less than 1,000 ms"));
  }

  private void assertLogged(String code, String endpoint) {
    assertEquals(1, log.size());
    String line = log.get(0);
    assertTrue(line.contains("\"code\":\"" + code + "\""), line);
    assertTrue(
        line.contains("No answer from " + endpoint + " (AWS_ENDPOINT_URL_S3; allowed is "), line);
  }

  private void deliver(String endpoint, Context context) {
    Map<String, String> environment = environment(endpoint);
    Application application =
        Application.of(environment, client(environment, Duration.ofSeconds(10)), log::add);
    new S3EventHandler(application)
        .handleRequest(Deployment.event(Deployment.ARTICLES, List.of("a.txt")), context);
  }

  private S3Bucket bucket(String endpoint, Duration socketTimeout, Context context) {
    Map<String, String> environment = environment(endpoint);
    S3Client s3 = client(environment, socketTimeout);
    return new Application(
            Settings.from(environment),
            new SummaryGenerator(EngineSettings.DEFAULT),
            s3,
            log::add,
            () -> {})
        .bucket(Deployment.ARTICLES, context);
  }

  private static Map<String, String> environment(String endpoint) {
    return Map.of(
        "ARTICLE_BUCKET", Deployment.ARTICLES,
        "SUMMARY_BUCKET", Deployment.SUMMARIES,
        "AWS_ENDPOINT_URL_S3", endpoint);
  }

  private S3Client client(Map<String, String> environment, Duration socketTimeout) {
    S3Client s3 =
        S3Settings.from(environment)
            .builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(S3Settings.httpClient(socketTimeout))
            .build();
    resources.add(s3::close);
    return s3;
  }

  private static byte[] head(int length) {
    return """
        HTTP/1.1 200 OK\r
        ETag: "tag"\r
        Last-Modified: Mon, 05 Jan 2026 08:30:00 GMT\r
        Content-Length: %d\r
        \r
        """
        .formatted(length)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Starts a server with one answer to every connection and returns its endpoint. */
  private String serve(Answer answer) {
    CountDownLatch testEnd = new CountDownLatch(1);
    resources.add(testEnd::countDown);
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      resources.add(server);
      start(
          () -> {
            while (true) {
              Socket connection = server.accept();
              start(
                  () -> {
                    try (connection) {
                      readHead(connection.getInputStream());
                      answer.write(connection.getOutputStream(), testEnd);
                      // Closing at once could reset the connection and lose what isn't read yet.
                      connection.shutdownOutput();
                      testEnd.await();
                    }
                  });
            }
          });
      return "http://127.0.0.1:" + server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a request without a body, or the first bytes of another protocol. */
  private static void readHead(InputStream in) throws IOException {
    int first = in.read();
    int last = first;
    while (Character.isLetter(first) && last >= 0 && !(last == '\n' && in.read() == '\r')) {
      last = in.read();
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException e) {
                // The client or the test closed the connection.
              }
            },
            "unresponsive-s3");
    thread.setDaemon(true);
    thread.start();
  }
}
