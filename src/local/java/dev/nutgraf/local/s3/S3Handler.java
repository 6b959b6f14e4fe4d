package dev.nutgraf.local.s3;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.nutgraf.local.http.ListenAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads requests, carries them out, and sends the responses or injected faults. */
final class S3Handler implements HttpHandler {

  private static final long MAX_BYTES = 1L << 30;

  private final Function<S3Request, S3Response> operations;
  private final Function<S3Call, Optional<Fault>> faults;
  private final RequestLog log;
  private final ListenAddress address;
  private final AtomicLong requestIds = new AtomicLong();

  S3Handler(
      Function<S3Request, S3Response> operations,
      Function<S3Call, Optional<Fault>> faults,
      RequestLog log,
      ListenAddress address) {
    this.operations = operations;
    this.faults = faults;
    this.log = log;
    this.address = address;
  }

  /** A response, if one is sent, and whether it is truncated. */
  private record Result(Optional<S3Response> response, boolean truncated) {

    static Result of(S3Response response) {
      return new Result(Optional.of(response), false);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Result result = answer(exchange);
      if (result.response().isPresent()) {
        send(exchange, result.response().get(), result.truncated());
      }
    } finally {
      // Closes the connection too, unless a complete response was sent.
      exchange.close();
    }
  }

  private Result answer(HttpExchange exchange) throws IOException {
    try {
      HostCheck.check(address, exchange.getRequestHeaders());
      S3Request request = read(exchange);
      log.add(request.call());
      Optional<Fault> fault = faults.apply(request.call());
      return fault.isPresent() ? faulty(request, fault.get()) : Result.of(carryOut(request));
    } catch (S3Exception e) {
      return Result.of(e.response());
    } catch (RuntimeException e) {
      return Result.of(internalError(e));
    } catch (OutOfMemoryError e) {
      // The client sends the rest before it reads the response.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      return Result.of(outOfMemory().response());
    }
  }

  private S3Response carryOut(S3Request request) {
    try {
      return operations.apply(request);
    } catch (S3Exception e) {
      return e.response();
    } catch (RuntimeException e) {
      return internalError(e);
    } catch (OutOfMemoryError e) {
      return outOfMemory().response();
    }
  }

  private static S3Exception outOfMemory() {
    return new S3Exception(
        400,
        "EntityTooLarge",
        "The object doesn't fit into the memory of the local S3; give the JVM more (-Xmx).");
  }

  private Result faulty(S3Request request, Fault fault) {
    Optional<S3Response> effect =
        fault.takesEffect() ? Optional.of(carryOut(request)) : Optional.empty();
    if (fault instanceof Fault.ErrorResponse answer) {
      return Result.of(
          new S3Exception(answer.status(), answer.code(), "Injected by a test.").response());
    }
    if (fault instanceof Fault.Corrupt) {
      return new Result(effect.map(S3Handler::corrupted), false);
    }
    return fault instanceof Fault.Truncate
        ? new Result(effect, true)
        : new Result(Optional.empty(), false);
  }

  private static S3Response corrupted(S3Response response) {
    byte[] body = response.body().bytes();
    if (body.length > 0) {
      body[body.length / 2] ^= 1;
    }
    return new S3Response(response.status(), response.headers(), ObjectContent.of(body));
  }

  private static S3Response internalError(RuntimeException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return new S3Exception(500, "InternalError", message).response();
  }

  private static S3Request read(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String length = headers.getFirst("Content-Length");
    if (length != null && Long.parseLong(length) > MAX_BYTES) {
      throw new S3Exception(400, "EntityTooLarge", "The local S3 supports objects of up to 1 GB.");
    }
    // Read completely before responding: a client that is still sending gets a broken pipe, not a
    // 412.
    byte[] body = body(exchange.getRequestBody(), length);
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery();
    return S3Request.read(
        exchange.getRequestMethod(), uri.getRawPath(), query == null ? "" : query, headers, body);
  }

  /** Reads a body; one whose length is known into an array of that length, without copies. */
  private static byte[] body(InputStream in, @Nullable String length) throws IOException {
    if (length == null) {
      return in.readAllBytes();
    }
    byte[] body = new byte[Integer.parseInt(length)];
    if (in.readNBytes(body, 0, body.length) < body.length) {
      throw new S3Exception(400, "IncompleteBody", "The body is shorter than its Content-Length.");
    }
    return body;
  }

  private void send(HttpExchange exchange, S3Response response, boolean truncated)
      throws IOException {
    ObjectContent body = response.body();
    int size = body.size();
    Headers headers = exchange.getResponseHeaders();
    response.headers().forEach(headers::set);
    headers.set("Server", "AmazonS3");
    // In a browser an object is a document without scripts and without the server's origin.
    headers.set("Content-Security-Policy", "sandbox");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("x-amz-request-id", String.format("%016X", requestIds.incrementAndGet()));
    if (truncated && size == 0) {
      return;
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(size));
      exchange.sendResponseHeaders(response.status(), -1);
    } else if (size == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
    } else {
      exchange.sendResponseHeaders(response.status(), size);
      exchange.getResponseBody().write(body.bytes(0, truncated ? size / 2 : size));
      if (truncated) {
        exchange.getResponseBody().flush();
      }
    }
  }
}
