package dev.nutgraf.local.s3;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The local S3 does what S3 does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalS3ConformanceTest extends S3Conformance {

  private final LocalS3 s3 = LocalS3.start();

  @Override
  URI endpoint() {
    return s3.endpoint();
  }

  @AfterAll
  void stop() {
    s3.close();
  }
}
