package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What EventBridge tells of a bucket: {@code Object Created}, {@code Object Deleted} and its like.
 * The library's class for any event of EventBridge is called after the scheduled ones.
 */
public final class EventBridgeHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {
  private final Application application;

  /** The handler that the environment describes. */
  public EventBridgeHandler() {
    this(Application.fromEnvironment());
  }

  /** The handler in front of a given application. */
  public EventBridgeHandler(Application application) {
    this.application = application;
  }

  /**
   * Reconciles the key that the event names; keys in these events are not encoded.
   *
   * @throws InvocationFailedException if that failed
   */
  @Override
  public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
    Invocation delivery = application.deliver(context);
    delivery.reconcile(object(event));
    delivery.finish();
    return null;
  }

  static ObjectKey object(ScheduledEvent event) {
    return new ObjectKey(text(event, "bucket", "name"), text(event, "object", "key"));
  }

  private static String text(ScheduledEvent event, String object, String field) {
    @Nullable Map<String, Object> detail = event.getDetail();
    if (detail != null
        && detail.get(object) instanceof Map<?, ?> map
        && map.get(field) instanceof String text) {
      return text;
    }
    throw new InvocationFailedException(
        "The event has no detail.%s.%s: it is not of S3.".formatted(object, field), null);
  }
}
