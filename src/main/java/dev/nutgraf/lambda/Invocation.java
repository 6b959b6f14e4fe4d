package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.s3.Reconciler.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One invocation: every key is reconciled once, however often it is named, and what failed is told
 * after everything else was done. Used by one thread.
 */
final class Invocation {
  private final Application application;
  private final Context context;
  private final Map<ObjectKey, KeyResult> results = new HashMap<>();
  private final List<Throwable> failures = new ArrayList<>();

  Invocation(Application application, Context context) {
    this.application = application;
    this.context = context;
  }

  /** Reconciles a key, unless this delivery already has. */
  KeyResult reconcile(ObjectKey object) {
    return results.computeIfAbsent(object, this::attempt);
  }

  private KeyResult attempt(ObjectKey object) {
    KeyResult result = application.reconcile(object, Request.DEFAULT, context);
    if (result instanceof Failed failed) {
      failures.add(failed.cause());
    }
    return result;
  }

  /** Reconciles a key that is form-encoded, as S3 writes keys into its notifications. */
  KeyResult reconcileEncoded(String bucket, String encodedKey) {
    try {
      return reconcile(new ObjectKey(bucket, QueueMessage.decoded(encodedKey)));
    } catch (IllegalArgumentException e) {
      return fail(new InvocationFailedException("\"" + encodedKey + "\" is no encoded key.", e));
    }
  }

  /** Counts something that could not be understood among the failures. */
  KeyResult fail(RuntimeException cause) {
    failures.add(cause);
    return new Failed(cause);
  }

  /**
   * Ends the delivery.
   *
   * @throws InvocationFailedException if anything failed, so that the platform delivers again
   */
  void finish() {
    if (!failures.isEmpty()) {
      InvocationFailedException failure =
          new InvocationFailedException(
              "%d failed, the first by %s".formatted(failures.size(), failures.get(0)),
              failures.get(0));
      failures.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
