package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares reading and writing of events with Lambda's own serializer. */
final class EventJsonTest {
  private final EventJson events = new EventJson();

  @Test
  void isFoundByTheRuntimeClient() {
    assertEquals(
        List.of(EventJson.class),
        ServiceLoader.load(CustomPojoSerializer.class).stream()
            .map(ServiceLoader.Provider::type)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "article-created.json",
        "article-removed.json",
        "article-restored.json",
        "article-expired.json",
        "several-articles.json"
      })
  void readsTheObjectsOfANotificationAsLambdaDoes(String file) throws IOException {
    assertReadsAlike(
        file,
        S3Event.class,
        event ->
            event.getRecords().stream()
                .map(
                    record ->
                        List.of(
                            record.getEventName(),
                            record.getEventSource(),
                            record.getAwsRegion(),
                            record.getS3().getBucket().getName(),
                            record.getS3().getBucket().getArn(),
                            record.getS3().getObject().getKey(),
                            record.getS3().getObject().getUrlDecodedKey()))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue-messages.json", "queue-messages-from-topic.json"})
  void readsTheMessagesOfAQueueAsLambdaDoes(String file) throws IOException {
    assertReadsAlike(
        file,
        SQSEvent.class,
        event ->
            event.getRecords().stream()
                .map(
                    message ->
                        List.of(
                            message.getMessageId(),
                            message.getBody(),
                            message.getEventSource(),
                            message.getEventSourceArn()))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventbridge-created.json",
        "eventbridge-deleted.json",
        "eventbridge-restored.json"
      })
  void readsTheObjectOfAnEventBridgeEventAsLambdaDoes(String file) throws IOException {
    assertReadsAlike(
        file,
        ScheduledEvent.class,
        event ->
            List.of(
                event.getId(),
                event.getSource(),
                event.getDetailType(),
                EventBridgeHandler.object(event)));
  }

  @Test
  void readsTheTasksOfABatchJobAsLambdaDoes() throws IOException {
    assertReadsAlike(
        "batch-operations.json",
        S3BatchEventV2.class,
        event ->
            List.of(
                event.getInvocationSchemaVersion(),
                event.getInvocationId(),
                event.getTasks().toString()));
  }

  @Test
  void readsANotificationWithoutATime() {
    S3Event event =
        events.fromJson(
            "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"k\"}}}]}",
            S3Event.class);
    assertEquals("k", event.getRecords().get(0).getS3().getObject().getKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"text\"",
        "{",
        "{}",
        "{\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"k\"}}}",
        "{\"Records\":[{\"s3\":",
        "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":7.5e1}}]}"
      })
  void rejectsAnInvalidNotification(String json) {
    assertThrows(InvalidEventException.class, () -> events.fromJson(json, S3Event.class));
  }

  @Test
  void rejectsAnEventThatIsNestedTooDeeply() {
    String json = "{\"a\":" + "[".repeat(100_000);
    assertThrows(InvalidEventException.class, () -> events.fromJson(json, S3Event.class));
  }

  @Test
  void writesTheResponseToAQueueAsLambdaDoes() throws IOException {
    assertWritesAlike(
        new SQSBatchResponse(List.of(new BatchItemFailure("1"), new BatchItemFailure("\"2\""))));
    assertWritesAlike(new SQSBatchResponse(List.of()));
  }

  @Test
  void writesTheResponseToABatchJobAsLambdaDoes() throws IOException {
    assertWritesAlike(
        S3BatchResponse.builder()
            .withInvocationSchemaVersion("2.0")
            .withInvocationId("id")
            .withTreatMissingKeysAs(ResultCode.TemporaryFailure)
            .withResults(
                List.of(new S3BatchResponse.Result("1", ResultCode.Succeeded, "summarized é")))
            .build());
  }

  private <T> void assertReadsAlike(String file, Class<T> type, Function<T, Object> content)
      throws IOException {
    String json = Files.readString(Path.of("events", file));
    PojoSerializer<T> lambdas =
        LambdaEventSerializers.serializerFor(type, getClass().getClassLoader());
    Object expected = content.apply(lambdas.fromJson(json));
    assertEquals(expected, content.apply(events.fromJson(json, type)));
    T fromBytes =
        events.fromJson(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), type);
    assertEquals(expected, content.apply(fromBytes));
  }

  private void assertWritesAlike(Object answer) throws IOException {
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    events.toJson(answer, ours, answer.getClass());
    ByteArrayOutputStream lambdas = new ByteArrayOutputStream();
    JacksonFactory.getInstance().getSerializer(Object.class).toJson(answer, lambdas);
    ObjectMapper json = new ObjectMapper();
    assertEquals(json.readTree(lambdas.toByteArray()), json.readTree(ours.toByteArray()));
  }
}
