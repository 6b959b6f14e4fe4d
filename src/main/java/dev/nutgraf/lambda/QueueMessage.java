package dev.nutgraf.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the body of a queue's message says. */
final class QueueMessage {
  private QueueMessage() {}

  /**
   * The objects that a message names: an S3 notification, one inside a topic's envelope, or an
   * event of EventBridge. The test event that S3 sends when a notification is set up names none.
   *
   * @throws JsonProcessingException if it is no JSON
   * @throws IllegalArgumentException if it is none of these
   */
  static List<ObjectKey> objects(String body) throws JsonProcessingException {
    Map<String, Object> message = JsonValues.read(body);
    Optional<String> enveloped = JsonValues.text(message, "Message");
    if (JsonValues.text(message, "Type").equals(Optional.of("Notification"))
        && enveloped.isPresent()) {
      message = JsonValues.read(enveloped.get());
    }
    if (JsonValues.text(message, "Event").equals(Optional.of("s3:TestEvent"))) {
      return List.of();
    }
    if (message.containsKey("detail")) {
      Map<?, ?> detail = JsonValues.object(message, "detail");
      return List.of(new ObjectKey(text(detail, "bucket", "name"), text(detail, "object", "key")));
    }
    if (!(message.get("Records") instanceof List<?>)) {
      throw new IllegalArgumentException("The message holds no S3 notification.");
    }
    List<ObjectKey> objects = new ArrayList<>();
    for (Map<?, ?> entry : JsonValues.objects(message, "Records")) {
      Map<?, ?> s3 = JsonValues.object(entry, "s3");
      objects.add(new ObjectKey(text(s3, "bucket", "name"), decoded(text(s3, "object", "key"))));
    }
    return objects;
  }

  /** A key as it is, from the form encoding in which S3 writes it into its notifications. */
  static String decoded(String key) {
    return URLDecoder.decode(key, StandardCharsets.UTF_8);
  }

  private static String text(Map<?, ?> json, String object, String field) {
    return JsonValues.text(JsonValues.object(json, object), field)
        .orElseThrow(
            () -> new IllegalArgumentException("The message has no " + object + "." + field + "."));
  }
}
