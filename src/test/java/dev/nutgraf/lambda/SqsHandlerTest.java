package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.s3.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqsHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue-messages.json", "queue-messages-from-topic.json"})
  void reconcilesTheKeysOfEveryMessageOfAQueue(String file) throws IOException {
    SQSEvent event = Deployment.sample(file, SQSEvent.class);
    Set<String> keys = keys(event);
    for (String key : keys) {
      deployment.put(key, Deployment.ARTICLE);
    }
    SQSBatchResponse response =
        new SqsHandler(deployment.application).handleRequest(event, Deployment.context());
    assertEquals(List.of(), response.getBatchItemFailures());
    for (String key : keys) {
      assertTrue(deployment.outputs().keySet().containsAll(Deployment.outputsOf(key)), key);
    }
  }

  @Test
  void reportsExactlyTheMessagesThatFailed() throws JsonProcessingException {
    for (String key : List.of("a.txt", "b.txt", "c d.txt")) {
      deployment.put(key, Deployment.ARTICLE);
    }
    deployment.server.injectFaults(
        call -> call.key().startsWith("b.txt") ? Optional.of(Fault.slowDown()) : Optional.empty());
    SQSEvent event = new SQSEvent();
    event.setRecords(
        List.of(
            message("1", Deployment.notification(Deployment.ARTICLES, List.of("a.txt"))),
            message("2", Deployment.notification(Deployment.ARTICLES, List.of("b.txt"))),
            message("3", "no JSON"),
            message("4", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}"),
            message("5", "{}"),
            message(
                "6",
                "{\"detail\":{\"bucket\":{\"name\":\"nutgraf-articles\"},"
                    + "\"object\":{\"key\":\"c d.txt\"}}}"),
            message(
                "7",
                JSON.writeValueAsString(
                    Map.of(
                        "Type",
                        "Notification",
                        "Message",
                        Deployment.notification(
                            Deployment.ARTICLES, List.of("a.txt", "b.txt")))))));
    SQSBatchResponse response =
        new SqsHandler(deployment.application).handleRequest(event, Deployment.context());
    assertEquals(
        List.of("2", "3", "5", "7"),
        response.getBatchItemFailures().stream().map(f -> f.getItemIdentifier()).toList());
    deployment.server.injectFaults(call -> Optional.empty());
    assertEquals(4, deployment.outputs().size());
  }

  @Test
  void keepsMessagesAboutAnotherBucketInTheQueue() {
    deployment.put("a.txt", Deployment.ARTICLE);
    SQSEvent event = new SQSEvent();
    event.setRecords(
        List.of(
            message("1", Deployment.notification("somebody-elses", List.of("a.txt"))),
            message("2", Deployment.notification(Deployment.ARTICLES, List.of("folder/")))));
    SQSBatchResponse response =
        new SqsHandler(deployment.application).handleRequest(event, Deployment.context());
    assertEquals(
        List.of("1"),
        response.getBatchItemFailures().stream().map(f -> f.getItemIdentifier()).toList());
    assertTrue(deployment.log.get(0).contains("somebody-elses"), deployment.log.get(0));
    assertTrue(deployment.log.get(0).contains("\"unreadable\":1"), deployment.log.get(0));
    assertTrue(deployment.log.get(1).contains("\"ignored\":1"), deployment.log.get(1));
    assertEquals(Map.of(), deployment.outputs());
  }

  @Test
  void reconcilesTheGoodRecordsOfAMessageWithABadOne() {
    deployment.put("a.txt", Deployment.ARTICLE);
    SQSEvent event = new SQSEvent();
    event.setRecords(
        List.of(
            message(
                "1",
                "{\"Records\":[{},{\"s3\":{\"bucket\":{\"name\":\"nutgraf-articles\"},"
                    + "\"object\":{\"key\":\"a.txt\"}}}]}")));
    SQSBatchResponse response =
        new SqsHandler(deployment.application).handleRequest(event, Deployment.context());
    assertEquals(1, response.getBatchItemFailures().size());
    assertEquals(Deployment.outputsOf("a.txt"), deployment.outputs().keySet());
  }

  private static SQSMessage message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    return message;
  }

  private static Set<String> keys(SQSEvent event) throws JsonProcessingException {
    Set<String> keys = new TreeSet<>();
    for (SQSMessage message : event.getRecords()) {
      QueueMessage.parse(message.getBody()).objects().forEach(object -> keys.add(object.key()));
    }
    return keys;
  }
}
