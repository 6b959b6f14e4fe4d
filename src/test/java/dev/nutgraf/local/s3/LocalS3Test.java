package dev.nutgraf.local.s3;

import static dev.nutgraf.local.s3.ObjectEvent.Type.CREATED_COPY;
import static dev.nutgraf.local.s3.ObjectEvent.Type.CREATED_MULTIPART;
import static dev.nutgraf.local.s3.ObjectEvent.Type.CREATED_PUT;
import static dev.nutgraf.local.s3.ObjectEvent.Type.REMOVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.http.ListenAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the local S3 has that S3 has not: events at once, faults, a log, a clock, a closed door. */
final class LocalS3Test {

  private static final Instant NOW = Instant.parse("2026-01-05T08:30:00.123Z");
  private static final String BUCKET = "articles";

  private final LocalS3 server = LocalS3.start(ListenAddress.LOOPBACK, 0, InstantSource.fixed(NOW));
  private final S3Client s3 = S3Clients.client(server.endpoint());
  private final List<ObjectEvent> events = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void createBucket() {
    server.createBucket(BUCKET);
    server.onObjectEvent(events::add);
  }

  @AfterEach
  void stop() {
    s3.close();
    server.close();
  }

  @Test
  void tellsOfEveryObjectThatIsWrittenOrRemoved() {
    put("a key+", "hello");
    s3.copyObject(
        b ->
            b.sourceBucket(BUCKET)
                .sourceKey("a key+")
                .destinationBucket(BUCKET)
                .destinationKey("b"));
    s3.deleteObject(b -> b.bucket(BUCKET).key("a key+"));
    String md5 = "5d41402abc4b2a76b9719d911017c592";
    assertEquals(
        List.of(
            event(CREATED_PUT, "a key+", 5, md5, 0),
            event(CREATED_COPY, "b", 5, md5, 1),
            event(REMOVED, "a key+", 0, "", 2)),
        events);
  }

  @Test
  void tellsOfAnUploadInPartsOnceItIsComplete() {
    String id = s3.createMultipartUpload(b -> b.bucket(BUCKET).key("a")).uploadId();
    String eTag =
        s3.uploadPart(
                b -> b.bucket(BUCKET).key("a").uploadId(id).partNumber(1),
                RequestBody.fromString("hello"))
            .eTag();
    assertEquals(List.of(), events);
    CompletedPart part = CompletedPart.builder().partNumber(1).eTag(eTag).build();
    assertThrows(
        S3Exception.class,
        () ->
            s3.completeMultipartUpload(
                b ->
                    b.bucket(BUCKET)
                        .key("a")
                        .uploadId(id)
                        .mpuObjectSize(4L)
                        .multipartUpload(m -> m.parts(part))));
    s3.completeMultipartUpload(
        b -> b.bucket(BUCKET).key("a").uploadId(id).multipartUpload(m -> m.parts(part)));
    assertEquals(List.of(CREATED_MULTIPART), events.stream().map(ObjectEvent::type).toList());
    assertTrue(events.get(0).eTag().endsWith("-1"));
  }

  @Test
  void namesEventsAsS3Does() {
    assertEquals(
        List.of(
            "ObjectCreated:Put",
            "ObjectCreated:Copy",
            "ObjectCreated:CompleteMultipartUpload",
            "ObjectRemoved:Delete"),
        List.of(ObjectEvent.Type.values()).stream().map(ObjectEvent.Type::eventName).toList());
  }

  @Test
  void tellsOfNothingThatDidNotHappen() {
    put("a", "1");
    events.clear();
    assertThrows(
        S3Exception.class,
        () ->
            s3.putObject(
                b -> b.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("2")));
    s3.deleteObject(b -> b.bucket(BUCKET).key("nothing"));
    assertEquals(List.of(), events);
  }

