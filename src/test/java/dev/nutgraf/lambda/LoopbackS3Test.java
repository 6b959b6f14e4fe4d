package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutgraf.lambda.LoopbackS3.StubArticle;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

final class LoopbackS3Test {
  private final LoopbackS3 loopback;
  private final S3Client s3;

  LoopbackS3Test() throws IOException {
    loopback =
        new LoopbackS3(
            UrlConnectionHttpClient.builder().build(),
            List.of(new StubArticle("a.txt", "text/plain", "The bridge — reopened.")));
    s3 =
        S3Client.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(loopback)
            .build();
  }

  @AfterEach
  void stop() {
    s3.close();
    loopback.close();
  }

  @Test
  void servesItsArticlesInEveryBucketWithAValidChecksum() {
    assertEquals(
        "The bridge — reopened.",
        s3.getObjectAsBytes(b -> b.bucket("any-bucket").key("a.txt").checksumMode("ENABLED"))
            .asUtf8String());
    assertEquals(
        "text/plain", s3.headObject(b -> b.bucket("any-bucket").key("a.txt")).contentType());
  }

  @Test
  void acceptsEveryWriteAndForgetsIt() {
    s3.putObject(
        b -> b.bucket("any-bucket").key("b.txt").ifNoneMatch("*"), RequestBody.fromString("text"));
    assertThrows(
        NoSuchKeyException.class, () -> s3.headObject(b -> b.bucket("any-bucket").key("b.txt")));
  }

  @Test
  void refusesRequestsOnceItIsClosed() {
    loopback.close();
    assertThrows(
        IllegalStateException.class, () -> s3.headObject(b -> b.bucket("any-bucket").key("a.txt")));
  }
}
