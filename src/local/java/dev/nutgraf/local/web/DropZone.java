package dev.nutgraf.local.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.LengthSetting;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A page, on loopback by default. It puts articles that are dropped onto it into the article bucket
 * and shows the summaries of all articles there. It reaches the function through S3 and its events
 * alone, except for reprocessing.
 */
public final class DropZone implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LISTED = 200;
  private static final int MAX_KEY_BYTES = 1000;
  private static final long MAX_UPLOAD = 1L << 28;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final String ARTICLES = "articles";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'";

  /** A summary page's own policy allows nothing either. */
  private static final String PAGE_POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'";

  private final Buckets buckets;
  private final EventStream events;
  private final ReprocessingRun reprocessing;
  private final ListenAddress address;
  private final RequestGuard guard;
  private final Javalin server;

  private DropZone(
      ListenAddress address,
      int port,
      Buckets buckets,
      SummaryLength length,
      Reprocessor reprocessor) {
    this.address = address;
    this.guard = new RequestGuard(address);
    this.buckets = buckets;
    this.events = new EventStream(buckets);
    this.reprocessing = new ReprocessingRun(reprocessor, events);
    PageFiles files =
        new PageFiles(
            Map.of(
                "token", guard.token(),
                "sentences", Integer.toString(length.sentences()),
                "max-words", limit(length.maxWords()),
                "max-characters", limit(length.maxCharacters()),
                "articles", buckets.articles(),
                "summaries", buckets.summaries()));
    this.server = Javalin.create(config -> configure(config, port, files));
    server.start();
  }

  /**
   * Starts the page.
   *
   * @param address where it listens
   * @param port its port, or 0 for a free one
   * @param s3 the client for both buckets
   * @param articles the name of the article bucket
   * @param summaries the name of the summary bucket
   * @param length the function's default length of a summary
   * @param reprocessor runs when the page asks for it
   */
  public static DropZone start(
      ListenAddress address,
      int port,
      S3Client s3,
      String articles,
      String summaries,
      SummaryLength length,
      Reprocessor reprocessor) {
    return new DropZone(address, port, new Buckets(s3, articles, summaries), length, reprocessor);
  }

  private static String limit(int value) {
    return value == 0 ? "no limit" : Integer.toString(value);
  }

  /** The address of the page for browsers on this machine. */
  public URI address() {
    return URI.create("http://" + address.urlHost() + ":" + server.port() + "/");
  }

  /** Shows that an article was put or removed and its event is being delivered. */
  public void arrived(String key) {
    events.arrived(key);
  }

  /** Shows the outputs of a key after the function returned. */
  public void done(String key) {
    events.done(key);
  }

  /** Shows that the function failed for a key. */
  public void failed(String key, String message) {
    events.failed(key, message);
  }

  @Override
  public void close() {
    events.close();
    server.stop();
  }

  private void configure(JavalinConfig config, int port, PageFiles files) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.host = address.address().getHostAddress();
    config.jetty.port = port;
    config.routes.before(this::admit);
    files.addTo(config.routes);
    config.routes.sse("/events", events::join);
    config.routes.post("/articles", this::put);
    config.routes.delete("/articles", request -> buckets.delete(key(request)));
    config.routes.post("/length", request -> buckets.setLength(key(request), length(request)));
    config.routes.post("/reprocess", request -> reprocessing.start());
    config.routes.get("/objects", this::list);
    config.routes.get("/object", this::download);
    config.routes.get("/page", this::page);
    config.routes.exception(RefusedRequestException.class, (e, request) -> refuse(request, e));
    config.routes.exception(
        NoSuchKeyException.class,
        (e, request) ->
            refuse(request, new RefusedRequestException(404, "The object does not exist.")));
    config.routes.exception(
        SdkException.class,
        (e, request) ->
            refuse(request, new RefusedRequestException(502, "S3 failed: " + e.getMessage())));
  }

  private void admit(Context request) {
    request.header("Content-Security-Policy", POLICY);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("Referrer-Policy", "no-referrer");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cache-Control", "no-store");
    guard.check(request, server.port());
  }

  private static void refuse(Context request, RefusedRequestException refusal) {
    answer(
        request.status(refusal.status()),
        JSON.createObjectNode().put("message", refusal.getMessage()));
  }

  private static void answer(Context request, ObjectNode json) {
    request
        .contentType("application/json")
        .result(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void put(Context request) {
    long length = request.req().getContentLengthLong();
    if (length < 0) {
      throw new RefusedRequestException(411, "The request has no Content-Length.");
    }
    if (length > MAX_UPLOAD) {
      throw new RefusedRequestException(413, "The file is larger than 256 MB.");
    }
    String key = key(request);
    Optional<String> type =
        Optional.ofNullable(request.contentType()).filter(value -> !value.isEmpty());
    boolean replace = "true".equals(request.queryParam("replace"));
    try {
      buckets.put(key, request.bodyInputStream(), length, type, length(request), replace);
    } catch (S3Exception e) {
      if (e.statusCode() != PRECONDITION_FAILED && e.statusCode() != CONFLICT) {
        throw e;
      }
      throw new RefusedRequestException(
          CONFLICT, "An article of this name exists; nothing was overwritten.");
    }
  }

  private void list(Context request) {
    String after = Optional.ofNullable(request.queryParam("after")).orElse("");
    ListObjectsV2Response page = buckets.list(bucket(request), after, LISTED);
    ObjectNode answer = JSON.createObjectNode().put("more", page.isTruncated());
    ArrayNode objects = answer.putArray("objects");
    for (S3Object object : page.contents()) {
      objects.addObject().put("key", object.key()).put("size", object.size());
    }
    answer(request, answer);
  }

  private void download(Context request) {
    ResponseInputStream<GetObjectResponse> object = buckets.object(bucket(request), key(request));
    request
        .contentType("application/octet-stream")
        .header("Content-Disposition", "attachment")
        .result(object);
  }

  private void page(Context request) {
    byte[] page =
        buckets
            .output(key(request), Document.Kind.PAGE)
            .orElseThrow(() -> new RefusedRequestException(404, "This article has no page."));
    request
        .header("Content-Security-Policy", PAGE_POLICY)
        .contentType(Document.Kind.PAGE.contentType())
        .result(page);
  }

  private String bucket(Context request) {
    return ARTICLES.equals(request.queryParam("bucket")) ? buckets.articles() : buckets.summaries();
  }

  private static String key(Context request) {
    String key = Optional.ofNullable(request.queryParam("key")).orElse("");
    if (key.isEmpty() || key.endsWith("/")) {
      throw new RefusedRequestException(400, "The file has no name.");
    }
    if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
      throw new RefusedRequestException(
          400, "The name is longer than 1,000 bytes; choose a shorter one.");
    }
    return key;
  }

  /** Returns the settings of the length that the request states; an empty one is unset. */
  private static Map<LengthSetting, String> length(Context request) {
    Map<LengthSetting, String> length = new EnumMap<>(LengthSetting.class);
    for (LengthSetting setting : LengthSetting.values()) {
      String value = Optional.ofNullable(request.queryParam(setting.label())).orElse("");
      if (!value.isEmpty()) {
        if (setting.parse(value).isEmpty()) {
          throw new RefusedRequestException(
              400, "%s is %d to %d.".formatted(setting.label(), setting.min(), setting.max()));
        }
        length.put(setting, value);
      }
    }
    return length;
  }
}
