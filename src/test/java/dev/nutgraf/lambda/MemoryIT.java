package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.runtime.LocalFunction;
import dev.nutgraf.local.runtime.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged function in as little memory as Lambda may give it. */
final class MemoryIT {
  private static final int LARGEST = 50 << 20;
  private static final int ARTICLES = 1_000;
  private static final int PER_EVENT = 100;
  private static final List<String> WORDS =
      List.of("bridge", "harbor", "mayor", "council", "ferry", "voted", "money", "summer", "court");

  @TempDir private static Path folder = Path.of("");

  private final Deployment deployment = new Deployment();

  @AfterEach
  void stop() {
    deployment.close();
  }

  /** What is left of 512 MB for the heap when the JVM itself has taken its share. */
  @Test
  void summarizesTheLargestArticleInAFunctionOf512Megabytes() throws Exception {
    deployment.put("large.txt", article(new Random(1), LARGEST));
    try (LocalFunction function = start("large", "-Xmx400m")) {
      deliver(function, List.of("large.txt"));
    }
    assertTrue(deployment.metadata("large.txt").contains("\"summarized\""), () -> log("large"));
  }

  /** Every file ends in a document, whatever it repeats up to the limit of 50 MB. */
  @Test
  void endsInADocumentForTheLargestHostileFiles() throws Exception {
    Map<String, String> units =
        Map.of(
            "space.txt", "abcdefghij",
            "word.txt", "harbor ",
            "line.txt", "a\n",
            "cjk.txt", "议会投票桥梁",
            "marks.txt", "a\u0301",
            "links.txt", "https://example.com/a ",
            "tags.html", "<div>a",
            "links.md", "[a](b) ",
            "nested.json", "{\"a\":",
            "curly.txt",
                "“The council voted for the harbor bridge on Monday in the town hall”, he"
                    + " said, and nobody in the room spoke against the plan of the mayor. ");
    for (Map.Entry<String, String> unit : units.entrySet()) {
      byte[] bytes = unit.getValue().getBytes(StandardCharsets.UTF_8);
      byte[] file = new byte[LARGEST / bytes.length * bytes.length];
      for (int at = 0; at < file.length; at += bytes.length) {
        System.arraycopy(bytes, 0, file, at, bytes.length);
      }
      deployment.put(unit.getKey(), file);
    }
    try (LocalFunction function = start("hostile", "-Xmx400m")) {
      for (String key : units.keySet()) {
        deliver(function, List.of(key));
        assertTrue(deployment.metadata(key).contains("\"status\""), () -> log("hostile"));
      }
    }
  }

  /** What a thousand articles left behind would not fit. */
  @Test
  void summarizesAThousandArticlesInARowWithoutGrowing() throws Exception {
    Random random = new Random(1);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      keys.add("article-" + i + ".txt");
      deployment.put(keys.get(i), article(random, 20_000));
    }
    try (LocalFunction function = start("many", "-Xmx32m")) {
      for (int i = 0; i < ARTICLES; i += PER_EVENT) {
        deliver(function, keys.subList(i, i + PER_EVENT));
      }
    }
    assertEquals(2 * ARTICLES, deployment.outputKeys().size());
  }

  private LocalFunction start(String name, String heap) {
    LocalFunction.unpack(Path.of("target", "nutgraf-lambda.zip"), folder.resolve(name));
    return LocalFunction.start(
        folder.resolve(name),
        "dev.nutgraf.lambda.S3EventHandler::handleRequest",
        Map.of(
            "ARTICLE_BUCKET",
            Deployment.ARTICLES,
            "SUMMARY_BUCKET",
            Deployment.SUMMARIES,
            "AWS_ENDPOINT_URL_S3",
            deployment.server.endpoint().toString(),
            "AWS_ACCESS_KEY_ID",
            "test",
            "AWS_SECRET_ACCESS_KEY",
            "test"),
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", heap),
        folder.resolve(name + ".log"));
  }

  private void deliver(LocalFunction function, List<String> keys) throws Exception {
    String event = Deployment.notification(Deployment.ARTICLES, keys);
    Reply reply = function.invoke(event).get(300, TimeUnit.SECONDS);
    assertInstanceOf(Reply.Success.class, reply, reply::toString);
  }

  private static byte[] article(Random random, int size) {
    byte[] article = new byte[size];
    int at = 0;
    StringBuilder sentence = new StringBuilder();
    while (true) {
      sentence.setLength(0);
      sentence.append("The");
      for (int words = 12 + random.nextInt(16); words > 0; words--) {
        sentence.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
      }
      sentence.append(random.nextInt(5) == 0 ? ".\n\n" : ". ");
      byte[] bytes = sentence.toString().getBytes(StandardCharsets.US_ASCII);
      if (at + bytes.length > size) {
        break;
      }
      System.arraycopy(bytes, 0, article, at, bytes.length);
      at += bytes.length;
    }
    Arrays.fill(article, at, size, (byte) '\n');
    return article;
  }

  private static String log(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
