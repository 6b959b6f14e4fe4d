package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.lambda.KeyResult.Done;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.s3.DocumentGenerator;
import dev.nutgraf.s3.EngineException;
import dev.nutgraf.s3.Outcome;
import dev.nutgraf.s3.Outcome.Status;
import dev.nutgraf.s3.Reconciler;
import dev.nutgraf.s3.SummaryGenerator;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

final class KeyResultTest {

  @Test
  void returnsTheOutcomeOfASuccess() {
    Outcome outcome = Outcome.of(Status.UNCHANGED);
    assertEquals(new Done(outcome), KeyResult.of(() -> outcome));
  }

  @Test
  void givesEveryFailureACodeThatOperationsExplains() throws Exception {
    Set<String> codes = new TreeSet<>();
    for (Throwable cause :
        List.of(
            new NoTimeLeftException("Not started", 1_000),
            new InvalidEventException("No bucket."),
            new OutOfMemoryError(),
            new StackOverflowError(),
            new IllegalStateException("?"),
            engineDefect())) {
      codes.add(failed(cause).code());
    }
    codes.add(codeOf(Fault.conflict(), "PUT_OBJECT"));
    codes.add(codeOf(new Fault.ErrorResponse(403, "AccessDenied", false), "GET_OBJECT"));
    codes.add(codeOf(Fault.lostResponse(), "HEAD_OBJECT"));
    codes.add(codeOfAnInvalidAnswer());
    assertEquals(
        Set.of(
            "contended",
            "engine-defect",
            "internal-error",
            "invalid-event",
            "no-time-left",
            "out-of-memory",
            "s3-403",
            "s3-invalid-answer",
            "s3-no-answer",
            "stack-overflow"),
        codes);
    codes.remove("s3-403");
    codes.add("s3-STATUS");
    String operations = Files.readString(Path.of("docs/operations.md"));
    assertEquals(
        codes,
        Pattern.compile("(?m)^\\| `([a-z0-9-]+|s3-STATUS)` \\|")
            .matcher(operations)
            .results()
            .map((MatchResult row) -> row.group(1))
            .filter(name -> !name.startsWith("STACK"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void namesTheRequestAndTheErrorThatS3Refused() {
    String message = messageOf(new Fault.ErrorResponse(403, "AccessDenied", false), "GET_OBJECT");
    assertTrue(
        message.startsWith("GET s3://nutgraf-articles/a.txt: S3 answered 403 AccessDenied"),
        message);
  }

  @Test
  void retriesWhatMaySucceedAndNothingElse() {
    assertTrue(failed(new NoTimeLeftException("Not started", 1_000)).isRetryable());
    assertTrue(failed(new OutOfMemoryError()).isRetryable());
    assertTrue(failed(new IllegalStateException("?")).isRetryable());
    assertFalse(failed(engineDefect()).isRetryable());
    assertFalse(failed(new StackOverflowError()).isRetryable());
    assertFalse(failed(new InvalidEventException("No bucket.")).isRetryable());
  }

  @Test
  void locatesAnEngineDefectWithoutQuotingTheArticle() {
    String message = failed(engineDefect()).message();
    assertTrue(
        message.matches("The engine failed on this article at \\w+\\.java:\\d+; .*"), message);
    assertFalse(message.contains("quoted"), message);
    assertFalse(message.contains("Exception"), message);
  }

  private static EngineException engineDefect() {
    DocumentGenerator generator = new SummaryGenerator(EngineSettings.DEFAULT);
    Source source =
        new Source("articles", "a.txt", Optional.empty(), "tag", 1, Optional.empty(), "quoted");
    @SuppressWarnings("NullAway") // the defect: no bytes to read
    ArticleFile broken = ArticleFile.of("a.txt", null);
    return assertThrows(EngineException.class, () -> generator.generate(source, broken, Map.of()));
  }

  /** Reconciles on a server that isn't S3. */
  private static String codeOfAnInvalidAnswer() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    Map<String, String> environment =
        Map.of(
            "ARTICLE_BUCKET", Deployment.ARTICLES,
            "SUMMARY_BUCKET", Deployment.SUMMARIES,
            "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + server.getAddress().getPort());
    try (S3Client s3 =
        S3Settings.from(environment)
            .builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(S3Settings.httpClient(Duration.ofSeconds(10)))
            .build()) {
      return failure(Application.of(environment, s3, line -> {})).code();
    } finally {
      server.stop(0);
    }
  }

  private static String codeOf(Fault fault, String operation) {
    return failure(fault, operation).code();
  }

  private static String messageOf(Fault fault, String operation) {
    return failure(fault, operation).message();
  }

  private static Failed failure(Fault fault, String operation) {
    try (Deployment deployment = new Deployment()) {
      deployment.put("a.txt", Deployment.ARTICLE);
      deployment.server.injectFaults(
          call ->
              call.operation().name().equals(operation) ? Optional.of(fault) : Optional.empty());
      return failure(deployment.application);
    }
  }

  private static Failed failure(Application application) {
    return (Failed)
        application.reconcile(
            new ObjectKey(Deployment.ARTICLES, "a.txt"),
            Reconciler.Request.DEFAULT,
            Deployment.context());
  }

  private static Failed failed(Throwable cause) {
    return (Failed)
        KeyResult.of(
            () -> {
              if (cause instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) cause;
            });
  }
}
