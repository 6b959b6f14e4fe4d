package dev.nutgraf.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.local.deployment.DeploymentSettings;
import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.LocalService;
import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.summary.EngineSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

final class ServeLogTest {
  @TempDir private Path folder = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ServeLog log = new ServeLog(new PrintStream(out, true, UTF_8));

  @Test
  void printsALineForEachArticle() throws Exception {
    DeploymentSettings settings = new DeploymentSettings(EngineSettings.DEFAULT, folder);
    try (LocalService service = LocalService.start(ListenAddress.LOOPBACK, 0, 0, settings, log)) {
      put(service, "a.txt", "The library opens in May.");
      put(service, "a:b.txt", "");
      put(service, "folder/", "");
    }
    assertEquals(
        Set.of(
            "short       a.txt -> " + folder.resolve("a.txt.*"),
            "rejected    a:b.txt: The file contains no text."),
        Set.copyOf(out.toString(UTF_8).lines().toList()));
    assertEquals("1 rejected, 1 short", log.counts());
  }

  @Test
  void printsDeletionsFailuresAndNoControlCharacters() {
    log.removed("a\u001b[2J.txt");
    log.failed("b.txt", new IllegalStateException("No time left."));
    assertEquals(
        List.of("removed     a\uFFFD[2J.txt", "failed      b.txt: No time left."),
        out.toString(UTF_8).lines().toList());
  }

  @Test
  void countsNothingWithoutArticles() {
    assertEquals("no articles", log.counts());
  }

  private static void put(LocalService service, String key, String text) {
    service
        .deployment()
        .s3()
        .putObject(
            put -> put.bucket(LocalDeployment.ARTICLES).key(key), RequestBody.fromString(text));
  }
}
