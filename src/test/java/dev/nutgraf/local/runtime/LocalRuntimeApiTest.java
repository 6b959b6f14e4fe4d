package dev.nutgraf.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LocalRuntimeApiTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalRuntimeApi api = LocalRuntimeApi.start();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void givesTheEventsInOrderAndTheRepliesToTheirSenders() throws Exception {
    CompletableFuture<Reply> first = api.invoke("{\"n\":1}");
    CompletableFuture<Reply> second = api.invoke("{\"n\":2}");
    HttpResponse<String> one = next();
    HttpResponse<String> two = next();
    assertEquals("{\"n\":1}", one.body());
    assertEquals("{\"n\":2}", two.body());
    assertEquals(202, post("invocation/" + id(two) + "/response", "", "\"b\"").statusCode());
    assertFalse(first.isDone());
    assertEquals(202, post("invocation/" + id(one) + "/response", "", "\"a\"").statusCode());
    assertEquals(new Reply.Success("\"a\""), reply(first));
    assertEquals(new Reply.Success("\"b\""), reply(second));
  }

  @Test
  void keepsTheFunctionWaitingUntilThereIsAnEvent() throws Exception {
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(
            HttpRequest.newBuilder(uri("invocation/next")).build(), BodyHandlers.ofString());
    assertFalse(asked.isDone());
    CompletableFuture<Reply> unused = api.invoke("{}");
    assertEquals("{}", asked.get(10, TimeUnit.SECONDS).body());
  }

  @Test
  void tellsHowTheFunctionFailed() throws Exception {
    CompletableFuture<Reply> reply = api.invoke("{}");
    post("invocation/" + id(next()) + "/error", "dev.Broken", "{\"errorMessage\":\"no\"}");
    assertEquals(new Reply.Failure("dev.Broken", "{\"errorMessage\":\"no\"}"), reply(reply));
  }

  @Test
  void failsEveryInvocationOfAFunctionThatCannotStart() throws Exception {
    CompletableFuture<Reply> before = api.invoke("{}");
    post("init/error", "Runtime.BadFunctionCode", "{}");
    assertEquals(new Reply.Failure("Runtime.BadFunctionCode", "{}"), reply(before));
    assertEquals(new Reply.Failure("Runtime.BadFunctionCode", "{}"), reply(api.invoke("{}")));
  }

  @Test
  void takesOnlyOneReplyToAnEvent() throws Exception {
    CompletableFuture<Reply> reply = api.invoke("{}");
    String id = id(next());
    post("invocation/" + id + "/response", "", "1");
    assertEquals(400, post("invocation/" + id + "/response", "", "2").statusCode());
    assertEquals(new Reply.Success("1"), reply(reply));
  }

  @Test
  void cancelsWhatIsNotAnsweredWhenItCloses() {
    CompletableFuture<Reply> reply = api.invoke("{}");
    api.close();
    assertTrue(reply.isCancelled());
  }

  private HttpResponse<String> next() throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri("invocation/next")).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String errorType, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body));
    if (!errorType.isEmpty()) {
      request.header("Lambda-Runtime-Function-Error-Type", errorType);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
  }

  private static String id(HttpResponse<String> next) {
    return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
  }

  private static Reply reply(CompletableFuture<Reply> reply) throws Exception {
    return reply.get(10, TimeUnit.SECONDS);
  }
}
