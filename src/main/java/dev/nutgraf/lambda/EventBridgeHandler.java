package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Handles S3 events from EventBridge, such as {@code Object Created} and {@code Object Deleted}.
 * {@link ScheduledEvent} is the library's class for every EventBridge event.
 */
public final class EventBridgeHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {
  private final Application application;

  /** Creates the handler with the settings of the environment. */
  public EventBridgeHandler() {
    this(ApplicationFactory.fromEnvironment());
  }

  /** Creates the handler with a given application. */
  public EventBridgeHandler(Application application) {
    this.application = application;
  }

  /**
   * Reconciles the key in the event. EventBridge doesn't encode keys.
   *
   * @throws InvocationFailedException if reconciling failed
   * @throws InvalidEventException if the event isn't from S3
   */
  @Override
  public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
    Invocation invocation = new Invocation(application, context);
    invocation.reconcile(object(event));
    invocation.throwIfFailed();
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
    throw new InvalidEventException(
        "The event has no detail.%s.%s; only S3 events are supported.".formatted(object, field));
  }
}
