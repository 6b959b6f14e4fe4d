package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script with a stub AWS CLI that records its calls. */
final class RedriveTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Receives the messages of the file {@code messages}, one line each, in their order. */
  private static final String CLI =
      """
      case "$1 $2" in
        "sqs receive-message")
          if [ -e "$here/denied" ]; then exit 254; fi
          if [ -s "$here/messages" ]; then
            head -n 1 "$here/messages"
            sed -i.old 1d "$here/messages"
          fi ;;
        "sqs delete-message") echo "delete ${6}" >>"$here/calls" ;;
        "sqs change-message-visibility") echo "show ${6}" >>"$here/calls" ;;
        "stepfunctions start-execution")
          echo "start $4 $(cat "${6#file://}")" >>"$here/calls" ;;
        "lambda invoke")
          echo "invoke $4 $(tr -d ' \\n' <"${6#fileb://}")" >>"$here/calls"
          echo "$*" >>"$here/invocations"
          if [ -s "$here/refusals" ]; then
            head -n 1 "$here/refusals" >&2
            sed -i.old 1d "$here/refusals"
            exit 255
          fi
          if [[ $4 == broken:* ]]; then echo Unhandled; else echo None; fi ;;
      esac
      """;

  private static final String NOT_READY =
      "An error occurred (SnapStartNotReadyException) when calling the Invoke operation";

  private final Path bin;
  private final StubCli cli;

  RedriveTest(@TempDir Path bin) throws IOException {
    this.bin = bin;
    cli = new StubCli(bin, "jq");
  }

  @BeforeEach
  void installTheStubs() throws IOException {
    cli.add("aws", CLI);
    cli.add("sleep", "echo \"sleep $1\" >>\"$here/calls\"");
  }

  @Test
  void sendsTheRecordedEventToTheAliasAndDeletesTheMessage() throws Exception {
    messages(recorded("m1", "nutgraf-summarize:3"));
    assertEquals("0: Redriven: 1. Failed again and kept in the queue: 0.", redrive());
    assertEquals(
        List.of("invoke nutgraf-summarize:live {\"Records\":[]}", "delete handle-m1"), cli.calls());
  }

  @Test
  void sendsAnEventThatEventBridgeCouldNotDeliver() throws Exception {
    ObjectNode message = message("m2", "{\"source\":\"aws.s3\"}");
    target(message, "arn:aws:lambda:us-east-1:123456789012:function:nutgraf-eventbridge:live");
    messages(message);
    redrive();
    assertEquals(
        List.of("invoke nutgraf-eventbridge:live {\"source\":\"aws.s3\"}", "delete handle-m2"),
        cli.calls());
  }

  @Test
  void startsTheReprocessingThatTheScheduleCouldNot() throws Exception {
    String machine = "arn:aws:states:us-east-1:123456789012:stateMachine:nutgraf-reprocess";
    ObjectNode input = message("m1", "{\"prefix\":\"\"}");
    ObjectNode request = message("m2", "{\"input\":\"{\\\"prefix\\\":\\\"\\\"}\"}");
    target(input, machine);
    target(request, machine);
    messages(input, request);
    assertEquals("0: Redriven: 2. Failed again and kept in the queue: 0.", redrive());
    String start = "start " + machine + " {\"prefix\":\"\"}";
    assertEquals(List.of(start, "delete handle-m1", start, "delete handle-m2"), cli.calls());
  }

  @Test
  void keepsFailedEventsInTheQueueAndContinues() throws Exception {
    messages(
        recorded("m1", "broken:live"),
        message("m2", "{}"),
        message("m3", "not JSON"),
        recorded("m4", "nutgraf-summarize:live"));
    assertEquals("1: Redriven: 1. Failed again and kept in the queue: 3.", redrive());
    assertTrue(cli.calls().contains("delete handle-m4"), cli.calls()::toString);
    assertEquals(1, Collections.frequency(cli.calls(), "delete handle-m4"));
  }

  /** The failure queue's alarm counts visible messages. */
  @Test
  void showsFailedEventsToTheAlarmAndTheNextRun() throws Exception {
    messages(recorded("m1", "broken:live"), recorded("m2", "nutgraf-summarize:live"));
    redrive();
    assertEquals("show handle-m1", cli.calls().get(cli.calls().size() - 1));
  }

  @Test
  void sendsAMessageOnceHoweverOftenItIsReceived() throws Exception {
    messages(recorded("m1", "broken:live"), recorded("m1", "broken:live"));
    assertEquals("1: Redriven: 0. Failed again and kept in the queue: 1.", redrive());
  }

  @Test
  void waitsForAnIdleVersion() throws Exception {
    messages(recorded("m1", "nutgraf-summarize:live"));
    Files.write(bin.resolve("refusals"), Collections.nCopies(20, NOT_READY));
    assertEquals("0: Redriven: 1. Failed again and kept in the queue: 0.", redrive());
    long seconds =
        cli.calls().stream()
            .filter(call -> call.startsWith("sleep "))
            .mapToLong(call -> Long.parseLong(call.substring("sleep ".length())))
            .sum();
    assertTrue(seconds >= 600, () -> "a snapshot takes minutes; waited " + seconds + " s");
  }

  @Test
  void doesNotRetryADeniedCall() throws Exception {
    messages(recorded("m1", "nutgraf-summarize:live"));
    Files.writeString(bin.resolve("refusals"), "An error occurred (AccessDeniedException)\n");
    assertEquals("1: Redriven: 0. Failed again and kept in the queue: 1.", redrive());
    assertTrue(cli.errors().contains("AccessDeniedException"), cli.errors());
  }

  @Test
  void waitsLongerForAnAnswerThanAnyFunctionMayTake() throws Exception {
    messages(recorded("m1", "nutgraf-summarize:live"));
    redrive();
    String call = Files.readString(bin.resolve("invocations"));
    String seconds = call.replaceAll("(?s).*--cli-read-timeout (\\d+).*", "$1");
    assertTrue(
        Integer.parseInt(seconds) > Template.read().at("/Parameters/Timeout/MaxValue").asInt(),
        call);
  }

  @Test
  void succeedsWithAnEmptyQueue() throws Exception {
    assertEquals("0: Redriven: 0. Failed again and kept in the queue: 0.", redrive());
  }

  @Test
  void failsIfTheQueueCannotBeRead() throws Exception {
    Files.createFile(bin.resolve("denied"));
    assertEquals("254: ", redrive());
  }

  private static ObjectNode recorded(String id, String function) {
    ObjectNode body = MAPPER.createObjectNode();
    body.putObject("requestContext")
        .put("functionArn", "arn:aws:lambda:us-east-1:123456789012:function:" + function)
        .put("condition", "RetriesExhausted");
    body.putObject("requestPayload").putArray("Records");
    return message(id, body.toString());
  }

  private static ObjectNode message(String id, String body) {
    return MAPPER
        .createObjectNode()
        .put("MessageId", id)
        .put("ReceiptHandle", "handle-" + id)
        .put("Body", body);
  }

  private static void target(ObjectNode message, String arn) {
    message.putObject("MessageAttributes").putObject("TARGET_ARN").put("StringValue", arn);
  }

  private void messages(ObjectNode... messages) throws IOException {
    StringBuilder received = new StringBuilder();
    for (ObjectNode message : messages) {
      ObjectNode batch = MAPPER.createObjectNode();
      batch.putArray("Messages").add(message);
      received.append(batch).append('\n');
    }
    Files.writeString(bin.resolve("messages"), received);
  }

  /** Returns the exit status and the output of the script. */
  private String redrive() throws Exception {
    return cli.bash("src/local/sh/redrive.sh", "https://sqs.example/failures");
  }
}