  @Test
  void givesALaterEventAGreaterSequencer() {
    for (int i = 0; i < 20; i++) {
      put("a", "version " + i);
    }
    List<String> sequencers = events.stream().map(ObjectEvent::sequencer).toList();
    assertEquals(sequencers.stream().sorted().distinct().toList(), sequencers);
  }

  @Test
  void takesTimesFromItsClockInWholeSeconds() {
    put("a", "1");
    Instant second = Instant.parse("2026-01-05T08:30:00Z");
    assertEquals(second, s3.headObject(b -> b.bucket(BUCKET).key("a")).lastModified());
    assertEquals(second, s3.listObjectsV2(b -> b.bucket(BUCKET)).contents().get(0).lastModified());
    assertEquals(NOW, events.get(0).time());
  }

  @Test
  void logsTheRequestsByOperation() {
    put("a", "1");
    s3.headObject(b -> b.bucket(BUCKET).key("a"));
    s3.headObject(b -> b.bucket(BUCKET).key("a"));
    assertEquals(1, server.requests().count(S3Operation.PUT_OBJECT));
    assertEquals(2, server.requests().count(S3Operation.HEAD_OBJECT));
    S3Call first = server.requests().calls().get(0);
    assertEquals("articles a", first.bucket() + " " + first.key());
    server.requests().clear();
    assertEquals(List.of(), server.requests().calls());
  }

  @Test
  void answersWithAnErrorInPlaceOfTheOperation() {
    inject(Fault.slowDown());
    S3Exception error = assertThrows(S3Exception.class, () -> put("a", "1"));
    assertEquals(503, error.statusCode());
    assertEquals("SlowDown", error.awsErrorDetails().errorCode());
    inject(Fault.conflict());
    error = assertThrows(S3Exception.class, () -> put("a", "1"));
    assertEquals(409, error.statusCode());
    assertEquals("ConditionalRequestConflict", error.awsErrorDetails().errorCode());
    assertEquals(List.of(), keys());
  }

  @Test
  void answersWithAnErrorAfterTheOperation() {
    inject(new Fault.ErrorResponse(500, "InternalError", true));
    assertThrows(S3Exception.class, () -> put("a", "1"));
    assertEquals(List.of("a"), keys());
  }

  @Test
  void losesARequest() {
    inject(Fault.lostRequest());
    assertThrows(SdkClientException.class, () -> put("a", "1"));
    assertEquals(List.of(), keys());
  }

  @Test
  void losesTheAnswerToAWriteThatTookEffect() {
    inject(Fault.lostResponse());
    assertThrows(SdkClientException.class, () -> put("a", "1"));
    assertEquals(List.of("a"), keys());
  }

