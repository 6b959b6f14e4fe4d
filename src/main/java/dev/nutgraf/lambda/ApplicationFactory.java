package dev.nutgraf.lambda;

import dev.nutgraf.s3.SummaryGenerator;
import java.security.Security;
import java.util.Map;
import java.util.function.Consumer;
import org.crac.Core;
import software.amazon.awssdk.services.s3.S3Client;

/** Creates the deployed application, which is primed before SnapStart takes its snapshot. */
final class ApplicationFactory {
  private ApplicationFactory() {}

  /** Creates the application that the environment describes and registers it for priming. */
  static Application fromEnvironment() {
    Map<String, String> environment = System.getenv();
    Settings settings = Settings.from(environment);
    // Standard output, not the Lambda logger: the logger wraps each line in a JSON object, and
    // CloudWatch finds embedded metrics only at the top level.
    Application application = primed(settings, settings.s3().client(), System.out::println);
    Core.getGlobalContext().register(application);
    return application;
  }

  static Application primed(Settings settings, S3Client s3, Consumer<String> log) {
    // The JVM reads this with its first lookup. Otherwise a restored snapshot could connect to an
    // address from before the snapshot.
    Security.setProperty("networkaddress.cache.ttl", "0");
    SummaryGenerator generator = new SummaryGenerator(settings.engine());
    return new Application(
        settings, generator, s3, log, () -> SnapStartPriming.run(settings, generator, s3));
  }
}
