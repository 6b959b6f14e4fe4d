package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3BucketEntity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3Entity;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the handlers' events from JSON and writes their responses. Lambda's runtime client finds
 * this class as a service.
 *
 * <p>It replaces the client's own reflective serializer, which adds 462 ms of CPU to the first
 * response of an empty handler (626 ms on JDK 25; jackson-core adds 70 and 97 ms), can't be primed
 * before a snapshot, and fails on a record without {@code eventTime} (aws-lambda-java-libs issue
 * 349).
 *
 * <p>Only the fields that identify the object and the kind of event are set. Times (which would
 * load Joda-Time), sizes, requesters and other attributes are {@code null}.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // required by the interface
public final class EventJson implements CustomPojoSerializer {
  private static final String NOT_JSON = "The event isn't a JSON object.";
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Creates the serializer, which has no state. */
  public EventJson() {}

  @Override
  public <T> T fromJson(InputStream input, Type type) {
    try {
      return (T) event(JsonValues.read(input), type);
    } catch (JsonProcessingException e) {
      throw new InvalidEventException(NOT_JSON, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the event failed.", e);
    }
  }

  @Override
  public <T> T fromJson(String input, Type type) {
    try {
      return (T) event(JsonValues.read(input), type);
    } catch (JsonProcessingException e) {
      throw new InvalidEventException(NOT_JSON, e);
    }
  }

  @Override
  public <T> void toJson(T value, OutputStream output, Type type) {
    try (JsonGenerator json = FACTORY.createGenerator(output)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      if (value instanceof SQSBatchResponse response) {
        write(json, response);
      } else if (value instanceof S3BatchResponse response) {
        write(json, response);
      } else {
        throw new IllegalArgumentException("No handler returns " + type.getTypeName() + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing the response failed.", e);
    }
  }

  private static Object event(Map<String, Object> json, Type type) {
    if (type == S3Event.class) {
      requireNotification(json);
      return new S3Event(
          JsonValues.objects(json, "Records").stream().map(EventJson::notification).toList());
    }
    if (type == SQSEvent.class) {
      SQSEvent messages = new SQSEvent();
      messages.setRecords(
          JsonValues.objects(json, "Records").stream().map(EventJson::message).toList());
      return messages;
    }
    if (type == ScheduledEvent.class) {
      return eventBridgeEvent(json);
    }
    if (type == S3BatchEventV2.class) {
      return batch(json);
    }
    throw new IllegalArgumentException("No handler takes " + type.getTypeName() + ".");
  }

  private static void requireNotification(Map<String, Object> json) {
    boolean test = JsonValues.text(json, "Event").equals(Optional.of("s3:TestEvent"));
    if (!test && !(json.get("Records") instanceof List<?>)) {
      throw new InvalidEventException(
          "The event has no array \"Records\"; this function takes S3 notifications only.");
    }
  }

  private static S3EventNotificationRecord notification(Map<?, ?> json) {
    Map<?, ?> s3 = JsonValues.object(json, "s3");
    Map<?, ?> bucket = JsonValues.object(s3, "bucket");
    Map<?, ?> object = JsonValues.object(s3, "object");
    return new S3EventNotificationRecord(
        text(json, "awsRegion"),
        text(json, "eventName"),
        text(json, "eventSource"),
        null,
        text(json, "eventVersion"),
        null,
        null,
        new S3Entity(
            text(s3, "configurationId"),
            new S3BucketEntity(text(bucket, "name"), null, text(bucket, "arn")),
            new S3ObjectEntity(
                text(object, "key"),
                null,
                text(object, "eTag"),
                text(object, "versionId"),
                text(object, "sequencer")),
            text(s3, "s3SchemaVersion")),
        null);
  }

  private static SQSMessage message(Map<?, ?> json) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(text(json, "messageId"));
    message.setBody(text(json, "body"));
    message.setEventSource(text(json, "eventSource"));
    message.setEventSourceArn(text(json, "eventSourceARN"));
    message.setAwsRegion(text(json, "awsRegion"));
    return message;
  }

  private static ScheduledEvent eventBridgeEvent(Map<String, Object> json) {
    ScheduledEvent event = new ScheduledEvent();
    event.setId(text(json, "id"));
    event.setSource(text(json, "source"));
    event.setDetailType(text(json, "detail-type"));
    event.setRegion(text(json, "region"));
    Map<String, Object> detail = new LinkedHashMap<>();
    JsonValues.object(json, "detail").forEach((name, value) -> detail.put((String) name, value));
    event.setDetail(detail);
    return event;
  }

  private static S3BatchEventV2 batch(Map<String, Object> json) {
    S3BatchEventV2 batch = new S3BatchEventV2();
    batch.setInvocationSchemaVersion(text(json, "invocationSchemaVersion"));
    batch.setInvocationId(text(json, "invocationId"));
    batch.setTasks(JsonValues.objects(json, "tasks").stream().map(EventJson::task).toList());
    return batch;
  }

  private static S3BatchEventV2.Task task(Map<?, ?> json) {
    return S3BatchEventV2.Task.builder()
        .withTaskId(text(json, "taskId"))
        .withS3Key(text(json, "s3Key"))
        .withS3VersionId(text(json, "s3VersionId"))
        .withS3Bucket(text(json, "s3Bucket"))
        .build();
  }

  /** Returns null for a missing field, as the event classes do. */
  private static @Nullable String text(Map<?, ?> json, String field) {
    return JsonValues.text(json, field).orElse(null);
  }

  private static void write(JsonGenerator json, SQSBatchResponse response) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("batchItemFailures");
    for (SQSBatchResponse.BatchItemFailure failure : response.getBatchItemFailures()) {
      json.writeStartObject();
      json.writeStringField("itemIdentifier", failure.getItemIdentifier());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, S3BatchResponse response) throws IOException {
    json.writeStartObject();
    json.writeStringField("invocationSchemaVersion", response.getInvocationSchemaVersion());
    json.writeStringField("treatMissingKeysAs", response.getTreatMissingKeysAs().name());
    json.writeStringField("invocationId", response.getInvocationId());
    json.writeArrayFieldStart("results");
    for (S3BatchResponse.Result result : response.getResults()) {
      json.writeStartObject();
      json.writeStringField("taskId", result.getTaskId());
      json.writeStringField("resultCode", result.getResultCode().name());
      json.writeStringField("resultString", result.getResultString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
