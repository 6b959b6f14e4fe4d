package dev.nutgraf.local.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.summary.EngineSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

final class LocalServiceTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final int EARLY = 8;

  @TempDir private Path folder = Path.of("");

  @Test
  void summarizesArticlesThatArePutBeforeItIsReady() throws Exception {
    int port = freePort();
    CompletableFuture<List<String>> early =
        CompletableFuture.supplyAsync(() -> putAsSoonAsPossible(port));
    LocalService service = LocalService.start(ListenAddress.LOOPBACK, port, 0, settings());
    List<String> keys = early.join();
    service.close();
    assertEquals(EARLY, keys.size());
    for (String key : keys) {
      assertEquals(2, Files.readAllLines(folder.resolve(key + ".summary.txt")).size(), key);
    }
  }

  @Test
  void storesArticlesThatArePutWhileItIsBeingClosed() throws Exception {
    ExecutorService closed = new ClosedMeanwhile();
    closed.shutdown();
    List<String> results = Collections.synchronizedList(new ArrayList<>());
    try (LocalService service =
        LocalService.start(ListenAddress.LOOPBACK, 0, 0, settings(), listener(results), closed)) {
      URI articles = service.deployment().server().endpoint().resolve("/nutgraf-articles/");
      assertEquals("200 ", put(articles.resolve("late.txt")));
    }
    assertEquals(List.of(), results);
  }

  @Test
  void writesTheMetadataFileAfterAllOthers() throws Exception {
    List<String> written = Collections.synchronizedList(new ArrayList<>());
    try (LocalDeployment deployment = LocalDeployment.start(0, settings())) {
      deployment
          .server()
          .onObjectEvent(
              event -> {
                if (event.bucket().equals(LocalDeployment.SUMMARIES)) {
                  written.add(event.key() + " " + Files.exists(folder.resolve(event.key())));
                } else {
                  deployment.deliver(event);
                }
              });
      deployment
          .s3()
          .putObject(
              put -> put.bucket(LocalDeployment.ARTICLES).key("a"),
              RequestBody.fromString("The library opens in May. The council voted for it."));
    }
    assertEquals(3, written.size(), written.toString());
    assertEquals("a.metadata.json true", written.get(2));
  }

  private static LocalService.Listener listener(List<String> results) {
    return new LocalService.Listener() {
      @Override
      public void done(ArticleResult result, List<String> places) {
        results.add("done " + result.key());
      }

      @Override
      public void removed(String key) {
        results.add("removed " + key);
      }

      @Override
      public void failed(String key, Exception problem) {
        results.add("failed " + key);
      }
    };
  }

  /** Threads that are shut down after somebody asked whether they are. */
  private static final class ClosedMeanwhile extends ThreadPoolExecutor {
    ClosedMeanwhile() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public boolean isShutdown() {
      return false;
    }
  }

  /** Puts an article and returns the status and the body of the answer. */
  private static String put(URI article) throws IOException, InterruptedException {
    HttpRequest put =
        HttpRequest.newBuilder(article)
            .PUT(BodyPublishers.ofString("The library opens in May. The council voted for it."))
            .build();
    HttpResponse<String> answer = CLIENT.send(put, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  /** Puts articles until some are stored; until the port is open every attempt fails. */
  private static List<String> putAsSoonAsPossible(int port) {
    List<String> stored = new ArrayList<>();
    while (stored.size() < EARLY) {
      String key = "early-" + stored.size() + ".txt";
      try {
        if (put(URI.create("http://127.0.0.1:" + port + "/nutgraf-articles/" + key))
            .startsWith("200")) {
          stored.add(key);
        }
      } catch (IOException e) {
        // Not open yet.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return stored;
  }

  private DeploymentSettings settings() {
    return new DeploymentSettings(EngineSettings.DEFAULT.withPage(true), folder);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
