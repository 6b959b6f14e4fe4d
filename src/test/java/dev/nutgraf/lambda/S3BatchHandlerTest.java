package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import dev.nutgraf.local.s3.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class S3BatchHandlerTest {
  private static final String SAMPLE_KEY = "000_540a6e401f13c6b3.txt";

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  @Test
  void returnsTheOutcomeOfEveryTaskOfABatchJob() {
    deployment.put(SAMPLE_KEY, Deployment.ARTICLE);
    S3BatchEventV2 event = Deployment.sample("batch-operations.json", S3BatchEventV2.class);
    S3BatchResponse response = batch(event);
    assertEquals(event.getInvocationId(), response.getInvocationId());
    assertEquals(ResultCode.Succeeded, response.getResults().get(0).getResultCode());
    assertEquals("summarized", response.getResults().get(0).getResultString());
    assertEquals(Deployment.outputsOf(SAMPLE_KEY), deployment.outputs().keySet());
  }

  @Test
  void returnsTemporaryAndPermanentFailuresOfABatchJob() {
    deployment.put("a b.txt", Deployment.ARTICLE);
    deployment.put("empty.txt", "");
    deployment.put("busy.txt", Deployment.ARTICLE);
    deployment.server.injectFaults(
        call -> call.key().startsWith("busy") ? Optional.of(Fault.slowDown()) : Optional.empty());
    S3BatchEventV2 event = Deployment.sample("batch-operations.json", S3BatchEventV2.class);
    event.setTasks(
        List.of(
            task("a+b.txt", Deployment.ARTICLES),
            task("empty.txt", Deployment.ARTICLES),
            task("busy.txt", Deployment.ARTICLES),
            task("k".repeat(1_020), Deployment.ARTICLES),
            task("%ZZ", Deployment.ARTICLES),
            task("a+b.txt", "another-bucket")));
    List<S3BatchResponse.Result> results = batch(event).getResults();
    assertEquals(
        List.of(
            ResultCode.Succeeded,
            ResultCode.Succeeded,
            ResultCode.TemporaryFailure,
            ResultCode.PermanentFailure,
            ResultCode.PermanentFailure,
            ResultCode.Succeeded),
        results.stream().map(S3BatchResponse.Result::getResultCode).toList());
    assertEquals("rejected empty", results.get(1).getResultString());
    assertEquals("ignored", results.get(5).getResultString());
  }

  private S3BatchResponse batch(S3BatchEventV2 event) {
    return new S3BatchHandler(deployment.application).handleRequest(event, Deployment.context());
  }

  private static S3BatchEventV2.Task task(String key, String bucket) {
    return S3BatchEventV2.Task.builder()
        .withTaskId("task")
        .withS3Key(key)
        .withS3Bucket(bucket)
        .build();
  }
}
