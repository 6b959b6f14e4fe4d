package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.s3.Reconciler.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a function. Each key is reconciled once, however often the event repeats it,
 * and failures are collected until every key was tried. Not thread-safe.
 */
final class Invocation {
  private final Application application;
  private final Context context;
  private final Map<ObjectKey, KeyResult> results = new HashMap<>();
  private final List<Failed> failures = new ArrayList<>();

  Invocation(Application application, Context context) {
    this.application = application;
    this.context = context;
  }

  /** Reconciles the key of every record of an S3 notification. */
  void reconcile(S3Event event) {
    // The test event that S3 sends for a new notification configuration has no records.
    int index = 0;
    for (S3EventNotificationRecord record :
        Objects.requireNonNullElse(event.getRecords(), List.<S3EventNotificationRecord>of())) {
      try {
        reconcile(object(record, index));
      } catch (InvalidEventException e) {
        application.log().writeUnreadable("record", Integer.toString(index), e, context);
        failures.add(new Failed(e));
      }
      index++;
    }
  }

  private static ObjectKey object(S3EventNotificationRecord record, int index) {
    @Nullable S3Entity s3 = record.getS3();
    @Nullable S3BucketEntity bucket = s3 == null ? null : s3.getBucket();
    @Nullable S3ObjectEntity object = s3 == null ? null : s3.getObject();
    @Nullable String name = bucket == null ? null : bucket.getName();
    @Nullable String key = object == null ? null : object.getKey();
    if (name == null || name.isEmpty() || key == null || key.isEmpty()) {
      throw new InvalidEventException(
          "Record %d of the event has no %s; it isn't an S3 notification."
              .formatted(
                  index, name == null || name.isEmpty() ? "s3.bucket.name" : "s3.object.key"));
    }
    return new ObjectKey(name, QueueMessage.decode(key));
  }

  /** Reconciles a key, unless this invocation already has. */
  KeyResult reconcile(ObjectKey object) {
    return results.computeIfAbsent(object, this::attempt);
  }

  private KeyResult attempt(ObjectKey object) {
    KeyResult result = application.reconcile(object, Request.DEFAULT, context);
    if (result instanceof Failed failed) {
      failures.add(failed);
    }
    return result;
  }

  /**
   * Ends the invocation.
   *
   * @throws InvocationFailedException if any key failed
   */
  void throwIfFailed() {
    if (failures.isEmpty()) {
      return;
    }
    Failed first = failures.get(0);
    String message = first.code() + ": " + first.message();
    if (failures.size() > 1) {
      message = "%d failed, the first with %s".formatted(failures.size(), message);
    }
    InvocationFailedException failure = new InvocationFailedException(message, first.cause());
    failures.stream().skip(1).forEach(failed -> failure.addSuppressed(failed.cause()));
    throw failure;
  }
}
