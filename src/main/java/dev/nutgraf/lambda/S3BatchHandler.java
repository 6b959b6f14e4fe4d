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

/** Jobs of S3 Batch Operations, invocation schema 2.0: one key, form-encoded, in each task. */
public final class S3BatchHandler implements RequestHandler<S3BatchEventV2, S3BatchResponse> {
  private final Application application;

  /** The handler that the environment describes. */
  public S3BatchHandler() {
    this(Application.fromEnvironment());
  }

  /** The handler in front of a given application. */
  public S3BatchHandler(Application application) {
    this.application = application;
  }

  /** Reconciles the key of every task and says of each what became of it. */
  @Override
  public S3BatchResponse handleRequest(S3BatchEventV2 event, Context context) {
    Invocation delivery = application.deliver(context);
    List<S3BatchResponse.Result> results =
        event.getTasks().stream().map(task -> result(task, delivery)).toList();
    return S3BatchResponse.fromS3BatchEvent(event)
        .withTreatMissingKeysAs(ResultCode.TemporaryFailure)
        .withResults(results)
        .build();
  }

  private static S3BatchResponse.Result result(Task task, Invocation delivery) {
    @Nullable String bucket = task.getS3Bucket();
    if (bucket == null) {
      return result(
          task,
          ResultCode.PermanentFailure,
          "The task names no bucket: create the job with invocation schema version 2.0.");
    }
    String key;
    try {
      key = QueueMessage.decoded(task.getS3Key());
    } catch (IllegalArgumentException e) {
      return result(task, ResultCode.PermanentFailure, "The key is not form-encoded.");
    }
    KeyResult result = delivery.reconcile(new ObjectKey(bucket, key));
    if (result instanceof Done done) {
      boolean hopeless = done.outcome().status() == Status.KEY_TOO_LONG;
      return result(
          task,
          hopeless ? ResultCode.PermanentFailure : ResultCode.Succeeded,
          EnumNames.of(done.outcome().status())
              + done.outcome().rejection().map(code -> " " + code).orElse(""));
    }
    return result(task, ResultCode.TemporaryFailure, ((Failed) result).cause().toString());
  }

  private static S3BatchResponse.Result result(Task task, ResultCode code, String text) {
    return new S3BatchResponse.Result(task.getTaskId(), code, text);
  }
}
