package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2.Task;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import dev.nutgraf.lambda.KeyResult.Done;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.s3.Outcome.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles jobs of S3 Batch Operations, invocation schema 2.0. Each task has one key, form-encoded.
 */
public final class S3BatchHandler implements RequestHandler<S3BatchEventV2, S3BatchResponse> {
  private final Application application;

  /** Creates the handler with the settings of the environment. */
  public S3BatchHandler() {
    this(ApplicationFactory.fromEnvironment());
  }

  /** Creates the handler with a given application. */
  public S3BatchHandler(Application application) {
    this.application = application;
  }

  /** Reconciles the key of every task and returns a result for each. */
  @Override
  public S3BatchResponse handleRequest(S3BatchEventV2 event, Context context) {
    Invocation invocation = new Invocation(application, context);
    List<S3BatchResponse.Result> results =
        event.getTasks().stream().map(task -> result(task, invocation)).toList();
    return S3BatchResponse.fromS3BatchEvent(event)
        .withTreatMissingKeysAs(ResultCode.TemporaryFailure)
        .withResults(results)
        .build();
  }

  private static S3BatchResponse.Result result(Task task, Invocation invocation) {
    @Nullable String bucket = task.getS3Bucket();
    if (bucket == null) {
      return result(
          task,
          ResultCode.PermanentFailure,
          "The task names no bucket; create the job with invocation schema version 2.0.");
    }
    String key;
    try {
      key = QueueMessage.decode(task.getS3Key());
    } catch (InvalidEventException e) {
      return result(task, ResultCode.PermanentFailure, "The key isn't form-encoded.");
    }
    KeyResult result = invocation.reconcile(new ObjectKey(bucket, key));
    if (result instanceof Done done) {
      return result(
          task,
          done.outcome().status() == Status.KEY_TOO_LONG
              ? ResultCode.PermanentFailure
              : ResultCode.Succeeded,
          EnumNames.of(done.outcome().status())
              + done.outcome().rejection().map(code -> " " + code).orElse(""));
    }
    Failed failed = (Failed) result;
    return result(
        task,
        failed.isRetryable() ? ResultCode.TemporaryFailure : ResultCode.PermanentFailure,
        failed.code() + " " + failed.message());
  }

  private static S3BatchResponse.Result result(Task task, ResultCode code, String text) {
    return new S3BatchResponse.Result(task.getTaskId(), code, text);
  }
}
