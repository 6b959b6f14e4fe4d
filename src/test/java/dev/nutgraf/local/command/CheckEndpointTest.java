package dev.nutgraf.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.endpoint.EndpointCheck;
import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.local.s3.S3Operation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class CheckEndpointTest {
  /** The SDK's properties in place of the environment variables, which a test can't set. */
  private static final List<String> PROPERTIES =
      List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey");

  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final LocalS3 server = LocalS3.start();

  @BeforeEach
  void prepare() {
    PROPERTIES.forEach(property -> System.setProperty(property, "us-east-1"));
    server.createBucket("articles");
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(systemOut);
    System.setErr(systemErr);
    PROPERTIES.forEach(System::clearProperty);
    server.close();
  }

  @Test
  void printsALineForEveryCheckThatPasses() {
    assertEquals(0, checkEndpoint("articles"), this::printed);
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertEquals("Checking s3://articles at " + server.endpoint(), lines.get(0));
    for (EndpointCheck check : EndpointCheck.values()) {
      assertTrue(lines.contains("ok       " + check.subject()), this::printed);
    }
    assertEquals("Nutgraf can use it.", lines.get(lines.size() - 1));
  }

  @Test
  void failsIfSomethingIsMissing() {
    server.injectFaults(
        call ->
            call.operation() == S3Operation.LIST_OBJECTS_V2
                ? Optional.of(new Fault.ErrorResponse(501, "NotImplemented", false))
                : Optional.empty());
    assertEquals(1, checkEndpoint("articles"));
    assertTrue(printed().contains("missing  " + EndpointCheck.LIST.subject()), this::printed);
    assertTrue(printed().contains("Nutgraf can't use it: 1 missing."), this::printed);
  }

  @Test
  void saysWhichBucketIsMissing() {
    assertEquals(1, checkEndpoint("absent"));
    String message =
        "Can't use s3://absent at %s: there is no such bucket; check its name and the endpoint.\n";
    assertEquals(message.formatted(server.endpoint()), err.toString(UTF_8));
  }

  private int checkEndpoint(String bucket) {
    return Main.run(
        "check-endpoint", "--endpoint", server.endpoint().toString(), "--bucket", bucket);
  }

  private String printed() {
    return out.toString(UTF_8) + err.toString(UTF_8);
  }
}
