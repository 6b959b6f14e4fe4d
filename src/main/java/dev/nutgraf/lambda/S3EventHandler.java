package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** S3 notifications that S3 sends to the function itself. */
public final class S3EventHandler implements RequestHandler<S3Event, @Nullable Void> {
  private final Application application;

  /** The handler that the environment describes. */
  public S3EventHandler() {
    this(Application.fromEnvironment());
  }

  /** The handler in front of a given application. */
  public S3EventHandler(Application application) {
    this.application = application;
  }

  /**
   * Reconciles the key of every record.
   *
   * @throws InvocationFailedException if any failed, after all were tried
   */
  @Override
  public @Nullable Void handleRequest(S3Event event, Context context) {
    Invocation delivery = application.deliver(context);
    // The test event that S3 sends when a notification is set up has no records.
    for (S3EventNotificationRecord record :
        Objects.requireNonNullElse(event.getRecords(), List.<S3EventNotificationRecord>of())) {
      S3Entity s3 = record.getS3();
      delivery.reconcileEncoded(s3.getBucket().getName(), s3.getObject().getKey());
    }
    delivery.finish();
    return null;
  }
}
