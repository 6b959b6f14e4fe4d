package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.nutgraf.lambda.KeyResult.Done;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.s3.BackOff;
import dev.nutgraf.s3.Outcome;
import dev.nutgraf.s3.Reconciler;
import dev.nutgraf.s3.Reconciler.Request;
import dev.nutgraf.s3.S3Bucket;
import dev.nutgraf.s3.SummaryGenerator;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The function behind every handler, wired once: settings, reconciler, journal. */
public final class Application implements Resource {
  private static final int MIN_MILLISECONDS_LEFT = 1_000;

  private final Settings settings;
  private final Reconciler reconciler;
  private final OutcomeLog journal;
  private final Runnable beforeSnapshot;

  Application(
      Settings settings, Reconciler reconciler, OutcomeLog journal, Runnable beforeSnapshot) {
    this.settings = settings;
    this.reconciler = reconciler;
    this.journal = journal;
    this.beforeSnapshot = beforeSnapshot;
  }

  /** The application that the environment describes, ready for a snapshot to be taken of it. */
  static Application fromEnvironment() {
    Map<String, String> environment = System.getenv();
    // Standard output and not the Lambda logger, which would wrap a line in JSON of its own, where
    // CloudWatch looks for no metrics.
    Application application = of(environment, s3(environment), System.out::println);
    Core.getGlobalContext().register(application);
    return application;
  }

  /**
   * The application on a given S3.
   *
   * @param environment the settings, by the names of the environment variables
   * @param s3 where the buckets are
   * @param log takes one line of JSON for every key
   * @throws RuntimeException if a setting is missing or not allowed; the message says which and
   *     what is
   */
  public static Application of(Map<String, String> environment, S3Client s3, Consumer<String> log) {
    Settings settings = Settings.from(environment);
    SummaryGenerator generator = new SummaryGenerator(settings.engine());
    Reconciler reconciler =
        new Reconciler(
            new S3Bucket(s3, settings.articleBucket()),
            new S3Bucket(s3, settings.summaryBucket()),
            settings.outputKeys(),
            generator,
            BackOff.exponentialWithFullJitter());
    return new Application(
        settings,
        reconciler,
        new OutcomeLog(log, Clock.systemUTC(), settings.summaryBucket()),
        () -> SnapStartPriming.run(settings, generator, builder(environment), s3));
  }

  /** The S3 client that the environment asks for: AWS's own S3, or {@code AWS_ENDPOINT_URL_S3}. */
  public static S3Client s3(Map<String, String> environment) {
    return builder(environment).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private static S3ClientBuilder builder(Map<String, String> environment) {
    S3ClientBuilder builder = S3Client.builder();
    // The SDK reads the variable by itself; a host of one's own has no name for every bucket.
    Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_S3"))
        .filter(endpoint -> !endpoint.isEmpty())
        .ifPresent(endpoint -> builder.endpointOverride(URI.create(endpoint)).forcePathStyle(true));
    return builder;
  }

  OutcomeLog journal() {
    return journal;
  }

  /**
   * The article that an item of a listing stands for.
   *
   * @param ofArticles whether the article bucket was listed, or else the summary bucket
   */
  ObjectKey articleOf(String listedKey, boolean ofArticles) {
    // A key that is no output's is no article's either.
    String key = ofArticles ? listedKey : settings.outputKeys().articleOf(listedKey).orElse("");
    return new ObjectKey(settings.articleBucket(), key);
  }

  /** Begins an invocation. */
  Invocation deliver(Context context) {
    return new Invocation(this, context);
  }

  /** Reconciles a key, if it is an article's, and writes down what became of it. */
  KeyResult reconcile(ObjectKey object, Request request, Context context) {
    KeyResult result = attempt(object, request, context);
    journal.write(object, result, request.dryRun(), context);
    return result;
  }

  private KeyResult attempt(ObjectKey object, Request request, Context context) {
    if (!settings.isArticle(object)) {
      return new Done(Outcome.of(Outcome.Status.IGNORED));
    }
    if (context.getRemainingTimeInMillis() < MIN_MILLISECONDS_LEFT) {
      return new Failed(new InvocationFailedException("No time is left in this invocation.", null));
    }
    return KeyResult.of(() -> reconciler.reconcile(object.key(), request));
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    beforeSnapshot.run();
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    // Credentials are asked for with the first request; nothing here outlives a snapshot badly.
  }
}
