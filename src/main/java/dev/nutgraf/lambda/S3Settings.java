package dev.nutgraf.lambda;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The settings of the S3 client, from environment variables of the AWS SDK. The SDK reads them too,
 * but an empty value makes it fail with a message that names no variable, and {@code sam local
 * invoke} passes an empty value for whatever it can't resolve. Here an empty value means unset.
 *
 * @param endpoint the endpoint; absent for AWS
 * @param requestChecksums whether uploads have a checksum that S3 doesn't require
 * @param responseChecksums whether downloads are verified if they have a checksum
 * @param emptyEndpoint whether a variable that could name the endpoint is empty
 */
record S3Settings(
    Optional<Endpoint> endpoint,
    RequestChecksumCalculation requestChecksums,
    ResponseChecksumValidation responseChecksums,
    boolean emptyEndpoint) {
  /** The variables that name the endpoint, in the SDK's order of precedence. */
  private static final List<String> ENDPOINT_VARIABLES =
      List.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");

  private static final String ALLOWED_ENDPOINT =
      "http://HOST:PORT or https://HOST:PORT, without a path";
  private static final String CHECKSUM_WHEN_SUPPORTED = "when_supported";
  private static final String CHECKSUM_WHEN_REQUIRED = "when_required";
  private static final int MAX_PORT = 65_535;

  /**
   * The longest pause in a response. The three attempts at a silent endpoint then take 30 seconds,
   * half of the default timeout; the SDK's own settings take 122. The transfer of a large article
   * over a slow link may take longer, as its bytes keep arriving.
   */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);

  /**
   * An endpoint other than AWS.
   *
   * @param variable the variable that names it
   */
  record Endpoint(String variable, URI url) {}

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException if a value isn't allowed
   */
  static S3Settings from(Map<String, String> environment) {
    return new S3Settings(
        ENDPOINT_VARIABLES.stream()
            .filter(name -> !environment.getOrDefault(name, "").isEmpty())
            .findFirst()
            .map(name -> new Endpoint(name, url(name, environment.getOrDefault(name, "")))),
        isRequiredOnly(environment, "AWS_REQUEST_CHECKSUM_CALCULATION")
            ? RequestChecksumCalculation.WHEN_REQUIRED
            : RequestChecksumCalculation.WHEN_SUPPORTED,
        isRequiredOnly(environment, "AWS_RESPONSE_CHECKSUM_VALIDATION")
            ? ResponseChecksumValidation.WHEN_REQUIRED
            : ResponseChecksumValidation.WHEN_SUPPORTED,
        ENDPOINT_VARIABLES.stream().anyMatch(name -> "".equals(environment.get(name))));
  }

  /** Creates the client of the function. */
  S3Client client() {
    return builder().httpClientBuilder(httpClient(SOCKET_TIMEOUT)).build();
  }

  static UrlConnectionHttpClient.Builder httpClient(Duration socketTimeout) {
    return UrlConnectionHttpClient.builder().socketTimeout(socketTimeout);
  }

  /** Returns a builder of clients that differ from the function's in their HTTP client only. */
  S3ClientBuilder builder() {
    S3ClientBuilder builder =
        S3Client.builder()
            .requestChecksumCalculation(requestChecksums)
            .responseChecksumValidation(responseChecksums)
            // Documents are in memory, so their checksum is known before they are sent. Chunked
            // uploads would only exclude stores that don't support them.
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .overrideConfiguration(
                o -> o.retryStrategy(RetryMode.STANDARD).scheduledExecutorService(timer()));
    if (endpoint.isPresent()) {
      // Other stores rarely resolve BUCKET.HOST, so path-style access goes with an endpoint.
      builder.endpointOverride(endpoint.get().url()).forcePathStyle(true);
    } else if (emptyEndpoint) {
      // The only switch that keeps the SDK from reading the empty variable.
      System.setProperty("aws.ignoreConfiguredEndpointUrls", "true");
    }
    return builder;
  }

  /** Returns the endpoint as messages about it name it. */
  String describeEndpoint() {
    return endpoint
        .map(e -> "%s (%s; allowed is %s)".formatted(e.url(), e.variable(), ALLOWED_ENDPOINT))
        .orElse("S3");
  }

  /**
   * Returns a timer for the time limits of requests. The SDK's own would keep each limit until it
   * elapses, even if the request ended long before.
   */
  private static ScheduledExecutorService timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "s3-time-limits");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private static URI url(String name, String value) {
    try {
      URI url = new URI(value);
      String scheme = url.getScheme();
      boolean isWeb = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (isWeb
          && url.getHost() != null
          && url.getPort() != 0
          && url.getPort() <= MAX_PORT
          && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Handled below, with URLs of other kinds.
    }
    throw new InvalidSettingException(name, value, ALLOWED_ENDPOINT + "; or empty for AWS");
  }

  private static boolean isRequiredOnly(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty() || value.equalsIgnoreCase(CHECKSUM_WHEN_SUPPORTED)) {
      return false;
    }
    if (value.equalsIgnoreCase(CHECKSUM_WHEN_REQUIRED)) {
      return true;
    }
    throw new InvalidSettingException(
        name, value, CHECKSUM_WHEN_SUPPORTED + " or " + CHECKSUM_WHEN_REQUIRED);
  }
}
