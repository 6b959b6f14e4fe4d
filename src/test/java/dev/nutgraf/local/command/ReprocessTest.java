package dev.nutgraf.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.s3.LocalS3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reprocessing of buckets that the environment or a stack names. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class ReprocessTest {
  private static final String ARTICLES = "news-articles-111122223333";
  private static final String SUMMARIES = "news-summaries-111122223333";
  private static final String ARTICLE =
      "The library of Port Elsie opens on Sundays from May. The council voted for it on Monday."
          + " It costs the town some $40,000 a year. Readers had asked for it since 2019.";

  /** The SDK's properties in place of the environment variables, which a test can't set. */
  private static final List<String> PROPERTIES =
      List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey");

  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final LocalS3 server = LocalS3.start();
  private final S3Client s3 = LocalDeployment.client(server);
  private final HttpServer cloudFormation = start();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void prepare() {
    PROPERTIES.forEach(property -> System.setProperty(property, "us-east-1"));
    server.createBucket(ARTICLES);
    server.createBucket(SUMMARIES);
    for (int i = 0; i < 4; i++) {
      String key = i + ".txt";
      s3.putObject(put -> put.bucket(ARTICLES).key(key), RequestBody.fromString(ARTICLE));
    }
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
    environment.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
  }

  @AfterEach
  void restore() {
    System.setOut(systemOut);
    System.setErr(systemErr);
    PROPERTIES.forEach(System::clearProperty);
    s3.close();
    server.close();
    cloudFormation.stop(0);
  }

  @Test
  void takesBucketsAndSettingsOfAStack() {
    assertEquals(0, reprocess("--stack", "news"), this::printed);
    assertEquals(12, summaries().size());
    assertEquals(
        1,
        s3.getObjectAsBytes(get -> get.bucket(SUMMARIES).key("0.txt.summary.txt"))
            .asUtf8String()
            .lines()
            .count());
    assertPrinted("ARTICLE_BUCKET " + ARTICLES + " (from the stack)");
    assertPrinted("SUMMARY_SENTENCES 1 (from the stack)");
    assertPrinted("SUMMARY_MAX_WORDS 0 (default)");
    assertPrinted("AWS_ENDPOINT_URL_S3 " + server.endpoint() + " (from the environment)");
  }

  @Test
  void saysThatThereIsNoSuchStack() {
    assertEquals(1, reprocess("--stack", "absent"));
    assertPrinted("Can't read the stack \"absent\": Stack with id absent does not exist");
    assertEquals(1, reprocess("--stack", "other"));
    assertPrinted("The stack \"other\" has no outputs ArticleBucketName and SummaryBucketName");
  }

  @Test
  void saysThatCloudFormationDoesNotAnswer() {
    cloudFormation.stop(0);
    assertEquals(1, reprocess("--stack", "news"));
    assertPrinted("Can't read the stack \"news\": nothing answers at this address");
  }

  @Test
  void namesTheBucketsAndTheEndpointIfOneIsMissing() {
    environment.put("ARTICLE_BUCKET", "absent");
    environment.put("SUMMARY_BUCKET", SUMMARIES);
    assertEquals(1, execute("--dry-run"));
    assertPrinted(
        "Can't reprocess s3://absent and s3://%s at %s: there is no such bucket"
            .formatted(SUMMARIES, server.endpoint()));
  }

  @Test
  void refusesSettingsThatTheStackHas() {
    environment.put("SUMMARY_SENTENCES", "5");
    assertEquals(2, reprocess("--stack", "news"));
    assertPrinted("SUMMARY_SENTENCES is set, and --stack takes it from the stack");
  }

  @ParameterizedTest
  @ValueSource(strings = {"article.txt", "--out=x", "--sentences=5", "--no-html", "--explain"})
  void refusesArgumentsThatItWouldIgnore(String argument) {
    nameBuckets();
    assertEquals(2, reprocess(argument));
    assertPrinted("has no effect on the buckets of ARTICLE_BUCKET and SUMMARY_BUCKET");
    assertEquals(2, reprocess("--stack", "news", argument));
    assertPrinted("has no effect on the buckets of the stack \"news\"");
    assertEquals(List.of(), summaries());
  }

  @Test
  void refusesOneBucketOfTwo() {
    environment.put("ARTICLE_BUCKET", ARTICLES);
    environment.put("SUMMARY_BUCKET", "");
    assertEquals(2, reprocess());
    assertPrinted("SUMMARY_BUCKET is not set");
  }

  @Test
  void sendsNothingMeantForTheLocalS3ToAws() {
    nameBuckets();
    environment.remove("AWS_ENDPOINT_URL_S3");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    assertEquals(2, reprocess());
    assertPrinted("would go to AWS");
    environment.remove("AWS_ACCESS_KEY_ID");
    environment.put("ARTICLE_BUCKET", "nutgraf-articles");
    assertEquals(2, reprocess());
    environment.clear();
    environment.put("AWS_ACCESS_KEY_ID", "local");
    assertEquals(2, execute("--stack", "news"));
  }

  @Test
  void refusesAPrefixOutsideOfTheArticles() {
    nameBuckets();
    environment.put("ARTICLE_PREFIX", "news/");
    assertEquals(2, reprocess("--prefix", "sport/"));
    assertPrinted("--prefix must start with ARTICLE_PREFIX, which is news/");
  }

  @Test
  void asksBeforeItRewritesMostSummariesWithOtherSettings() {
    assertEquals(0, reprocess("--stack", "news"), this::printed);
    List<String> before = summaries();
    nameBuckets();
    assertEquals(1, reprocess());
    assertPrinted("Of the first 4 summaries, 4 are of another version or other settings");
    assertEquals(before, summaries());
    assertEquals(0, reprocess("--yes"));
    assertEquals(8, summaries().size());
    assertEquals(0, reprocess());
  }

  @Test
  void asksBeforeItDeletesMostSummaries() {
    nameBuckets();
    assertEquals(0, reprocess());
    for (int i = 1; i < 4; i++) {
      String key = i + ".txt";
      s3.deleteObject(delete -> delete.bucket(ARTICLES).key(key));
    }
    assertEquals(1, reprocess());
    assertPrinted("and 3 have no article and would be deleted");
    assertEquals(8, summaries().size());
    String dry = counts("--dry-run");
    assertEquals("3 removed (orphan) 1 unchanged 4 articles", dry);
    assertEquals(dry, counts("--yes"));
    assertEquals(2, summaries().size());
  }

  private void nameBuckets() {
    environment.put("ARTICLE_BUCKET", ARTICLES);
    environment.put("SUMMARY_BUCKET", SUMMARIES);
  }

  private String counts(String option) {
    out.reset();
    assertEquals(0, reprocess(option), this::printed);
    return out.toString(UTF_8)
        .replaceAll("(?s).*\\((default|from the environment)\\)", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" in [\\d.]+ s.*", "")
        .strip();
  }

  private int reprocess(String... arguments) {
    Map<String, String> withStack = new HashMap<>(environment);
    if (List.of(arguments).contains("--stack")) {
      withStack.remove("ARTICLE_BUCKET");
      withStack.remove("SUMMARY_BUCKET");
      withStack.put(
          "AWS_ENDPOINT_URL_CLOUDFORMATION",
          "http://127.0.0.1:" + cloudFormation.getAddress().getPort());
    }
    return execute(withStack, arguments);
  }

  private int execute(String... arguments) {
    return execute(environment, arguments);
  }

  private static int execute(Map<String, String> environment, String... arguments) {
    return new CommandLine(new Reprocess(environment))
        .setExecutionExceptionHandler(
            (exception, line, parsed) -> {
              System.err.println(exception.getMessage());
              return 1;
            })
        .execute(arguments);
  }

  private List<String> summaries() {
    return s3.listObjectsV2(list -> list.bucket(SUMMARIES)).contents().stream()
        .map(S3Object::toString)
        .toList();
  }

  private void assertPrinted(String text) {
    assertTrue(printed().contains(text), this::printed);
  }

  private String printed() {
    return (out.toString(UTF_8) + err.toString(UTF_8)).replaceAll("\\s+", " ");
  }

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", ReprocessTest::describeStacks);
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers DescribeStacks as the CloudFormation API Reference describes it. */
  private static void describeStacks(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean known = !request.contains("StackName=absent");
    String outputs =
        request.contains("StackName=news")
            ? output("ArticleBucketName", ARTICLES) + output("SummaryBucketName", SUMMARIES)
            : "";
    String answer =
        known
            ? """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
              <DescribeStacksResult><Stacks><member>
                <StackName>news</StackName>
                <Outputs>%s</Outputs>
                <Parameters>%s%s%s</Parameters>
              </member></Stacks></DescribeStacksResult>
            </DescribeStacksResponse>
            """
                .formatted(
                    outputs,
                    parameter("SummarySentences", "1"),
                    parameter("SummaryHtml", "true"),
                    parameter("S3EndpointUrl", ""))
            : """
            <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
              <Error><Type>Sender</Type><Code>ValidationError</Code>
              <Message>Stack with id absent does not exist</Message></Error>
            </ErrorResponse>
            """;
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(known ? 200 : 400, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String output(String key, String value) {
    return "<member><OutputKey>%s</OutputKey><OutputValue>%s</OutputValue></member>"
        .formatted(key, value);
  }

  private static String parameter(String key, String value) {
    return "<member><ParameterKey>%s</ParameterKey><ParameterValue>%s</ParameterValue></member>"
        .formatted(key, value);
  }
}