  @Test
  void losesTheAnswerToAWriteThatWasRefused() {
    put("a", "1");
    inject(Fault.lostResponse());
    assertThrows(
        SdkClientException.class,
        () ->
            s3.putObject(
                b -> b.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("2")));
    inject(Optional.empty());
    assertEquals("1", s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("a")).asUtf8String());
  }

  @Test
  void breaksTheConnectionHalfWayThroughABody() {
    put("a", "x".repeat(100_000));
    inject(new Fault.Truncate());
    // On JDK 17 only the checksum shows the client that something is missing.
    assertThrows(
        SdkClientException.class,
        () ->
            s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("a").checksumMode(ChecksumMode.ENABLED)));
  }

  @Test
  void asksForAFaultWithEveryRequest() {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    server.injectFaults(
        call -> {
          asked.add(
              call.operation() + " " + call.key() + " " + call.headers().get("if-none-match"));
          return Optional.empty();
        });
    s3.putObject(b -> b.bucket(BUCKET).key("a").ifNoneMatch("*"), RequestBody.fromString("1"));
    assertEquals(List.of("PUT_OBJECT a *"), asked);
  }

  @Test
  void doesNotHalfUnderstandWhatItDoesNotKnow() {
    put("a", "1");
    List<Runnable> requests =
        List.of(
            () -> s3.getObjectAcl(b -> b.bucket(BUCKET).key("a")),
            () -> s3.getObjectTagging(b -> b.bucket(BUCKET).key("a")),
            () -> s3.headObject(b -> b.bucket(BUCKET).key("a").versionId("v")),
            () -> put(b -> b.tagging("topic=harbor")),
            () -> put(b -> b.acl("public-read")),
            () -> put(b -> b.grantRead("id=1")),
            () -> put(b -> b.storageClass("GLACIER")),
            () -> put(b -> b.serverSideEncryption("aws:kms")),
            () -> put(b -> b.websiteRedirectLocation("/b")),
            () -> put(b -> b.objectLockLegalHoldStatus("ON")),
            () -> put(b -> b.expectedBucketOwner("111122223333")),
            () -> s3.createMultipartUpload(b -> b.bucket(BUCKET).key("a").tagging("topic=harbor")),
            () -> s3.listObjectVersions(b -> b.bucket(BUCKET)),
            () -> s3.deleteBucketPolicy(b -> b.bucket(BUCKET)));
    for (Runnable request : requests) {
      S3Exception error = assertThrows(S3Exception.class, request::run);
      assertEquals(501, error.statusCode());
    }
    assertEquals(List.of("a"), keys());
  }

  @Test
  void acceptsWhatEveryObjectHasAnyway() {
    put(b -> b.storageClass("STANDARD").acl("private"));
    assertEquals(List.of("b"), keys());
  }

  @Test
  void refusesABodyOfAnotherLengthThanDeclared() throws IOException {
    String chunked =
        """
        x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r
        x-amz-decoded-content-length: %d\r
        Content-Length: 15\r
        """;
    String body = "5\r\nhello\r\n0\r\n\r\n";
    assertEquals(400, status("PUT /articles/a", chunked.formatted(4), body));
    assertEquals(List.of(), keys());
    assertEquals(200, status("PUT /articles/a", chunked.formatted(5), body));
    assertEquals(List.of("a"), keys());
  }

  @Test
  void answersWhileManyClientsAreInTheMiddleOfARequest() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = connect();
        slow.add(socket);
        String half = i % 2 == 0 ? "PUT /articles/a HT" : "PUT /articles/a HTTP/1.1\r\n";
        String rest = i % 2 == 0 ? "" : "Host: localhost\r\nContent-Length: 9\r\n\r\nab";
        socket.getOutputStream().write((half + rest).getBytes(StandardCharsets.US_ASCII));
      }
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> put("b", "1"));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertEquals(List.of("b"), keys());
  }

  @Test
  void answersAnUploadBeyondTheHeapWithAnError() {
    server.injectFaults(
        call -> {
          throw new OutOfMemoryError("Java heap space");
        });
    S3Exception error = assertThrows(S3Exception.class, () -> put("a", "1"));
    assertEquals("EntityTooLarge", error.awsErrorDetails().errorCode());
    assertEquals(List.of(), keys());
  }

  @Test
  void answersToLoopbackNamesOnly() throws IOException {
    assertEquals(200, status("Host: 127.0.0.1:1"));
    assertEquals(200, status("Host: localhost"));
    assertEquals(200, status("Host: [::1]:9000"));
    assertEquals(403, status("Host: rebound.example"));
    assertEquals(403, status("Host: articles.localhost"));
    assertEquals(403, status("Host: 127.0.0.1.example"));
    assertEquals(403, status("Host: not a host"));
    assertEquals(403, status("Host: localhost\r\nOrigin: https://page.example"));
    assertEquals(403, status("Host: localhost\r\nOrigin: null"));
    assertEquals(200, status("Host: localhost\r\nOrigin: http://localhost:3000"));
  }

  @Test
  void refusesRequestsThatOtherWebsitesMakeABrowserSend() throws IOException {
    assertEquals(403, status("Host: localhost\r\nSec-Fetch-Site: cross-site"));
    assertEquals(403, status("Host: localhost\r\nSec-Fetch-Site: same-site"));
    assertEquals(200, status("Host: localhost\r\nSec-Fetch-Site: same-origin"));
    assertEquals(200, status("Host: localhost\r\nSec-Fetch-Site: none"));
  }

  @Test
  void givesNoScriptOfAnObjectTheOriginOfTheServer() {
    s3.putObject(
        b -> b.bucket(BUCKET).key("a.html").contentType("text/html"),
        RequestBody.fromString("<script>fetch('/articles/b')</script>"));
    SdkHttpResponse answer =
        s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("a.html")).response().sdkHttpResponse();
    assertEquals(List.of("sandbox"), answer.matchingHeaders("Content-Security-Policy"));
    assertEquals(List.of("nosniff"), answer.matchingHeaders("X-Content-Type-Options"));
  }

  @Test
  void listensOnLoopbackByDefault() {
    assertEquals("127.0.0.1", server.endpoint().getHost());
  }

  @Test
  void servesAContainerOnlyIfItsNameForThisMachineIsAllowed() {
    String name = "host.docker.internal";
    try (S3Client container = clientThatCallsItBy(name, server)) {
      S3Exception refused = assertThrows(S3Exception.class, container::listBuckets);
      assertEquals(403, refused.statusCode());
      assertTrue(refused.toString().contains("--allow-host"), refused.toString());
    }
    try (LocalS3 open = LocalS3.start(ListenAddress.of("127.0.0.1", List.of(name)), 0);
        S3Client container = clientThatCallsItBy(name, open)) {
      open.createBucket(BUCKET);
      container.putObject(b -> b.bucket(BUCKET).key("a"), RequestBody.fromString("text"));
      assertEquals(
          "text", container.getObjectAsBytes(b -> b.bucket(BUCKET).key("a")).asUtf8String());
    }
  }

  /** A client whose requests have another host; it sends them to the server as to a proxy. */
  private static S3Client clientThatCallsItBy(String name, LocalS3 server) {
    return S3Clients.builder(URI.create("http://" + name + ":" + server.endpoint().getPort()))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .proxyConfiguration(
                    ProxyConfiguration.builder()
                        .endpoint(server.endpoint())
                        .useEnvironmentVariablesValues(false)
                        .build()))
        .build();
  }

  @Test
  void refusesAPortThatIsTaken() {
    assertThrows(
        UncheckedIOException.class, () -> LocalS3.start(server.endpoint().getPort()).close());
  }

  @Test
  void refusesABucketThatIsThereOrHasNoName() {
    assertThrows(IllegalArgumentException.class, () -> server.createBucket(BUCKET));
    assertThrows(IllegalArgumentException.class, () -> server.createBucket("No Name"));
  }

  private void put(String key, String text) {
    s3.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromString(text));
  }

  private void put(Consumer<PutObjectRequest.Builder> options) {
    s3.putObject(b -> options.accept(b.bucket(BUCKET).key("b")), RequestBody.fromString("1"));
  }

  private List<String> keys() {
    inject(Optional.empty());
    return s3.listObjectsV2(b -> b.bucket(BUCKET)).contents().stream().map(o -> o.key()).toList();
  }

  private void inject(Fault fault) {
    inject(Optional.of(fault));
  }

  private void inject(Optional<Fault> fault) {
    server.injectFaults(call -> fault);
  }

  private ObjectEvent event(
      ObjectEvent.Type type, String key, long size, String eTag, int position) {
    return new ObjectEvent(type, BUCKET, key, size, eTag, events.get(position).sequencer(), NOW);
  }

  /** The status that a request for the list of buckets gets. */
  private int status(String headers) throws IOException {
    return status("GET /", headers + "\r\n", "");
  }

  private int status(String operation, String headers, String body) throws IOException {
    String host = headers.contains("Host:") ? "" : "Host: localhost\r\n";
    String head = operation + " HTTP/1.1\r\n" + host + headers + "Connection: close\r\n\r\n";
    String request = head + body;
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort());
  }
}
