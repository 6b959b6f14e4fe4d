package dev.nutgraf.local.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.local.s3.ObjectEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The notification that S3 sends for an object event, as the Amazon S3 User Guide describes it
 * ("Event message structure"): the key is form-encoded, with slashes left as they are.
 */
public final class Notification {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Notification() {}

  public static String json(ObjectEvent event) {
    ObjectNode notification = JSON.createObjectNode();
    ObjectNode entry = notification.putArray("Records").addObject();
    entry.put("eventVersion", "2.1");
    entry.put("eventSource", "aws:s3");
    entry.put("awsRegion", "us-east-1");
    entry.put("eventTime", event.time().toString());
    entry.put("eventName", event.type().eventName());
    ObjectNode s3 = entry.putObject("s3");
    s3.put("s3SchemaVersion", "1.0");
    s3.put("configurationId", "nutgraf");
    ObjectNode bucket = s3.putObject("bucket");
    bucket.put("name", event.bucket());
    bucket.put("arn", "arn:aws:s3:::" + event.bucket());
    ObjectNode object = s3.putObject("object");
    object.put("key", encode(event.key()));
    if (event.type() != ObjectEvent.Type.REMOVED) {
      object.put("size", event.size());
      object.put("eTag", event.eTag());
    }
    object.put("sequencer", event.sequencer());
    try {
      return JSON.writeValueAsString(notification);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing JSON failed", e);
    }
  }

  private static String encode(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
