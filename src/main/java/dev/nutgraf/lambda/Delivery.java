package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.nutgraf.lambda.Result.Failed;
import dev.nutgraf.s3.Reconciler.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One invocation: every key is reconciled once, however often it is named, and what failed is told
 * after everything else was done. Used by one thread.
 */
final class Delivery {
  private final Application application;
  private final Context context;
  private final Map<ObjectKey, Result> results = new HashMap<>();
  private final List<Throwable> failures = new ArrayList<>();

  Delivery(Application application, Context context) {
    this.application = application;
    this.context = context;
  }

  /** Reconciles a key, unless this delivery already has. */
  Result reconcile(ObjectKey object) {
    return results.computeIfAbsent(object, this::attempt);
  }

  private Result attempt(ObjectKey object) {
    Result result = application.reconcile(object, Request.DEFAULT, context);
    if (result instanceof Failed failed) {
      failures.add(failed.cause());
    }
    return result;
  }

  /** Reconciles a key that is form-encoded, as S3 writes keys into its notifications. */
  Result reconcileEncoded(String bucket, String encodedKey) {
    try {
      return reconcile(new ObjectKey(bucket, Message.decoded(encodedKey)));
    } catch (IllegalArgumentException e) {
      return fail(new TransientFailure("\"" + encodedKey + "\" is no encoded key.", e));
    }
  }

  /** Counts something that could not be understood among the failures. */
  Result fail(RuntimeException cause) {
    failures.add(cause);
    return new Failed(cause);
  }

  /**
   * Ends the delivery.
   *
   * @throws TransientFailure if anything failed, so that the platform delivers again
   */
  void finish() {
    if (!failures.isEmpty()) {
      TransientFailure failure =
          new TransientFailure(
              "%d failed, the first by %s".formatted(failures.size(), failures.get(0)),
              failures.get(0));
      failures.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
