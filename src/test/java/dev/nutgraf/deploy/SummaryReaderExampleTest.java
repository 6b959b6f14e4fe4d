package dev.nutgraf.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nutgraf.summary.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the template in docs/operations.md that subscribes a function to finished summaries. */
final class SummaryReaderExampleTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n([^`]*)```");
  private static final Path DOCUMENTS =
      Path.of("src/test/resources/dev/nutgraf/summary/golden/documents");
  private static final String KEY = "002_132b37f079f849c2.txt";

  /** Has an S3 client whose objects are the files in the folder DOCUMENTS. */
  private static final String BOTO3 =
      """
      import os

      class S3:
          def get_object(self, Bucket, Key):
              assert Bucket == "STACK-summaries-ACCOUNT", Bucket
              return {"Body": open(os.path.join(os.environ["DOCUMENTS"], Key), "rb")}

      def client(service):
          return S3()
      """;

  private static final String RUN =
      """
      export DOCUMENTS=%s PYTHONPATH=%s
      python3 -c 'import index; index.handle({"detail": {"bucket": {"name":
        "STACK-summaries-ACCOUNT"}, "object": {"key": "%s.metadata.json"}}}, None)'
      """;

  private final JsonNode function = function();

  @Test
  void matchesTheDocumentThatIsWrittenLastAndNoneOfItsSiblings() {
    JsonNode pattern = function.at("/Events/SummaryFinished/Properties/Pattern");
    String suffix = pattern.at("/detail/object/key/0/suffix").asText();
    assertEquals(
        List.of(Document.Kind.METADATA),
        Arrays.stream(Document.Kind.values())
            .filter(kind -> (KEY + kind.suffix()).endsWith(suffix))
            .toList());
    assertEquals("[\"Object Created\"]", pattern.get("detail-type").toString());
  }

  @Test
  void subscribesToTheSummaryBucketOfTheStack() {
    String name =
        Template.read()
            .at("/Resources/SummaryBucket/Properties/BucketName/Fn::Sub")
            .asText()
            .replace("${AWS::StackName}", "STACK")
            .replace("${AWS::AccountId}", "ACCOUNT");
    assertEquals(
        List.of(name),
        List.of(
            function
                .at("/Events/SummaryFinished/Properties/Pattern/detail/bucket/name/0")
                .asText()));
    assertEquals(name, function.at("/Policies/0/S3ReadPolicy/BucketName").asText());
  }

  @Test
  void printsTheSentencesOfTheSummary(@TempDir Path folder) throws Exception {
    StubCli cli = new StubCli(folder, "python3");
    Files.writeString(folder.resolve("boto3.py"), BOTO3);
    Files.writeString(folder.resolve("index.py"), function.get("InlineCode").asText());
    String printed = cli.bash("-c", RUN.formatted(DOCUMENTS.toAbsolutePath(), folder, KEY));
    String summary = Files.readString(DOCUMENTS.resolve(KEY + ".summary.txt"));
    assertEquals("0: " + KEY + "\n" + summary.strip(), printed);
  }

  private static JsonNode function() {
    try {
      Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/operations.md")));
      if (!example.find()) {
        throw new AssertionError("docs/operations.md has no template");
      }
      return Template.of(example.group(1)).at("/Resources/SummaryReader/Properties");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
