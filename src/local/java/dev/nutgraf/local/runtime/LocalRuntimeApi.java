package dev.nutgraf.local.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Lambda Runtime API on loopback, for one function: its runtime client requests events and
 * posts results.
 */
public final class LocalRuntimeApi implements AutoCloseable {

  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String INVOCATION = ROOT + "invocation/";
  private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

  private record Invocation(String id, String event, CompletableFuture<Reply> reply) {}

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "runtime-api");
            thread.setDaemon(true);
            return thread;
          });
  private final BlockingQueue<Invocation> queued = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> pending = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> firstRequest = new CompletableFuture<>();
  private volatile Optional<Reply.Failure> initError = Optional.empty();

  private volatile boolean closed;

  private LocalRuntimeApi(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext(ROOT, this::handle);
    server.start();
  }

  /** Starts on a free port. */
  public static LocalRuntimeApi start() {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new LocalRuntimeApi(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException("can't listen on 127.0.0.1", e);
    }
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}: host and port. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Queues an event for the function. If initialization fails, the reply is that failure; if this
   * API is closed first, the reply is canceled.
   */
  public CompletableFuture<Reply> invoke(String event) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    pending.put(invocation.id(), invocation);
    queued.add(invocation);
    initError.ifPresent(invocation.reply()::complete);
    if (closed) {
      invocation.reply().cancel(false);
    }
    return invocation.reply();
  }

  /** Completes when the function requests its first event; canceled if it can't start. */
  CompletableFuture<Void> firstRequest() {
    return firstRequest;
  }

  /** Stops immediately and cancels pending invocations. */
  @Override
  public void close() {
    closed = true;
    server.stop(0);
    threads.shutdownNow();
    pending.values().forEach(invocation -> invocation.reply().cancel(false));
    firstRequest.cancel(false);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      if (path.equals(INVOCATION + "next")) {
        sendNext(exchange);
      } else if (path.equals(ROOT + "restore/next")) {
        // As if a snapshot was taken and restored.
        exchange.sendResponseHeaders(200, -1);
      } else if (path.equals(ROOT + "init/error") || path.equals(ROOT + "restore/error")) {
        failAll(failure(exchange, body));
        exchange.sendResponseHeaders(202, -1);
      } else if (path.startsWith(INVOCATION)) {
        answer(exchange, path.substring(INVOCATION.length()), body);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void sendNext(HttpExchange exchange) throws IOException, InterruptedException {
    firstRequest.complete(null);
    Invocation next = queued.take();
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "Lambda-Runtime-Aws-Request-Id",
            next.id(),
            "Lambda-Runtime-Deadline-Ms",
            String.valueOf(Instant.now().plus(TIME_LIMIT).toEpochMilli()),
            "Lambda-Runtime-Invoked-Function-Arn",
            "arn:aws:lambda:us-east-1:123456789012:function:local");
    headers.forEach(exchange.getResponseHeaders()::set);
    byte[] event = next.event().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  /** Takes {@code <id>/response} or {@code <id>/error}. */
  private void answer(HttpExchange exchange, String idAndKind, String body) throws IOException {
    int slash = idAndKind.indexOf('/');
    Optional<Invocation> invocation =
        slash < 0
            ? Optional.empty()
            : Optional.ofNullable(pending.remove(idAndKind.substring(0, slash)));
    if (invocation.isEmpty()) {
      exchange.sendResponseHeaders(400, -1);
      return;
    }
    invocation
        .get()
        .reply()
        .complete(
            idAndKind.endsWith("/response") ? new Reply.Success(body) : failure(exchange, body));
    exchange.sendResponseHeaders(202, -1);
  }

  private void failAll(Reply.Failure failure) {
    initError = Optional.of(failure);
    firstRequest.cancel(false);
    pending.values().forEach(invocation -> invocation.reply().complete(failure));
  }

  private static Reply.Failure failure(HttpExchange exchange, String body) {
    String type = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
    return new Reply.Failure(type == null ? "" : type, body);
  }
}
