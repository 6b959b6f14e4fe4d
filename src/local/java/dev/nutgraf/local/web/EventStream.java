package dev.nutgraf.local.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.summary.Document;
import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The server-sent events of the drop zone. A page that opens receives the current state of the
 * newest articles, then every change. One thread sends all events, so all pages receive them in the
 * same order.
 */
final class EventStream implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_ARTICLES = 2000;
  private static final int HEARTBEAT_SECONDS = 10;
  private static final String KEY = "key";
  private static final String GONE = "gone";

  private final Buckets buckets;

  /** Lets a page that reconnects know another run of the server. */
  private final String run = UUID.randomUUID().toString();

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread sender = new Thread(task, "drop-zone-events");
            sender.setDaemon(true);
            return sender;
          },
          // After close() no page is connected.
          new ThreadPoolExecutor.DiscardPolicy());
  private final ScheduledFuture<?> heartbeat;
  private final List<SseClient> pages = new ArrayList<>();

  /** The current state of each article, the newest last. */
  private final Map<String, ObjectNode> states = new LinkedHashMap<>();

  EventStream(Buckets buckets) {
    this.buckets = buckets;
    this.heartbeat =
        thread.scheduleWithFixedDelay(
            () -> pages.forEach(page -> page.sendComment("keep-alive")),
            HEARTBEAT_SECONDS,
            HEARTBEAT_SECONDS,
            TimeUnit.SECONDS);
  }

  /** Connects a page. */
  void join(SseClient page) {
    page.keepAlive();
    page.onClose(() -> thread.execute(() -> pages.remove(page)));
    thread.execute(
        () -> {
          pages.add(page);
          states.values().forEach(state -> page.sendEvent("message", state.toString()));
          page.sendEvent("message", event("ready").put("run", run).toString());
        });
  }

  /** Publishes that an article was put and waits for the function. */
  void arrived(String key) {
    thread.execute(() -> update(key, event("arrived").put(KEY, key)));
  }

  /** Publishes the outputs of a key after the function returned, if they changed. */
  void done(String key) {
    thread.execute(
        () -> {
          ObjectNode state = currentState(key);
          boolean known = states.containsKey(key);
          if ((known || !isGone(state)) && !state.equals(states.get(key))) {
            update(key, state);
          }
        });
  }

  /** Publishes that the function failed for a key. */
  void failed(String key, String message) {
    thread.execute(() -> update(key, event("failed").put(KEY, key).put("message", message)));
  }

  /** Publishes the outputs after reprocessing of an object, an article or an output. */
  void reprocessed(String key) {
    done(key);
    buckets.articleOf(key).ifPresent(this::done);
  }

  /**
   * Publishes the progress of reprocessing.
   *
   * @param running whether it continues
   * @param error why it stopped early; empty if it didn't
   */
  void reprocessing(int done, int all, int failed, boolean running, String error) {
    ObjectNode state =
        event("reprocessing")
            .put("done", done)
            .put("all", all)
            .put("failed", failed)
            .put("running", running)
            .put("error", error);
    thread.execute(() -> publish(state));
  }

  private void update(String key, ObjectNode state) {
    states.remove(key);
    if (!isGone(state)) {
      states.put(key, state);
    }
    if (states.size() > MAX_ARTICLES) {
      Iterator<String> oldest = states.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    publish(state);
  }

  private static boolean isGone(ObjectNode state) {
    return state.path("type").asText().equals(GONE);
  }

  private void publish(ObjectNode state) {
    pages.forEach(page -> page.sendEvent("message", state.toString()));
  }

  private ObjectNode currentState(String key) {
    try {
      Optional<byte[]> metadata = buckets.output(key, Document.Kind.METADATA);
      if (metadata.isEmpty()) {
        return event(GONE).put(KEY, key);
      }
      return SummaryState.of(key, metadata.get(), buckets.output(key, Document.Kind.PAGE));
    } catch (SdkException e) {
      return event("failed").put(KEY, key).put("message", String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode event(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  @Override
  public void close() {
    heartbeat.cancel(false);
    thread.shutdownNow();
  }
}
