package dev.nutgraf.local.endpoint;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Changes requests and responses under way, so that a store seems to ignore or lack something. */
final class AlteredHttpClient implements SdkHttpClient {
  private final SdkHttpClient client = UrlConnectionHttpClient.create();
  private final UnaryOperator<SdkHttpRequest> requests;
  private final Function<SdkHttpRequest, UnaryOperator<SdkHttpResponse>> responses;

  AlteredHttpClient(
      UnaryOperator<SdkHttpRequest> requests,
      Function<SdkHttpRequest, UnaryOperator<SdkHttpResponse>> responses) {
    this.requests = requests;
    this.responses = responses;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    SdkHttpRequest sent = request.httpRequest();
    HttpExecuteRequest.Builder altered = HttpExecuteRequest.builder().request(requests.apply(sent));
    request.contentStreamProvider().ifPresent(altered::contentStreamProvider);
    ExecutableHttpRequest executable = client.prepareRequest(altered.build());
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        HttpExecuteResponse received = executable.call();
        HttpExecuteResponse.Builder answered =
            HttpExecuteResponse.builder()
                .response(responses.apply(sent).apply(received.httpResponse()));
        received.responseBody().ifPresent(answered::responseBody);
        return answered.build();
      }

      @Override
      public void abort() {
        executable.abort();
      }
    };
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String clientName() {
    return "Altered";
  }

  static SdkHttpResponse withoutHeader(SdkHttpResponse response, String name) {
    return ((SdkHttpFullResponse) response).toBuilder().removeHeader(name).build();
  }
}
