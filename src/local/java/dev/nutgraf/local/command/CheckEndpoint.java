package dev.nutgraf.local.command;

import dev.nutgraf.lambda.Application;
import dev.nutgraf.local.endpoint.EndpointReport;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Checks whether an S3 implementation does what Nutgraf needs. */
@Command(
    name = "check-endpoint",
    description = {
      "Checks whether an S3 implementation does what Nutgraf needs, one line for each check. The exit"
          + " status is 0 if it does and 1 if something is missing.",
      "Credentials and region come from the usual AWS environment variables. The objects of the"
          + " checks are under a random prefix and are deleted; in a versioned bucket their versions"
          + " stay."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckEndpoint implements Callable<Integer> {
  private static final String ENDPOINT = "AWS_ENDPOINT_URL_S3";

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "The endpoint; that of " + ENDPOINT + ", or else of AWS, by default.")
  private String endpoint = "";

  @Option(
      names = "--bucket",
      paramLabel = "NAME",
      required = true,
      description = "An existing bucket that may be written to.")
  private String bucket = "";

  private CheckEndpoint() {}

  @Override
  public Integer call() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (!endpoint.isEmpty()) {
      environment.put(ENDPOINT, endpoint);
    }
    String place =
        "s3://%s at %s"
            .formatted(bucket, environment.getOrDefault(ENDPOINT, "the endpoint of AWS"));
    Map<String, String> plain = new HashMap<>(environment);
    plain.put("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required");
    try (S3Client s3 = Application.s3(environment);
        S3Client withoutChecksums = Application.s3(plain)) {
      s3.headBucket(head -> head.bucket(bucket));
      System.out.println("Checking " + place);
      String prefix = "nutgraf-check-" + UUID.randomUUID() + "/";
      int missing = new EndpointReport(System.out).run(s3, withoutChecksums, bucket, prefix);
      System.out.println(
          missing == 0
              ? "Nutgraf can use it."
              : "Nutgraf can't use it: %d missing.".formatted(missing));
      return missing == 0 ? 0 : 1;
    } catch (SdkException e) {
      System.err.println("Can't use " + place + ": " + Problem.of(e) + ".");
      return 1;
    }
  }
}
