package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nutgraf.lambda.Result.Done;
import dev.nutgraf.lambda.Result.Failed;
import dev.nutgraf.s3.Outcome;
import dev.nutgraf.s3.Outcome.Stage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes one line of JSON for every key: what became of it, sizes and times, never article text.
 * The line is in CloudWatch's embedded metric format, so that it carries its metrics too.
 * Thread-safe.
 */
final class Journal {
  static final String NAMESPACE = "Nutgraf";
  private static final String FUNCTION = "FunctionName";
  private static final String CODE = "code";
  private static final JsonFactory JSON = new JsonFactory();

  private final Consumer<String> out;
  private final Clock clock;
  private final String function;

  /**
   * A journal.
   *
   * @param out takes one line without its end
   * @param function the name of the function, the dimension of every metric
   */
  Journal(Consumer<String> out, Clock clock, String function) {
    this.out = out;
    this.clock = clock;
    this.function = function;
  }

  /** Writes down what became of a key. */
  void write(ObjectKey object, Result result, Context context) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      metrics(json, result);
      json.writeStringField("requestId", context.getAwsRequestId());
      json.writeStringField("bucket", object.bucket());
      json.writeStringField("key", object.key());
      if (result instanceof Done done) {
        done(json, done.outcome());
      } else if (result instanceof Failed failed) {
        json.writeStringField("outcome", "failed");
        json.writeStringField("error", failed.cause().toString());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A StringWriter does not fail", e);
    }
    out.accept(line.toString());
  }

  private static void done(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStringField("outcome", label(outcome.status()));
    if (outcome.cause().isPresent()) {
      json.writeStringField("cause", label(outcome.cause().get()));
    }
    if (outcome.rejection().isPresent()) {
      json.writeStringField("code", outcome.rejection().get());
    }
    json.writeNumberField("articleBytes", outcome.articleBytes());
    json.writeNumberField("outputBytes", outcome.outputBytes());
    json.writeNumberField("rounds", outcome.rounds());
    json.writeObjectFieldStart("milliseconds");
    for (Stage stage : Stage.values()) {
      if (outcome.times().containsKey(stage)) {
        json.writeNumberField(label(stage), outcome.times().get(stage).toMillis());
      }
    }
    json.writeEndObject();
  }

  /** Declares the metrics and writes their values; what is ignored has none. */
  private void metrics(JsonGenerator json, Result result) throws IOException {
    Optional<Metric> count = Metric.of(result);
    if (count.isEmpty()) {
      return;
    }
    boolean rejected = count.get() == Metric.REJECTED;
    Map<Metric, Long> values = new EnumMap<>(Metric.class);
    values.put(count.get(), 1L);
    if (result instanceof Done done) {
      values.put(Metric.BYTES, done.outcome().articleBytes());
      values.put(
          Metric.DURATION,
          done.outcome().times().values().stream()
              .reduce(Duration.ZERO, Duration::plus)
              .toMillis());
    }
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", clock.millis());
    json.writeArrayFieldStart("CloudWatchMetrics");
    json.writeStartObject();
    json.writeStringField("Namespace", NAMESPACE);
    json.writeArrayFieldStart("Dimensions");
    json.writeArray(new String[] {FUNCTION}, 0, 1);
    if (rejected) {
      json.writeArray(new String[] {FUNCTION, CODE}, 0, 2);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    for (Metric metric : values.keySet()) {
      json.writeStartObject();
      json.writeStringField("Name", metric.label());
      json.writeStringField("Unit", metric.unit());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeStringField(FUNCTION, function);
    for (Map.Entry<Metric, Long> value : values.entrySet()) {
      json.writeNumberField(value.getKey().label(), value.getValue());
    }
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The metrics, as alarms and dashboard name them. */
  private enum Metric {
    SUMMARIZED("Summarized", "Count"),
    UNCHANGED("Unchanged", "Count"),
    REMOVED("Removed", "Count"),
    REJECTED("Rejected", "Count"),
    KEPT("Kept", "Count"),
    KEY_TOO_LONG("KeyTooLong", "Count"),
    FAILED("Failed", "Count"),
    BYTES("ArticleBytes", "Bytes"),
    DURATION("Duration", "Milliseconds");

    private final String label;
    private final String unit;

    Metric(String label, String unit) {
      this.label = label;
      this.unit = unit;
    }

    String label() {
      return label;
    }

    String unit() {
      return unit;
    }

    /** The metric that counts a result. */
    static Optional<Metric> of(Result result) {
      if (!(result instanceof Done done)) {
        return Optional.of(FAILED);
      }
      return switch (done.outcome().status()) {
        case SUMMARIZED, SHORT -> Optional.of(SUMMARIZED);
        case REJECTED -> Optional.of(REJECTED);
        case REMOVED -> Optional.of(REMOVED);
        case UNCHANGED -> Optional.of(UNCHANGED);
        case KEPT -> Optional.of(KEPT);
        case KEY_TOO_LONG -> Optional.of(KEY_TOO_LONG);
        case IGNORED -> Optional.empty();
      };
    }
  }
}
