package dev.nutgraf.local.endpoint;

import static dev.nutgraf.local.endpoint.EndpointCheck.CHECKSUM;
import static dev.nutgraf.local.endpoint.EndpointCheck.CONCURRENT_CREATE;
import static dev.nutgraf.local.endpoint.EndpointCheck.CONCURRENT_REPLACE;
import static dev.nutgraf.local.endpoint.EndpointCheck.CREATE;
import static dev.nutgraf.local.endpoint.EndpointCheck.DELETE;
import static dev.nutgraf.local.endpoint.EndpointCheck.E_TAG;
import static dev.nutgraf.local.endpoint.EndpointCheck.LIST;
import static dev.nutgraf.local.endpoint.EndpointCheck.METADATA;
import static dev.nutgraf.local.endpoint.EndpointCheck.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.local.s3.S3Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The checks on the local S3, and on one that lacks something. */
final class EndpointCheckTest {
  private static final String BUCKET = "articles";

  private final LocalS3 server = LocalS3.start();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void createBucket() {
    server.createBucket(BUCKET);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void passesOnTheLocalS3AndLeavesNothing() {
    assertEquals(Set.of(), missing(request -> request, request -> response -> response));
    try (S3Client s3 = LocalDeployment.client(server)) {
      assertEquals(List.of(), s3.listObjectsV2(list -> list.bucket(BUCKET)).contents());
    }
  }

  @Test
  void checksWhatTheDocumentationAsksOfAStore() throws IOException {
    List<String> documented =
        Files.readString(Path.of("docs/operations.md"))
            .lines()
            .filter(line -> line.startsWith("    ok       "))
            .map(line -> line.substring("    ok       ".length()))
            .toList();
    assertEquals(
        Stream.of(EndpointCheck.values()).map(EndpointCheck::subject).toList(), documented);
  }

  @Test
  void findsThatIfMatchIsIgnored() {
    assertEquals(EnumSet.of(REPLACE, DELETE, CONCURRENT_REPLACE), missingWithoutHeader("If-Match"));
    assertTrue(
        text()
            .contains(
                "missing  PUT with If-Match replaces only the version it names: the PUT with an"
                    + " earlier ETag answered 200, not 412. A late invocation can overwrite the"
                    + " summary of a newer article.\n"),
        this::text);
  }

  @Test
  void findsThatIfNoneMatchIsIgnored() {
    assertEquals(EnumSet.of(CREATE, CONCURRENT_CREATE), missingWithoutHeader("If-None-Match"));
  }

  @Test
  void findsThatUserMetadataIsLost() {
    assertEquals(EnumSet.of(METADATA), missingWithoutHeader("x-amz-meta-nutgraf-state"));
  }

  @Test
  void findsThatTheAnswerToPutHasNoETag() {
    Set<EndpointCheck> missing =
        missing(
            request -> request,
            request ->
                response ->
                    request.method() == SdkHttpMethod.PUT
                        ? AlteredHttpClient.withoutHeader(response, "ETag")
                        : response);
    assertTrue(missing.contains(E_TAG), missing::toString);
  }

  @Test
  void advisesAgainstChecksumsThatAreRefusedAndRunsTheOthersWithout() {
    Set<EndpointCheck> missing =
        missing(
            request ->
                request.firstMatchingHeader("x-amz-trailer").isPresent()
                        || request.firstMatchingHeader("x-amz-checksum-crc32").isPresent()
                    ? request.toBuilder().putHeader("Content-MD5", "no digest").build()
                    : request,
            request -> response -> response);
    assertEquals(EnumSet.of(CHECKSUM), missing);
    assertTrue(text().contains("AWS_REQUEST_CHECKSUM_CALCULATION=when_required"), this::text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-keys", "continuation-token", "prefix"})
  void findsThatListsIgnoreA(String parameter) {
    try (S3Client s3 = LocalDeployment.client(server)) {
      s3.putObject(put -> put.bucket(BUCKET).key("other"), RequestBody.empty());
    }
    assertEquals(
        EnumSet.of(LIST),
        missing(
            request -> request.toBuilder().removeQueryParameter(parameter).build(),
            request -> response -> response));
  }

  @Test
  void findsThatAnOperationIsNotImplemented() {
    server.injectFaults(
        call ->
            call.operation() == S3Operation.DELETE_OBJECT
                ? Optional.of(new Fault.ErrorResponse(501, "NotImplemented", false))
                : Optional.empty());
    assertEquals(EnumSet.of(DELETE), missing(request -> request, request -> response -> response));
    assertTrue(text().contains("S3 answered 501 NotImplemented"), this::text);
  }

  private Set<EndpointCheck> missingWithoutHeader(String name) {
    return missing(
        request -> request.toBuilder().removeHeader(name).build(), request -> response -> response);
  }

  /** Runs the report and returns the checks that it prints as missing. */
  private Set<EndpointCheck> missing(
      UnaryOperator<SdkHttpRequest> requests,
      Function<SdkHttpRequest, UnaryOperator<SdkHttpResponse>> responses) {
    AlteredHttpClient http = new AlteredHttpClient(requests, responses);
    try (S3Client s3 = builder().httpClient(http).build();
        S3Client withoutChecksums =
            builder()
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClient(http)
                .build()) {
      int count =
          new EndpointReport(new PrintStream(printed, true, UTF_8))
              .run(s3, withoutChecksums, BUCKET, "check/");
      Set<EndpointCheck> missing = EnumSet.noneOf(EndpointCheck.class);
      List<String> lines = text().lines().toList();
      assertEquals(EndpointCheck.values().length, lines.size());
      for (EndpointCheck check : EndpointCheck.values()) {
        if (!lines.contains("ok       " + check.subject())) {
          String start = "missing  " + check.subject() + ": ";
          assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), start);
          missing.add(check);
        }
      }
      assertEquals(missing.size(), count);
      return missing;
    }
  }

  private S3ClientBuilder builder() {
    return S3Client.builder()
        .endpointOverride(server.endpoint())
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  private String text() {
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
