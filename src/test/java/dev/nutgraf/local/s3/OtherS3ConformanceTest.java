package dev.nutgraf.local.s3;

import java.net.URI;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Runs the suite against another S3, so that it describes S3 and not our server: {@code
 * NUTGRAF_S3_ENDPOINT=http://127.0.0.1:5000 mvn test -Dtest=OtherS3ConformanceTest}. It makes
 * buckets there and leaves them.
 */
@EnabledIfEnvironmentVariable(
    named = "NUTGRAF_S3_ENDPOINT",
    matches = ".+",
    disabledReason = "NUTGRAF_S3_ENDPOINT names no S3 to hold against the suite")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OtherS3ConformanceTest extends S3Conformance {

  @Override
  URI endpoint() {
    return URI.create(System.getenv("NUTGRAF_S3_ENDPOINT"));
  }
}
