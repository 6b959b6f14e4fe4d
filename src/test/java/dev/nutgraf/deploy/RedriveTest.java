package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script with a stub AWS CLI that records its calls. */
final class RedriveTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CLI =
      """
      #!/usr/bin/env bash
      here=$(dirname "$0")
      case "$1 $2" in
        "sqs receive-message")
          if [ -e "$here/denied" ]; then exit 254; fi
          if [ -e "$here/messages" ]; then cat "$here/messages"; rm "$here/messages"; fi ;;
        "sqs delete-message") echo "delete ${6}" >>"$here/calls" ;;
        "lambda invoke")
          echo "invoke $4 $(tr -d ' \\n' <"${6#fileb://}")" >>"$here/calls"
          if [[ $4 == broken:* ]]; then echo Unhandled; else echo None; fi ;;
      esac
      """;

  private final Path bin;

  RedriveTest(@TempDir Path bin) {
    this.bin = bin;
  }

  @BeforeEach
  void needsBashAndJq() throws IOException {
    for (String tool : List.of("bash", "jq")) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
          tool + " is not installed");
    }
    Path cli = Files.writeString(bin.resolve("aws"), CLI);
    assertTrue(cli.toFile().setExecutable(true));
    Files.createFile(bin.resolve("calls"));
  }

  @Test
  void sendsTheRecordedEventToTheAliasAndDeletesTheMessage() throws Exception {
    messages(recorded("m1", "nutgraf-summarize:3"));
    assertEquals("0: Redriven: 1. Failed again and kept in the queue: 0.", redrive());
    assertEquals(
        List.of("invoke nutgraf-summarize:live {\"Records\":[]}", "delete handle-m1"), calls());
  }

  @Test
  void sendsAnEventThatEventBridgeCouldNotDeliver() throws Exception {
    ObjectNode message = message("m2", "{\"source\":\"aws.s3\"}");
    message
        .putObject("MessageAttributes")
        .putObject("TARGET_ARN")
        .put(
            "StringValue",
            "arn:aws:lambda:us-east-1:123456789012:function:nutgraf-eventbridge:live");
    messages(message);
    redrive();
    assertEquals(
        List.of("invoke nutgraf-eventbridge:live {\"source\":\"aws.s3\"}", "delete handle-m2"),
        calls());
  }

  @Test
  void keepsFailedEventsInTheQueueAndContinues() throws Exception {
    messages(
        recorded("m1", "broken:live"),
        message("m2", "{}"),
        recorded("m3", "nutgraf-summarize:live"));
    assertEquals("1: Redriven: 1. Failed again and kept in the queue: 2.", redrive());
    assertEquals("delete handle-m3", calls().get(calls().size() - 1));
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

  private void messages(ObjectNode... messages) throws IOException {
    ObjectNode received = MAPPER.createObjectNode();
    ArrayNode list = received.putArray("Messages");
    Stream.of(messages).forEach(list::add);
    Files.writeString(bin.resolve("messages"), received.toString());
  }

  /** Returns the exit status and the output of the script. */
  private String redrive() throws Exception {
    ProcessBuilder script =
        new ProcessBuilder("bash", "src/local/sh/redrive.sh", "https://sqs.example/failures");
    script
        .environment()
        .merge("PATH", bin.toString(), (path, own) -> own + File.pathSeparator + path);
    script.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = script.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() + ": " + printed;
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(bin.resolve("calls"));
  }
}
