package dev.nutgraf.local.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.local.web.DropZone;
import dev.nutgraf.summary.EngineSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The drop zone's requests as they go over the wire, those of other pages included.
 *
 * <p>A timeout in the thread of the test couldn't interrupt it while it waits for an event.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DropZoneTest {
  private static final String ARTICLE =
      "The library of Port Elsie opens on Sundays from May. The council voted for it on Monday.";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" content=\"([0-9a-f]{48})\"");

  @TempDir private Path folder = Path.of("");
  private Optional<LocalService> running = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    start(ListenAddress.LOOPBACK);
  }

  private void start(ListenAddress address) throws IOException {
    DeploymentSettings settings =
        new DeploymentSettings(EngineSettings.DEFAULT.withPage(true), folder);
    running = Optional.of(LocalService.start(address, 0, 0, settings));
  }

  @AfterEach
  void stop() {
    running.ifPresent(LocalService::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1.evil.example:%d", ""})
  void answersToItsOwnNameOnly(String host) throws IOException {
    assertEquals(200, status(send("GET", "/", own(), "")));
    String foreign = "Host: " + host.formatted(port());
    for (String path : new String[] {"/", "/events", "/objects?bucket=articles", "/page?key=a"}) {
      int status = status(send("GET", path, foreign, ""));
      assertTrue(status == 403 || status == 400, path + " " + status);
    }
  }

  @Test
  void answersToAnAllowedHostOfAnyCase() throws IOException {
    String host = "Host: Nutgraf.Example:";
    assertEquals(403, status(send("GET", "/", host + port(), "")));
    stop();
    start(ListenAddress.of("127.0.0.1", List.of("nutgraf.example")));
    assertEquals(200, status(send("GET", "/", host + port(), "")));
    assertEquals(403, status(send("GET", "/", "Host: other.example:" + port(), "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void answersToItsOwnPageOnly(String header) throws IOException {
    assertEquals(200, status(send("GET", "/objects?bucket=articles", own(), "")));
    assertEquals(403, status(send("GET", "/objects?bucket=articles", own() + "\r\n" + header, "")));
    assertEquals(
        403, status(send("POST", "/articles?key=a", own() + token() + "\r\n" + header, ARTICLE)));
    assertThrows(NoSuchKeyException.class, () -> head("a"));
  }

  @Test
  void changesNothingWithoutItsToken() throws IOException {
    String wrong = own() + "\r\nX-Nutgraf-Token: " + "0".repeat(48);
    for (String headers : new String[] {own(), wrong}) {
      assertEquals(403, status(send("POST", "/articles?key=a", headers, ARTICLE)));
      assertEquals(403, status(send("DELETE", "/articles?key=a", headers, "")));
      assertEquals(403, status(send("POST", "/length?key=a&sentences=5", headers, "")));
      assertEquals(403, status(send("POST", "/reprocess", headers, "")));
    }
    assertThrows(NoSuchKeyException.class, () -> head("a"));
  }

  @Test
  void putsAnArticleUnderAnyNameWithItsLength() throws IOException {
    String key = "a b/ü+%2F&🌊.txt";
    String path =
        "/articles?sentences=7&max-words=60&max-characters=&key=" + URLEncoder.encode(key, UTF_8);
    assertEquals(200, status(send("POST", path, own() + token(), ARTICLE)));
    assertEquals(Map.of("summary-sentences", "7", "summary-max-words", "60"), head(key).metadata());
    assertEquals(ARTICLE.length(), head(key).contentLength());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/articles?key=",
        "/articles?key=a/",
        "/articles",
        "/articles?key=a&sentences=0",
        "/articles?key=a&sentences=21",
        "/articles?key=a&sentences=%3Cscript%3E",
        "/articles?key=a&max-words=-1",
        "/articles?key=a&max-characters=100001"
      })
  void saysWhatIsWrongWithAnUpload(String path) throws IOException {
    String answer = send("POST", path, own() + token(), ARTICLE);
    assertEquals(400, status(answer));
    assertTrue(answer.contains("{\"message\":\""), answer);
  }

  @Test
  void overwritesAnArticleOnlyIfThatIsAskedFor() throws IOException {
    String path = "/articles?key=a.txt";
    assertEquals(200, status(send("POST", path, own() + token(), ARTICLE)));
    String refused = send("POST", path, own() + token(), "Another text.");
    assertEquals(409, status(refused));
    assertTrue(refused.contains("nothing was overwritten"), refused);
    assertEquals(ARTICLE.length(), head("a.txt").contentLength());
    assertEquals(
        200, status(send("POST", path + "&replace=true", own() + token(), "Another text.")));
    assertEquals(13, head("a.txt").contentLength());
  }

  @Test
  void givesAnArticleAnotherNumberOfSentences() throws IOException {
    send("POST", "/articles?key=a.txt", own() + token() + "\r\nContent-Type: text/x", ARTICLE);
    assertEquals(200, status(send("POST", "/length?key=a.txt&sentences=9", own() + token(), "")));
    assertEquals("9", head("a.txt").metadata().get("summary-sentences"));
    assertEquals("text/x", head("a.txt").contentType());
    assertEquals(404, status(send("POST", "/length?key=none&sentences=9", own() + token(), "")));
  }

  @Test
  void servesWhatOthersWroteAsNothingThatRuns() throws IOException {
    service()
        .deployment()
        .s3()
        .putObject(
            put -> put.bucket(LocalDeployment.SUMMARIES).key("a.summary.html"),
            RequestBody.fromString("<script>alert(1)</script>"));
    String page = send("GET", "/page?key=a", own(), "");
    assertEquals(200, status(page));
    assertTrue(page.contains("\r\nContent-Security-Policy: sandbox; default-src 'none'"), page);
    String file = send("GET", "/object?bucket=summaries&key=a.summary.html", own(), "");
    assertTrue(file.contains("\r\nContent-Disposition: attachment"), file);
    assertTrue(file.contains("\r\nX-Content-Type-Options: nosniff"), file);
    assertEquals(404, status(send("GET", "/page?key=none", own(), "")));
    assertEquals(404, status(send("GET", "/object?bucket=summaries&key=none", own(), "")));
  }

  @Test
  void tellsAPageThatOpensWhatIsThere() throws IOException {
    send("POST", "/articles?key=a.txt", own() + token(), ARTICLE);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        BufferedReader events = events(socket)) {
      String summary = first(events, "\"type\":\"summary\"");
      assertTrue(summary.contains("The council voted for it on Monday."), summary);
      assertTrue(summary.contains("\"why\":\""), summary);
      assertTrue(summary.contains("\"unit\":\"word\",\"perMinute\":230,\"length\":17,"), summary);
    }
  }

  @Test
  void givesTheLengthOfAChineseArticleInCharacters() throws IOException {
    String article = "港口星期一重新开放。".repeat(3);
    send("POST", "/articles?key=a.txt", own() + token(), article);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        BufferedReader events = events(socket)) {
      String summary = first(events, "\"type\":\"summary\"");
      String lengths =
          "\"unit\":\"character\",\"perMinute\":255,\"length\":30,\"summaryLength\":30";
      assertTrue(summary.contains(lengths), summary);
    }
  }

  @Test
  void countsArticlesWhileItReprocesses() throws IOException {
    for (String key : List.of("a.txt", "b.txt", "c.txt")) {
      send("POST", "/articles?key=" + key, own() + token(), ARTICLE);
    }
    service()
        .deployment()
        .s3()
        .putObject(
            put -> put.bucket(LocalDeployment.ARTICLES).key("folder/"), RequestBody.fromString(""));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        BufferedReader events = events(socket)) {
      first(events, "\"type\":\"summary\",\"key\":\"c.txt\"");
      assertEquals(200, status(send("POST", "/reprocess", own() + token(), "")));
      String end = first(events, "\"running\":false");
      assertTrue(end.contains("\"done\":3,\"all\":3,\"failed\":0,"), end);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "dropzone.css", "card.js", "favicon.svg"})
  void servesEveryCharacterOfItsFiles(String name) throws IOException {
    String path = name.equals("index.html") ? "/" : "/" + name;
    String answer = send("GET", path, own(), "");
    assertTrue(answer.contains("charset=utf-8\r\n"), answer);
    String file = new String(DropZone.class.getResourceAsStream(name).readAllBytes(), UTF_8);
    assertEquals(
        file.replaceAll("[\\x00-\\x7F]", ""),
        answer.substring(answer.indexOf("\r\n\r\n")).replaceAll("[\\x00-\\x7F]", ""));
  }

  @Test
  void listsKeysOfEveryScript() throws IOException {
    String key = "東京/Ζάκυνθος …/مقال.txt";
    send("POST", "/articles?key=" + URLEncoder.encode(key, UTF_8), own() + token(), ARTICLE);
    String list = send("GET", "/objects?bucket=articles", own(), "");
    assertTrue(list.contains("\"" + key + "\""), list);
  }

  private LocalService service() {
    return running.orElseThrow();
  }

  private int port() {
    return service().page().address().getPort();
  }

  private String own() {
    return "Host: 127.0.0.1:" + port();
  }

  private String token() throws IOException {
    Matcher token = TOKEN.matcher(send("GET", "/", own(), ""));
    assertTrue(token.find());
    return "\r\nX-Nutgraf-Token: " + token.group(1);
  }

  private HeadObjectResponse head(String key) {
    return service()
        .deployment()
        .s3()
        .headObject(head -> head.bucket(LocalDeployment.ARTICLES).key(key));
  }

  /** Opens the events on a socket. */
  private BufferedReader events(Socket socket) throws IOException {
    String request = "GET /events HTTP/1.1\r\n" + own() + "\r\nAccept: text/event-stream\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  /** Waits for a line with a text. */
  private static String first(BufferedReader events, String text) {
    return events.lines().filter(line -> line.contains(text)).findFirst().orElseThrow();
  }

  private String send(String method, String path, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    String request =
        "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, headers, bytes.length);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }
}
