package dev.nutgraf.local.s3;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Takes requests off the wire, has them answered and sends the answers, or the faults. */
final class S3Handler implements HttpHandler {

  private static final long MOST_BYTES = 1L << 30;

  private final Function<S3Request, S3Response> operations;
  private final Function<S3Call, Optional<Fault>> faults;
  private final RequestLog log;
  private final AtomicLong requestIds = new AtomicLong();

  S3Handler(
      Function<S3Request, S3Response> operations,
      Function<S3Call, Optional<Fault>> faults,
      RequestLog log) {
    this.operations = operations;
    this.faults = faults;
    this.log = log;
  }

  /** What to send, if anything, and whether to stop half way. */
  private record Answer(Optional<S3Response> response, boolean truncated) {

    static Answer of(S3Response response) {
      return new Answer(Optional.of(response), false);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Answer answer = answer(exchange);
      if (answer.response().isPresent()) {
        send(exchange, answer.response().get(), answer.truncated());
      }
    } finally {
      // Closes the connection too unless a whole answer was sent.
      exchange.close();
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    try {
      LoopbackOnly.check(exchange.getRequestHeaders());
      S3Request request = read(exchange);
      log.add(request.call());
      Optional<Fault> fault = faults.apply(request.call());
      return fault.isPresent() ? faulty(request, fault.get()) : Answer.of(carryOut(request));
    } catch (S3Exception e) {
      return Answer.of(e.response());
    } catch (RuntimeException e) {
      return Answer.of(internalError(e));
    }
  }

  private S3Response carryOut(S3Request request) {
    try {
      return operations.apply(request);
    } catch (S3Exception e) {
      return e.response();
    } catch (RuntimeException e) {
      return internalError(e);
    }
  }

  private Answer faulty(S3Request request, Fault fault) {
    Optional<S3Response> effect =
        fault.takesEffect() ? Optional.of(carryOut(request)) : Optional.empty();
    if (fault instanceof Fault.Answer answer) {
      return Answer.of(
          new S3Exception(answer.status(), answer.code(), "Asked for by a test.").response());
    }
    if (fault instanceof Fault.Corrupt) {
      return new Answer(effect.map(S3Handler::corrupted), false);
    }
    return fault instanceof Fault.Truncate
        ? new Answer(effect, true)
        : new Answer(Optional.empty(), false);
  }

  private static S3Response corrupted(S3Response response) {
    byte[] body = response.body().bytes();
    if (body.length > 0) {
      body[body.length / 2] ^= 1;
    }
    return new S3Response(response.status(), response.headers(), ObjectContent.of(body));
  }

  private static S3Response internalError(RuntimeException e) {
    return new S3Exception(500, "InternalError", e.toString()).response();
  }

  private static S3Request read(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String length = headers.getFirst("Content-Length");
    if (length != null && Long.parseLong(length) > MOST_BYTES) {
      throw new S3Exception(
          400, "EntityTooLarge", "The local S3 holds objects of up to 1 GB each.");
    }
    // Read to its end before any answer: a client that still sends sees a broken pipe, not a 412.
    byte[] body = exchange.getRequestBody().readAllBytes();
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery();
    return S3Request.read(
        exchange.getRequestMethod(), uri.getRawPath(), query == null ? "" : query, headers, body);
  }

  private void send(HttpExchange exchange, S3Response response, boolean truncated)
      throws IOException {
    ObjectContent body = response.body();
    int size = body.size();
    Headers headers = exchange.getResponseHeaders();
    response.headers().forEach(headers::set);
    headers.set("Server", "AmazonS3");
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
