package dev.nutgraf.local.endpoint;

import java.io.PrintStream;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Runs all checks on a bucket and prints one line for each. */
public final class EndpointReport {
  private final PrintStream out;
  private int missing;

  /** Creates a report that is printed as the checks run. */
  public EndpointReport(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the checks. If the store refuses checksums, the other checks run without.
   *
   * @param s3 the client as the function has it
   * @param withoutChecksums the client with {@code AWS_REQUEST_CHECKSUM_CALCULATION=when_required}
   * @param prefix prefix of the checks' keys, which nothing else uses
   * @return the number of checks that failed
   */
  public int run(S3Client s3, S3Client withoutChecksums, String bucket, String prefix) {
    S3Client client = s3;
    for (EndpointCheck check : EndpointCheck.values()) {
      Optional<String> problem = check.run(client, bucket, prefix);
      if (problem.isPresent() && check == EndpointCheck.CHECKSUM) {
        client = withoutChecksums;
      }
      print(check, problem);
    }
    return missing;
  }

  private void print(EndpointCheck check, Optional<String> problem) {
    if (problem.isEmpty()) {
      out.println("ok       " + check.subject());
      return;
    }
    missing++;
    out.printf(
        "missing  %s: %s. %s%n",
        check.subject(), problem.get().replaceFirst("\\.$", ""), check.consequence());
  }
}
