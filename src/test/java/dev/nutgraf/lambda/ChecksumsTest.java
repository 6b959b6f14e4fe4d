package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.s3.Fault;
import dev.nutgraf.local.s3.S3Call;
import dev.nutgraf.local.s3.S3Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that don't support the checksums of the AWS SDK, such as R2, Ceph and GCS. */
final class ChecksumsTest {
  private static final String REQUEST = "AWS_REQUEST_CHECKSUM_CALCULATION";
  private static final String RESPONSE = "AWS_RESPONSE_CHECKSUM_VALIDATION";

  @Test
  void worksWithAStoreThatRefusesChecksumsOfRequestsIfTheyAreTurnedOff() {
    try (Deployment deployment = new Deployment(Map.of(REQUEST, "when_required"))) {
      deployment.server.injectFaults(ChecksumsTest::refuseChecksums);
      deployment.put("a.txt", Deployment.ARTICLE);
      deployment.deliver("a.txt");
      assertEquals(Deployment.outputsOf("a.txt"), deployment.outputs().keySet());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "when_supported"})
  void failsWithAStoreThatRefusesChecksumsOtherwise(String setting) {
    try (Deployment deployment = new Deployment(Map.of(REQUEST, setting))) {
      deployment.put("a.txt", Deployment.ARTICLE);
      deployment.server.injectFaults(ChecksumsTest::refuseChecksums);
      assertThrows(InvocationFailedException.class, () -> deployment.deliver("a.txt"));
      assertTrue(deployment.log.get(0).contains("\"code\":\"s3-501\""));
    }
  }

  @Test
  void worksWithAStoreThatRefusesChunkedUploads() {
    try (Deployment deployment = new Deployment()) {
      deployment.server.injectFaults(call -> isChunked(call) ? refusal() : Optional.empty());
      deployment.put("a.txt", Deployment.ARTICLE);
      deployment.deliver("a.txt");
      assertEquals(Deployment.outputsOf("a.txt"), deployment.outputs().keySet());
    }
  }

  @Test
  void asksForTheChecksumOfAnArticleUnlessValidationIsTurnedOff() {
    assertTrue(asksForChecksum(""));
    assertTrue(asksForChecksum("when_supported"));
    assertFalse(asksForChecksum("when_required"));
  }

  private static boolean asksForChecksum(String setting) {
    try (Deployment deployment = new Deployment(Map.of(RESPONSE, setting))) {
      List<S3Call> reads = new CopyOnWriteArrayList<>();
      deployment.put("a.txt", Deployment.ARTICLE);
      deployment.server.injectFaults(
          call -> {
            if (call.operation() == S3Operation.GET_OBJECT) {
              reads.add(call);
            }
            return Optional.empty();
          });
      deployment.deliver("a.txt");
      assertEquals(1, reads.size());
      return reads.get(0).headers().containsKey("x-amz-checksum-mode");
    }
  }

  private static Optional<Fault> refuseChecksums(S3Call call) {
    boolean hasChecksum =
        call.headers().keySet().stream()
            .anyMatch(
                name ->
                    name.equals("x-amz-trailer")
                        || name.startsWith("x-amz-sdk-checksum")
                        || name.startsWith("x-amz-checksum-crc"));
    return hasChecksum || isChunked(call) ? refusal() : Optional.empty();
  }

  private static boolean isChunked(S3Call call) {
    return call.headers().getOrDefault("content-encoding", "").contains("aws-chunked");
  }

  private static Optional<Fault> refusal() {
    return Optional.of(new Fault.ErrorResponse(501, "NotImplemented", false));
  }
}
