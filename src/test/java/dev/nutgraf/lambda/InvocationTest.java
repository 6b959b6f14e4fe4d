package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class InvocationTest {
  private static final S3BucketEntity BUCKET =
      new S3BucketEntity(Deployment.ARTICLES, null, "arn:aws:s3:::" + Deployment.ARTICLES);

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  static Stream<Arguments> recordsWithoutAnObject() {
    return Stream.of(
        Arguments.of(null, "s3.bucket.name"),
        Arguments.of(new S3Entity("c", null, object("a.txt"), "1.0"), "s3.bucket.name"),
        Arguments.of(
            new S3Entity("c", new S3BucketEntity("", null, null), object("a.txt"), "1.0"),
            "s3.bucket.name"),
        Arguments.of(new S3Entity("c", BUCKET, null, "1.0"), "s3.object.key"),
        Arguments.of(new S3Entity("c", BUCKET, object(null), "1.0"), "s3.object.key"),
        Arguments.of(new S3Entity("c", BUCKET, object(""), "1.0"), "s3.object.key"),
        Arguments.of(new S3Entity("c", BUCKET, object("%ZZ"), "1.0"), "form-encoded"));
  }

  @ParameterizedTest
  @MethodSource("recordsWithoutAnObject")
  void namesARecordWithoutAnObjectAndFailsAtTheEnd(@Nullable S3Entity s3, String missing) {
    deployment.put("b.txt", Deployment.ARTICLE);
    Invocation invocation = new Invocation(deployment.application, Deployment.context());
    S3Entity good = new S3Entity("c", BUCKET, object("b.txt"), "1.0");
    invocation.reconcile(new S3Event(List.of(notification(s3), notification(good))));
    InvocationFailedException failure =
        assertThrows(InvocationFailedException.class, invocation::throwIfFailed);
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.startsWith("invalid-event: ") && message.contains(missing), message);
    assertEquals(Deployment.outputsOf("b.txt"), deployment.outputs().keySet());
    String line = deployment.log.get(0);
    assertTrue(line.contains(missing), line);
    assertTrue(line.contains("\"record\":\"0\""), line);
  }

  @Test
  void reconcilesAKeyOnceHoweverOftenItIsNamed() {
    deployment.put("b.txt", Deployment.ARTICLE);
    Invocation invocation = new Invocation(deployment.application, Deployment.context());
    ObjectKey key = new ObjectKey(Deployment.ARTICLES, "b.txt");
    assertEquals(invocation.reconcile(key), invocation.reconcile(key));
    assertEquals(1, deployment.log.size());
    invocation.throwIfFailed();
  }

  private static S3ObjectEntity object(@Nullable String key) {
    return new S3ObjectEntity(key, null, "tag", "", "01");
  }

  private static S3EventNotificationRecord notification(@Nullable S3Entity s3) {
    return new S3EventNotificationRecord(
        "us-east-1", "ObjectCreated:Put", "aws:s3", null, "2.1", null, null, s3, null);
  }
}
