package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Handles queue messages that contain S3 notifications, sent by S3 directly or through SNS or
 * EventBridge. Reports failed messages by ID, so that SQS redelivers only those. A message about
 * another bucket fails too: it belongs to another consumer, and success would delete it.
 */
public final class SqsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Application application;

  /** Creates the handler with the settings of the environment. */
  public SqsHandler() {
    this(ApplicationFactory.fromEnvironment());
  }

  /** Creates the handler with a given application. */
  public SqsHandler(Application application) {
    this.application = application;
  }

  /** Reconciles the keys of all messages, each key once, and returns the IDs of failed messages. */
  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    Invocation invocation = new Invocation(application, context);
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message :
        Objects.requireNonNullElse(event.getRecords(), List.<SQSMessage>of())) {
      if (!reconcile(message, invocation, context)) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private boolean reconcile(SQSMessage message, Invocation invocation, Context context) {
    List<InvalidEventException> unreadable = new ArrayList<>();
    boolean done = true;
    try {
      QueueMessage parsed = QueueMessage.parse(message.getBody());
      unreadable.addAll(parsed.unreadable());
      for (ObjectKey object : parsed.objects()) {
        if (application.isInArticleBucket(object)) {
          done &= invocation.reconcile(object) instanceof KeyResult.Done;
        } else {
          unreadable.add(
              new InvalidEventException(
                  "The message is about the bucket \"%s\", not the article bucket."
                      .formatted(object.bucket())));
        }
      }
    } catch (InvalidEventException e) {
      unreadable.add(e);
    }
    for (InvalidEventException cause : unreadable) {
      application.log().writeUnreadable("messageId", message.getMessageId(), cause, context);
    }
    return done && unreadable.isEmpty();
  }
}
