package dev.nutgraf.lambda;

import dev.nutgraf.s3.SummaryGenerator;
import java.security.Security;
import java.util.function.Consumer;
import org.crac.Core;
import software.amazon.awssdk.services.s3.S3Client;

/** Creates the deployed application, which is primed before SnapStart takes its snapshot. */
final class ApplicationFactory {
  private ApplicationFactory() {}

  /** Creates the application that the environment describes and registers it for priming. */
  static Application fromEnvironment() {
    turnOffDnsCache();
    Settings settings = Settings.from(System.getenv());
    // Standard output, not the Lambda logger: the logger wraps each line in a JSON object, and
    // CloudWatch finds embedded metrics only at the top level.
    Application application = primed(settings, settings.s3().client(), System.out::println);
    Core.getGlobalContext().register(application);
    return application;
  }

  /**
   * Turns off Java's cache of name lookups. An address in a snapshot may be stale when the snapshot
   * is restored, and never expires by a clock that stood still meanwhile. Must run before the first
   * lookup, when Java reads these properties.
   */
  private static void turnOffDnsCache() {
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  static Application primed(Settings settings, S3Client s3, Consumer<String> log) {
    SummaryGenerator generator = new SummaryGenerator(settings.engine());
    return new Application(
        settings, generator, s3, log, () -> SnapStartPriming.run(settings, generator, s3));
  }
}
