package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Messages of a queue that hold S3 notifications, as S3 sends them or as a topic or EventBridge
 * passes them on. Messages that failed are named in the answer and come again alone.
 */
public final class SqsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Application application;

  /** The handler that the environment describes. */
  public SqsHandler() {
    this(Application.fromEnvironment());
  }

  /** The handler in front of a given application. */
  public SqsHandler(Application application) {
    this.application = application;
  }

  /** Reconciles the keys of every message, each once, and names the messages that failed. */
  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    Invocation delivery = application.deliver(context);
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message :
        Objects.requireNonNullElse(event.getRecords(), List.<SQSMessage>of())) {
      if (!reconcile(message, delivery)) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private boolean reconcile(SQSMessage message, Invocation delivery) {
    try {
      boolean done = true;
      for (ObjectKey object : QueueMessage.objects(message.getBody())) {
        done &= delivery.reconcile(object) instanceof KeyResult.Done;
      }
      return done;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      application.journal().unreadable(message.getMessageId(), e);
      return false;
    }
  }
}
