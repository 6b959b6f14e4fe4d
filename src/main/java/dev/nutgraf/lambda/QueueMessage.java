package dev.nutgraf.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a queue message.
 *
 * @param objects the objects that the message names
 * @param unreadable why a record names none, for each such record
 */
record QueueMessage(List<ObjectKey> objects, List<InvalidEventException> unreadable) {

  /** Copies the lists. */
  QueueMessage {
    objects = List.copyOf(objects);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Parses a body: an S3 notification, plain or in an SNS envelope, or an EventBridge event. The
   * test event that S3 sends for a new notification configuration names no object.
   *
   * @throws InvalidEventException if the body is none of these
   */
  static QueueMessage parse(String body) {
    Map<String, Object> message = read(body);
    Optional<String> enveloped = JsonValues.text(message, "Message");
    if (JsonValues.text(message, "Type").equals(Optional.of("Notification"))
        && enveloped.isPresent()) {
      message = read(enveloped.get());
    }
    if (JsonValues.text(message, "Event").equals(Optional.of("s3:TestEvent"))) {
      return new QueueMessage(List.of(), List.of());
    }
    if (message.containsKey("detail")) {
      Map<?, ?> detail = JsonValues.object(message, "detail");
      return new QueueMessage(
          List.of(new ObjectKey(text(detail, "bucket", "name"), text(detail, "object", "key"))),
          List.of());
    }
    if (!(message.get("Records") instanceof List<?>)) {
      throw new InvalidEventException(
          "The message has no array \"Records\" and no \"detail\"; only S3 notifications and"
              + " EventBridge events of S3 are supported.");
    }
    List<ObjectKey> objects = new ArrayList<>();
    List<InvalidEventException> unreadable = new ArrayList<>();
    for (Map<?, ?> entry : JsonValues.objects(message, "Records")) {
      Map<?, ?> s3 = JsonValues.object(entry, "s3");
      try {
        objects.add(new ObjectKey(text(s3, "bucket", "name"), decode(text(s3, "object", "key"))));
      } catch (InvalidEventException e) {
        unreadable.add(e);
      }
    }
    return new QueueMessage(objects, unreadable);
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
