package dev.nutgraf.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the body of a queue's message says. */
final class Message {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Message() {}

  /**
   * The objects that a message names: an S3 notification, one inside a topic's envelope, or an
   * event of EventBridge. The test event that S3 sends when a notification is set up names none.
   *
   * @throws JsonProcessingException if it is no JSON
   * @throws IllegalArgumentException if it is none of these
   */
  static List<ObjectKey> objects(String body) throws JsonProcessingException {
    JsonNode message = JSON.readTree(body);
    if (message.path("Type").asText().equals("Notification") && message.has("Message")) {
      message = JSON.readTree(message.path("Message").asText());
    }
    if (message.path("Event").asText().equals("s3:TestEvent")) {
      return List.of();
    }
    if (message.has("detail")) {
      JsonNode detail = message.path("detail");
      return List.of(new ObjectKey(text(detail, "bucket", "name"), text(detail, "object", "key")));
    }
    if (!message.path("Records").isArray()) {
      throw new IllegalArgumentException("The message holds no S3 notification.");
    }
    List<ObjectKey> objects = new ArrayList<>();
    for (JsonNode entry : message.path("Records")) {
      JsonNode s3 = entry.path("s3");
      objects.add(new ObjectKey(text(s3, "bucket", "name"), decoded(text(s3, "object", "key"))));
    }
    return objects;
  }

  /** A key as it is, from the form encoding in which S3 writes it into its notifications. */
  static String decoded(String key) {
    return URLDecoder.decode(key, StandardCharsets.UTF_8);
  }

  private static String text(JsonNode node, String object, String field) {
    JsonNode value = node.path(object).path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("The message has no " + object + "." + field + ".");
    }
    return value.asText();
  }
}
