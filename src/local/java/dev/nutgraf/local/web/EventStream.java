package dev.nutgraf.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.summary.Document;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells every open page what became of each article: the last word on each of the newest articles
 * when a page opens, and from then on what happens. All of it is done by one thread, so that all
 * pages hear the same in the same order.
 */
final class EventStream implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ARTICLES = 500;
  private static final int HEARTBEAT_SECONDS = 10;
  private static final String KEY = "key";
  private static final String GONE = "gone";

  private final Buckets buckets;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread feed = new Thread(task, "drop-zone-feed");
            feed.setDaemon(true);
            return feed;
          },
          // After the end nobody listens.
          new ThreadPoolExecutor.DiscardPolicy());
  private final ScheduledFuture<?> heartbeat;
  private final List<SseClient> pages = new ArrayList<>();

  /** The last word on each article, the newest last. */
  private final Map<String, ObjectNode> words = new LinkedHashMap<>();

  EventStream(Buckets buckets) {
    this.buckets = buckets;
    this.heartbeat =
        thread.scheduleWithFixedDelay(
            () -> pages.forEach(page -> page.sendComment("here")),
            HEARTBEAT_SECONDS,
            HEARTBEAT_SECONDS,
            TimeUnit.SECONDS);
  }

  /** A page opened. */
  void join(SseClient page) {
    page.keepAlive();
    page.onClose(() -> thread.execute(() -> pages.remove(page)));
    thread.execute(
        () -> {
          pages.add(page);
          words.values().forEach(word -> page.sendEvent("message", word.toString()));
          page.sendEvent("message", event("ready").toString());
        });
  }

  /** An article was put and waits for the function. */
  void arrived(String key) {
    thread.execute(() -> say(key, event("arrived").put(KEY, key)));
  }

  /** The function is done with a key: says what it left, if that is anything new. */
  void done(String key) {
    thread.execute(
        () -> {
          ObjectNode word = look(key);
          boolean known = words.containsKey(key);
          if ((known || !isGone(word)) && !word.equals(words.get(key))) {
            say(key, word);
          }
        });
  }

  /** The function failed with a key. */
  void failed(String key, String message) {
    thread.execute(() -> say(key, event("failed").put(KEY, key).put("message", message)));
  }

  /** A sweep is done with an object, be it an article or an output. */
  void swept(String key) {
    done(key);
    buckets.articleOf(key).ifPresent(this::done);
  }

  /**
   * How far a sweep is.
   *
   * @param trouble why it broke off; empty if it did not
   */
  void sweep(int done, int all, int failed, boolean goesOn, String trouble) {
    ObjectNode word =
        event("sweep")
            .put("done", done)
            .put("all", all)
            .put("failed", failed)
            .put("goesOn", goesOn)
            .put("trouble", trouble);
    thread.execute(() -> tell(word));
  }

  private void say(String key, ObjectNode word) {
    words.remove(key);
    if (!isGone(word)) {
      words.put(key, word);
    }
    if (words.size() > MOST_ARTICLES) {
      Iterator<String> oldest = words.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    tell(word);
  }

  private static boolean isGone(ObjectNode word) {
    return word.path("type").asText().equals(GONE);
  }

  private void tell(ObjectNode word) {
    pages.forEach(page -> page.sendEvent("message", word.toString()));
  }

  private ObjectNode look(String key) {
    try {
      Optional<byte[]> metadata = buckets.output(key, Document.Kind.METADATA);
      return metadata.isPresent() ? word(key, metadata.get()) : event(GONE).put(KEY, key);
    } catch (SdkException e) {
      return event("failed").put(KEY, key).put("message", String.valueOf(e.getMessage()));
    }
  }

  /** What a page needs to know of a metadata document. */
  private static ObjectNode word(String key, byte[] bytes) {
    JsonNode metadata;
    try {
      metadata = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ObjectNode word = event("summary").put(KEY, key);
    word.set("status", metadata.path("status"));
    word.set("headline", metadata.at("/article/headline"));
    word.set("language", metadata.at("/article/inLanguage"));
    word.set("message", metadata.at("/error/message"));
    word.set("words", metadata.at("/article/wordCount"));
    word.set("summaryWords", metadata.at("/summary/wordCount"));
    word.set("asked", metadata.at("/engine/parameters/sentences"));
    word.set("lastModified", metadata.at("/source/lastModified"));
    word.put(
        "page",
        metadata.has("summary") && metadata.at("/engine/parameters/summaryHtml").booleanValue());
    ArrayNode sentences = word.putArray("sentences");
    for (JsonNode sentence : metadata.at("/summary/sentences")) {
      ObjectNode one = sentences.addObject();
      one.set("text", sentence.path("text"));
      one.set("rank", sentence.path("rank"));
      one.set("score", sentence.path("score"));
    }
    return word;
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
