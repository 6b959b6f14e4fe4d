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
 * Writes one line of JSON for every key: what became of it, sizes and times, never article text.
 * The line is in CloudWatch's embedded metric format, so it carries its metrics too: one count
 * named after the outcome, {@code bytes} and {@code duration}. Thread-safe.
 */
final class OutcomeLog {
  private static final String NAMESPACE = "Nutgraf";
  private static final String BUCKET = "SummaryBucket";
  private static final String CODE = "code";
  private static final String BYTES = "bytes";
  private static final String DURATION = "duration";
  private static final String FAILED = "failed";
  private static final JsonFactory JSON = new JsonFactory();

  private final Consumer<String> out;
  private final Clock clock;
  private final String summaryBucket;

  /**
   * A journal.
   *
   * @param out takes one line without its end
   * @param summaryBucket the dimension of every metric: one for all functions of a deployment
   */
  OutcomeLog(Consumer<String> out, Clock clock, String summaryBucket) {
    this.out = out;
    this.clock = clock;
    this.summaryBucket = summaryBucket;
  }

  /**
   * Writes down what became of a key.
   *
   * @param dryRun whether it is only what would have become of it; then it counts for no metric
   */
  void write(ObjectKey object, KeyResult result, boolean dryRun, Context context) {
    line(
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
            done(json, done.outcome());
          } else if (result instanceof Failed failed) {
            json.writeStringField("outcome", FAILED);
            json.writeStringField("error", failed.cause().toString());
          }
        });
  }

  /** Writes down that a message could not be understood. */
  void unreadable(String messageId, Exception cause) {
    line(
        json -> {
          json.writeStringField("message", messageId);
          json.writeStringField("outcome", "unreadable");
          json.writeStringField("error", cause.getClass().getName());
        });
  }

  private void line(Fields fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A StringWriter does not fail", e);
    }
    out.accept(line.toString());
  }

  private static void done(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStringField("outcome", EnumNames.of(outcome.status()));
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
    for (Phase stage : Phase.values()) {
      if (outcome.times().containsKey(stage)) {
        json.writeNumberField(EnumNames.of(stage), outcome.times().get(stage).toMillis());
      }
    }
    json.writeEndObject();
  }

  /** Declares the metrics and writes their values; what is ignored has none. */
  private void metrics(JsonGenerator json, KeyResult result) throws IOException {
    if (!(result instanceof Done done)) {
      declare(json, false, List.of(FAILED));
      json.writeNumberField(FAILED, 1);
      return;
    }
    Outcome outcome = done.outcome();
    if (outcome.status() == Status.IGNORED) {
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
