package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nutgraf.lambda.KeyResult.Done;
import dev.nutgraf.lambda.KeyResult.Failed;
import dev.nutgraf.s3.Outcome;
import dev.nutgraf.s3.Outcome.Phase;
import dev.nutgraf.s3.Outcome.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes one line of JSON for every key: outcome, sizes and times, never article text. The line is
 * in CloudWatch's embedded metric format (EMF) and so also publishes metrics: one count named after
 * the outcome, {@code bytes} and {@code duration}. Thread-safe.
 *
 * <p>EMF is written by hand because it is forty lines here, checked against the specification by
 * {@code OutcomeLogTest}. Powertools for AWS Lambda 2.9 would add 1,117 ms of CPU to a cold start
 * of 2,216 ms (logging 876, metrics 241; JDK 17, one core).
 */
final class OutcomeLog {
  private static final String NAMESPACE = "Nutgraf";
  private static final String BUCKET = "SummaryBucket";
  private static final String OUTCOME = "outcome";
  private static final String CODE = "code";
  private static final String MESSAGE = "message";
  private static final String BYTES = "bytes";
  private static final String DURATION = "duration";
  private static final String FAILED = "failed";
  private static final String IGNORED = "ignored";
  private static final String UNREADABLE = "unreadable";
  private static final JsonFactory JSON = new JsonFactory();

  private final Consumer<String> out;
  private final Clock clock;
  private final String summaryBucket;

  /**
   * Creates a log.
   *
   * @param out receives each line, without a line end
   * @param summaryBucket the dimension of every metric; the functions of a deployment share it
   */
  OutcomeLog(Consumer<String> out, Clock clock, String summaryBucket) {
    this.out = out;
    this.clock = clock;
    this.summaryBucket = summaryBucket;
  }

  /**
   * Writes the result of reconciling a key.
   *
   * @param dryRun whether nothing was written; a dry run has no metrics
   */
  void write(ObjectKey object, KeyResult result, boolean dryRun, Context context) {
    write(
        json -> {
          if (!dryRun) {
            metrics(json, result);
          }
          json.writeStringField("requestId", context.getAwsRequestId());
          json.writeStringField("bucket", object.bucket());
          json.writeStringField("key", object.key());
          if (dryRun) {
            json.writeBooleanField("dryRun", true);
          }
          if (result instanceof Done done) {
            outcome(json, done.outcome());
          } else if (result instanceof Failed failed) {
            json.writeStringField(OUTCOME, FAILED);
            json.writeStringField(CODE, failed.code());
            json.writeStringField(MESSAGE, failed.message());
          }
        });
  }

  /**
   * Writes that a part of an event names no object of the article bucket.
   *
   * @param field the name of what identifies the part: {@code messageId} or {@code record}
   * @param id the part's identifier
   */
  void writeUnreadable(String field, String id, InvalidEventException cause, Context context) {
    Failed failed = new Failed(cause);
    write(
        json -> {
          declare(json, false, List.of(UNREADABLE));
          json.writeNumberField(UNREADABLE, 1);
          json.writeStringField("requestId", context.getAwsRequestId());
          json.writeStringField(field, id);
          json.writeStringField(OUTCOME, FAILED);
          json.writeStringField(CODE, failed.code());
          json.writeStringField(MESSAGE, failed.message());
        });
  }

  private void write(Fields fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to a StringWriter failed", e);
    }
    out.accept(line.toString());
  }

  private static void outcome(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStringField(OUTCOME, EnumNames.of(outcome.status()));
    if (outcome.cause().isPresent()) {
      json.writeStringField("cause", EnumNames.of(outcome.cause().get()));
    }
    if (outcome.rejection().isPresent()) {
      json.writeStringField(CODE, outcome.rejection().get());
    }
    if (outcome.status() == Status.IGNORED) {
      return;
    }
    json.writeNumberField("outputBytes", outcome.outputBytes());
    json.writeNumberField("rounds", outcome.rounds());
    json.writeObjectFieldStart("milliseconds");
    for (Phase phase : Phase.values()) {
      if (outcome.times().containsKey(phase)) {
        json.writeNumberField(EnumNames.of(phase), outcome.times().get(phase).toMillis());
      }
    }
    json.writeEndObject();
  }

  /** Declares the metrics and writes their values. */
  private void metrics(JsonGenerator json, KeyResult result) throws IOException {
    if (!(result instanceof Done done)) {
      declare(json, false, List.of(FAILED));
      json.writeNumberField(FAILED, 1);
      return;
    }
    Outcome outcome = done.outcome();
    if (outcome.status() == Status.IGNORED) {
      declare(json, false, List.of(IGNORED));
      json.writeNumberField(IGNORED, 1);
      return;
    }
    String count = outcome.status() == Status.SHORT ? "summarized" : EnumNames.of(outcome.status());
    declare(json, outcome.rejection().isPresent(), List.of(count, BYTES, DURATION));
    json.writeNumberField(count, 1);
    json.writeNumberField(BYTES, outcome.articleBytes());
    json.writeNumberField(
        DURATION,
        outcome.times().values().stream().reduce(Duration.ZERO, Duration::plus).toMillis());
  }

  private void declare(JsonGenerator json, boolean byCode, List<String> names) throws IOException {
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", clock.millis());
    json.writeArrayFieldStart("CloudWatchMetrics");
    json.writeStartObject();
    json.writeStringField("Namespace", NAMESPACE);
    json.writeArrayFieldStart("Dimensions");
    json.writeArray(new String[] {BUCKET}, 0, 1);
    if (byCode) {
      json.writeArray(new String[] {BUCKET, CODE}, 0, 2);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    for (String name : names) {
      json.writeStartObject();
      json.writeStringField("Name", name);
      json.writeStringField("Unit", unit(name));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeStringField(BUCKET, summaryBucket);
  }

  private static String unit(String name) {
    return switch (name) {
      case BYTES -> "Bytes";
      case DURATION -> "Milliseconds";
      default -> "Count";
    };
  }

  /** The fields of a line. */
  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
