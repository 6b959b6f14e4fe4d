package dev.nutgraf.lambda;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An S3 that always holds the same articles and never an output, for rehearsals. The HTTP client of
 * the performance plays too, so the requests travel over connections, none of which leave the
 * machine; whatever host they are meant for, they come here.
 */
final class LoopbackS3 implements SdkHttpClient {
  private static final String CONTENT_LENGTH = "content-length:";

  private final SdkHttpClient transport;
  private final List<StubArticle> articles;
  private final ServerSocket door;
  private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();

  /**
   * An object on the stage.
   *
   * @param key the end of its path
   */
  record StubArticle(String key, String contentType, String text) {}

  /**
   * Opens the stage.
   *
   * @param transport carries the requests; closed with the stage
   * @throws IOException if this machine has no loopback interface to listen on
   */
  LoopbackS3(SdkHttpClient transport, List<StubArticle> articles) throws IOException {
    this.transport = transport;
    this.articles = List.copyOf(articles);
    this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    start(this::receive);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    HttpExecuteRequest.Builder here =
        HttpExecuteRequest.builder()
            .request(
                request.httpRequest().toBuilder()
                    .protocol("http")
                    .host(door.getInetAddress().getHostAddress())
                    .port(door.getLocalPort())
                    .build());
    request.contentStreamProvider().ifPresent(here::contentStreamProvider);
    return transport.prepareRequest(here.build());
  }

  @Override
  public void close() {
    transport.close();
    try {
      door.close();
      // The client keeps connections alive, but a snapshot must hold neither them nor our threads.
      for (Socket visitor : visitors) {
        visitor.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "rehearsal");
    thread.setDaemon(true);
    thread.start();
  }

  private void receive() {
    try {
      while (true) {
        Socket visitor = door.accept();
        visitors.add(visitor);
        start(() -> converse(visitor));
      }
    } catch (IOException e) {
      // The stage is closed.
    }
  }

  private void converse(Socket visitor) {
    try (visitor) {
      InputStream in = new BufferedInputStream(visitor.getInputStream());
      visitor.setTcpNoDelay(true);
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        in.skipNBytes(contentLength(head));
        visitor.getOutputStream().write(answer(head));
      }
    } catch (IOException e) {
      // The visitor left.
    } finally {
      visitors.remove(visitor);
    }
  }

  /** A request up to its body; empty where none comes any more. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static long contentLength(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith(CONTENT_LENGTH))
        .map(line -> line.substring(CONTENT_LENGTH.length()).strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  private byte[] answer(String head) {
    String method = head.substring(0, head.indexOf(' '));
    String path = head.substring(method.length() + 1, head.indexOf(' ', method.length() + 1));
    Optional<StubArticle> article =
        articles.stream().filter(known -> path.endsWith("/" + known.key())).findFirst();
    byte[] body =
        article.map(found -> found.text().getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(
        """
        HTTP/1.1 %s\r
        ETag: "rehearsal"\r
        Last-Modified: Mon, 05 Jan 2026 08:30:00 GMT\r
        Content-Type: %s\r
        Content-Length: %d\r
        x-amz-checksum-crc32: %s\r
        \r
        """
            .formatted(
                method.equals("HEAD") && article.isEmpty() ? "404 Not Found" : "200 OK",
                article.map(StubArticle::contentType).orElse("application/xml"),
                body.length,
                crc32(body))
            .getBytes(StandardCharsets.ISO_8859_1));
    if (method.equals("GET")) {
      answer.writeBytes(body);
    }
    return answer.toByteArray();
  }

  private static String crc32(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }
}
