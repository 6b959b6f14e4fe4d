package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.nutgraf.lambda.KeyResult.Done;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.s3.BackOff;
import dev.nutgraf.s3.DocumentGenerator;
import dev.nutgraf.s3.Outcome;
import dev.nutgraf.s3.Reconciler;
import dev.nutgraf.s3.Reconciler.Request;
import dev.nutgraf.s3.S3Bucket;
import dev.nutgraf.s3.SummaryGenerator;
import dev.nutgraf.summary.EngineSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.crac.Resource;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;

/** The application behind every handler: settings, reconciler and outcome log. Thread-safe. */
public final class Application implements Resource {
  /** A reconciliation that starts with less time may be cut off between two writes. */
  private static final int MIN_MILLISECONDS_LEFT = 2_000;

  /** The time that no request to S3 may use, for the log line and the function's response. */
  private static final int RESERVED_MILLISECONDS = 1_000;

  private static final int MAX_REQUEST_THREADS = 64;
  private static final int REQUEST_THREAD_IDLE_SECONDS = 1;

  private final Settings settings;
  private final DocumentGenerator generator;
  private final S3Client s3;
  private final OutcomeLog log;
  private final Runnable beforeSnapshot;
  private final Executor requestThreads = requestThreads();

  /**
   * Creates an application.
   *
   * @param s3 the client for both buckets
   * @param log receives one line of JSON for every key
   * @param beforeSnapshot runs before SnapStart takes its snapshot
   */
  Application(
      Settings settings,
      DocumentGenerator generator,
      S3Client s3,
      Consumer<String> log,
      Runnable beforeSnapshot) {
    this.settings = settings;
    this.generator = generator;
    this.s3 = s3;
    this.log = new OutcomeLog(log, Clock.systemUTC(), settings.summaryBucket());
    this.beforeSnapshot = beforeSnapshot;
  }

  /**
   * Creates an application on a given S3.
   *
   * @param environment the settings, by the names of the environment variables
   * @param s3 the client for both buckets
   * @param log receives one line of JSON for every key
   * @throws RuntimeException if a setting is missing or not allowed; the message has its name, its
   *     value and the allowed values
   */
  public static Application of(Map<String, String> environment, S3Client s3, Consumer<String> log) {
    Settings settings = Settings.from(environment);
    return new Application(settings, new SummaryGenerator(settings.engine()), s3, log, () -> {});
  }

  /**
   * Returns the engine's settings in environment variables; the defaults for those that are missing
   * or empty.
   *
   * @throws RuntimeException if a setting isn't allowed, as {@link #of} does
   */
  public static EngineSettings engineSettings(Map<String, String> environment) {
    return Settings.engine(environment);
  }

  /**
   * Creates the S3 client for AWS or, if set, for the endpoint in {@code AWS_ENDPOINT_URL_S3} or
   * {@code AWS_ENDPOINT_URL}.
   *
   * @throws RuntimeException if a setting isn't allowed, as {@link #of} does
   */
  public static S3Client s3(Map<String, String> environment) {
    return S3Settings.from(environment).client();
  }

  OutcomeLog log() {
    return log;
  }

  /**
   * Returns the article that a listed object is, or that a listed output belongs to.
   *
   * @param ofArticles whether the article bucket was listed, or else the summary bucket
   */
  ObjectKey articleOf(String listedKey, boolean ofArticles) {
    // A key that isn't an output's maps to the empty key, which is never an article's.
    String key = ofArticles ? listedKey : settings.outputKeys().articleOf(listedKey).orElse("");
    return new ObjectKey(settings.articleBucket(), key);
  }

  /** Returns whether an object is in the article bucket, be it an article or not. */
  boolean isInArticleBucket(ObjectKey object) {
    return object.bucket().equals(settings.articleBucket());
  }

  /** Reconciles a key if it is an article's, and logs the outcome. */
  KeyResult reconcile(ObjectKey object, Request request, Context context) {
    KeyResult result = attempt(object, request, context);
    log.write(object, result, request.dryRun(), context);
    return result;
  }

  private KeyResult attempt(ObjectKey object, Request request, Context context) {
    if (!settings.isArticle(object)) {
      return new Done(Outcome.of(Outcome.Status.IGNORED));
    }
    if (context.getRemainingTimeInMillis() < MIN_MILLISECONDS_LEFT) {
      return new Failed(new NoTimeLeftException("Not started", MIN_MILLISECONDS_LEFT));
    }
    return KeyResult.of(() -> reconciler(context).reconcile(object.key(), request));
  }

  private Reconciler reconciler(Context context) {
    BackOff backOff = BackOff.exponentialWithFullJitter();
    return new Reconciler(
        bucket(settings.articleBucket(), context),
        bucket(settings.summaryBucket(), context),
        settings.outputKeys(),
        generator,
        round -> {
          requireTime(context, BackOff.maxWait(round));
          backOff.waitBefore(round);
        },
        requestThreads);
  }

  /**
   * Returns threads that send requests side by side. They are started on demand and end soon after
   * the last request, so a snapshot needs none of them. Without a free thread the caller sends the
   * request.
   */
  private static Executor requestThreads() {
    return new ThreadPoolExecutor(
        0,
        MAX_REQUEST_THREADS,
        REQUEST_THREAD_IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, "s3-requests");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  S3Bucket bucket(String name, Context context) {
    return new S3Bucket(
        s3,
        name,
        settings.s3().describeEndpoint(),
        settings.s3().responseChecksums() == ResponseChecksumValidation.WHEN_SUPPORTED,
        () -> requireTime(context, Duration.ZERO));
  }

  /**
   * Returns the time that is left for requests to S3.
   *
   * @throws NoTimeLeftException if it isn't more than a given time
   */
  private static Duration requireTime(Context context, Duration needed) {
    int milliseconds = RESERVED_MILLISECONDS + (int) needed.toMillis();
    if (context.getRemainingTimeInMillis() <= milliseconds) {
      throw new NoTimeLeftException("Stopped", milliseconds);
    }
    return Duration.ofMillis(context.getRemainingTimeInMillis() - RESERVED_MILLISECONDS);
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    beforeSnapshot.run();
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    // Nothing to restore: credentials are resolved with the first request, and no connection,
    // random seed or time is kept across the snapshot.
  }
}
