package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventBridgeHandlerTest {
  private static final EventJson EVENTS = new EventJson();

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  void doesNotDecodeTheKeysOfEventBridge() throws IOException {
    String file = Files.readString(Path.of("events/eventbridge-created.json"));
    String key = "a+b %20.txt";
    deployment.put(key, Deployment.ARTICLE);
    ScheduledEvent event =
        EVENTS.fromJson(
            file.replaceFirst("\"key\": \"[^\"]*\"", "\"key\": \"" + key + "\""),
            ScheduledEvent.class);
    new EventBridgeHandler(deployment.application).handleRequest(event, Deployment.context());
    assertEquals(Deployment.outputsOf(key), deployment.outputs().keySet());
  }

  @Test
  void reconcilesTheKeysOfEventBridgeEvents() throws IOException {
    ScheduledEvent created = Deployment.sample("eventbridge-created.json", ScheduledEvent.class);
    ScheduledEvent deleted = Deployment.sample("eventbridge-deleted.json", ScheduledEvent.class);
    EventBridgeHandler handler = new EventBridgeHandler(deployment.application);
    String key = EventBridgeHandler.object(created).key();
    String gone = EventBridgeHandler.object(deleted).key();
    deployment.put(gone, Deployment.ARTICLE);
    deployment.deliver(gone);
    deployment.delete(gone);
    deployment.put(key, Deployment.ARTICLE);
    handler.handleRequest(deleted, Deployment.context());
    handler.handleRequest(created, Deployment.context());
    assertEquals(Deployment.outputsOf(key), deployment.outputs().keySet());
  }

  @Test
  void summarizesAnArticleThatWasRestoredFromAnArchive() {
    ScheduledEvent restored = Deployment.sample("eventbridge-restored.json", ScheduledEvent.class);
    String key = EventBridgeHandler.object(restored).key();
    deployment.put(key, Deployment.ARTICLE);
    new EventBridgeHandler(deployment.application).handleRequest(restored, Deployment.context());
    assertEquals(Deployment.outputsOf(key), deployment.outputs().keySet());
  }

  @Test
  void failsForAnEventThatIsNotOfS3() {
    assertThrows(
        InvalidEventException.class,
        () ->
            new EventBridgeHandler(deployment.application)
                .handleRequest(
                    new ScheduledEvent().withDetail(Map.of("state", "running")),
                    Deployment.context()));
  }
}
