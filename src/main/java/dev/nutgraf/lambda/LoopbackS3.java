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
 * A stub S3 on the loopback interface, for priming. It always has the same articles and never an
 * output. As an {@link SdkHttpClient} it redirects every request to itself, whatever its host, and
 * sends it with a given client, so that the real HTTP stack is primed too.
 */
final class LoopbackS3 implements SdkHttpClient {
  private static final String CONTENT_LENGTH = "content-length:";

  private final SdkHttpClient transport;
  private final List<StubArticle> articles;
  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  /**
   * An article of the stub.
   *
   * @param key the last part of its path
   */
  record StubArticle(String key, String contentType, String text) {}

  /**
   * Starts the server.
   *
   * @param transport sends the requests; closed with this client
   * @throws IOException if the loopback interface can't be listened on
   */
  LoopbackS3(SdkHttpClient transport, List<StubArticle> articles) throws IOException {
    this.transport = transport;
    this.articles = List.copyOf(articles);
    this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    start(this::acceptConnections);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    if (server.isClosed()) {
      // Another server may listen on its port by now.
      throw new IllegalStateException("The loopback S3 is closed");
    }
    HttpExecuteRequest.Builder redirected =
        HttpExecuteRequest.builder()
            .request(
                request.httpRequest().toBuilder()
                    .protocol("http")
                    .host(server.getInetAddress().getHostAddress())
                    .port(server.getLocalPort())
                    .build());
    request.contentStreamProvider().ifPresent(redirected::contentStreamProvider);
    return transport.prepareRequest(redirected.build());
  }

  @Override
  public void close() {
    transport.close();
    try {
      server.close();
      // The client keeps connections alive; a snapshot must contain neither them nor the threads.
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "priming-s3");
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptConnections() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      connection.setTcpNoDelay(true);
      for (String head = readHead(in); !head.isEmpty(); head = readHead(in)) {
        in.skipNBytes(contentLength(head));
        connection.getOutputStream().write(respond(head));
      }
    } catch (IOException e) {
      // The client closed the connection.
    } finally {
      connections.remove(connection);
    }
  }

  /** Reads a request up to its body; empty at the end of the stream. */
  private static String readHead(InputStream in) throws IOException {
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

  private byte[] respond(String head) {
    String method = head.substring(0, head.indexOf(' '));
    String path = head.substring(method.length() + 1, head.indexOf(' ', method.length() + 1));
    Optional<StubArticle> article =
        articles.stream().filter(known -> path.endsWith("/" + known.key())).findFirst();
    byte[] body =
        article.map(found -> found.text().getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    response.writeBytes(
        """
        HTTP/1.1 %s\r
        ETag: "priming"\r
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
      response.writeBytes(body);
    }
    return response.toByteArray();
  }

  private static String crc32(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }
}
