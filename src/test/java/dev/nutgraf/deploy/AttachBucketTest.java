package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command of docs/operations.md that attaches an existing bucket, with a stub AWS CLI. */
final class AttachBucketTest {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:^    .*\n)*^    .*put-bucket-notification-configuration.*\n(?:^    .*\n)*",
          Pattern.MULTILINE);
  private static final String CLI =
      """
      case "$2" in
        get-bucket-notification-configuration)
          if [ -e "$here/denied" ]; then exit 254; fi
          if [ -e "$here/before" ]; then cat "$here/before"; fi ;;
        put-bucket-notification-configuration) echo "$6" | tr -d '\\n' >"$here/after" ;;
      esac
      """;

  private final Path bin;
  private final StubCli cli;

  AttachBucketTest(@TempDir Path bin) throws IOException {
    this.bin = bin;
    cli = new StubCli(bin, "jq");
    cli.add("aws", CLI);
  }

  /** For such a bucket the CLI prints nothing. */
  @Test
  void attachesABucketWithoutANotificationConfiguration() throws Exception {
    assertEquals("0: ", cli.bash("-c", command()));
    assertAfter("{'EventBridgeConfiguration':{}}");
  }

  @Test
  void keepsTheNotificationsThatAreThere() throws Exception {
    Files.writeString(
        bin.resolve("before"),
        quoted(
            "{'ResponseMetadata':{'HTTPStatusCode':200},"
                + "'QueueConfigurations':[{'Id':'theirs','Events':['s3:ObjectCreated:*']}]}"));
    assertEquals("0: ", cli.bash("-c", command()));
    assertAfter(
        "{'QueueConfigurations':[{'Id':'theirs','Events':['s3:ObjectCreated:*']}],"
            + "'EventBridgeConfiguration':{}}");
  }

  @Test
  void putsNothingIfTheConfigurationCannotBeRead() throws Exception {
    Files.createFile(bin.resolve("denied"));
    assertNotEquals("0: ", cli.bash("-c", command()));
    assertEquals(false, Files.exists(bin.resolve("after")));
  }

  private void assertAfter(String json) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    assertEquals(mapper.readTree(quoted(json)), mapper.readTree(bin.resolve("after").toFile()));
  }

  private static String command() throws IOException {
    List<String> commands =
        COMMAND
            .matcher(Files.readString(Path.of("docs/operations.md")))
            .results()
            .map(MatchResult::group)
            .toList();
    assertEquals(1, commands.size());
    return commands.get(0);
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
