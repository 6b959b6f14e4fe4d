package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import org.jspecify.annotations.Nullable;

/** Handles the notifications that S3 sends directly to the function. */
public final class S3EventHandler implements RequestHandler<S3Event, @Nullable Void> {
  private final Application application;

  /** Creates the handler with the settings of the environment. */
  public S3EventHandler() {
    this(ApplicationFactory.fromEnvironment());
  }

  /** Creates the handler with a given application. */
  public S3EventHandler(Application application) {
    this.application = application;
  }

  /**
   * Reconciles the key of every record.
   *
   * @throws InvocationFailedException if any key failed, after all were tried
   */
  @Override
  public @Nullable Void handleRequest(S3Event event, Context context) {
    Invocation invocation = new Invocation(application, context);
    invocation.reconcile(event);
    invocation.throwIfFailed();
    return null;
  }
}
