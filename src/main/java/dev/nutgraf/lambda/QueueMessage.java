package dev.nutgraf.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses the body of a queue message. */
final class QueueMessage {
  private QueueMessage() {}

  /**
   * Returns the objects that a message names. The body is an S3 notification, plain or in an SNS
   * envelope, or an EventBridge event. The test event that S3 sends for a new notification
   * configuration names none.
   *
   * @throws InvalidEventException if the body is none of these
   */
  static List<ObjectKey> objects(String body) {
    Map<String, Object> message = read(body);
    Optional<String> enveloped = JsonValues.text(message, "Message");
    if (JsonValues.text(message, "Type").equals(Optional.of("Notification"))
        && enveloped.isPresent()) {
      message = read(enveloped.get());
    }
    if (JsonValues.text(message, "Event").equals(Optional.of("s3:TestEvent"))) {
      return List.of();
    }
    if (message.containsKey("detail")) {
      Map<?, ?> detail = JsonValues.object(message, "detail");
      return List.of(new ObjectKey(text(detail, "bucket", "name"), text(detail, "object", "key")));
    }
    if (!(message.get("Records") instanceof List<?>)) {
      throw new InvalidEventException(
          "The message has no array \"Records\" and no \"detail\"; only S3 notifications and"
              + " EventBridge events of S3 are supported.");
    }
    List<ObjectKey> objects = new ArrayList<>();
    for (Map<?, ?> entry : JsonValues.objects(message, "Records")) {
      Map<?, ?> s3 = JsonValues.object(entry, "s3");
      objects.add(new ObjectKey(text(s3, "bucket", "name"), decode(text(s3, "object", "key"))));
    }
    return objects;
  }

  /**
   * Decodes a key from the form encoding that S3 notifications and batch jobs use.
   *
   * @throws InvalidEventException if the key isn't form-encoded
   */
  static String decode(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidEventException("The key \"" + key + "\" isn't form-encoded.", e);
    }
  }

  private static Map<String, Object> read(String body) {
    try {
      return JsonValues.read(body);
    } catch (JsonProcessingException e) {
      throw new InvalidEventException("The message isn't a JSON object.", e);
    }
  }

  private static String text(Map<?, ?> json, String object, String field) {
    return JsonValues.text(JsonValues.object(json, object), field)
        .orElseThrow(
            () ->
                new InvalidEventException(
                    "The message has no " + object + "." + field + "; it isn't from S3."));
  }
}
