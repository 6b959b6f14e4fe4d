package dev.nutgraf.local.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nutgraf.s3.Bucket.WriteResult;
import dev.nutgraf.s3.GetResult;
import dev.nutgraf.s3.S3Bucket;
import dev.nutgraf.s3.StoredObject;
import dev.nutgraf.summary.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects under a prefix that a check creates. Conditional requests go through {@link S3Bucket}, as
 * those of the function do.
 */
final class Sandbox implements AutoCloseable {
  private static final int PAGE_SIZE = 2;
  private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

  private final S3Client s3;
  private final String bucket;
  private final String prefix;
  private final S3Bucket objects;
  private final Set<String> created = ConcurrentHashMap.newKeySet();

  /**
   * Creates an empty sandbox.
   *
   * @param prefix prefix of all keys, which nothing else uses
   */
  Sandbox(S3Client s3, String bucket, String prefix) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
    this.objects = new S3Bucket(s3, bucket, "the endpoint", true, () -> TIME_LIMIT);
  }

  /** Puts an object without a condition and returns its ETag as the answer states it. */
  Optional<String> put(String name, String text) {
    created.add(name);
    return Optional.ofNullable(
        s3.putObject(put -> put.bucket(bucket).key(prefix + name), RequestBody.fromString(text))
            .eTag());
  }

  WriteResult putIfAbsent(String name, String text, Map<String, String> metadata) {
    created.add(name);
    return objects.putIfAbsent(prefix + name, document(text), metadata);
  }

  WriteResult putIfMatch(String name, String text, String eTag) {
    created.add(name);
    return objects.putIfMatch(prefix + name, document(text), Map.of(), eTag);
  }

  WriteResult deleteIfMatch(String name, String eTag) {
    return objects.deleteIfMatch(prefix + name, eTag);
  }

  Optional<StoredObject> head(String name) {
    return objects.head(prefix + name);
  }

  /** Returns the description of an object that must be there. */
  StoredObject existing(String name) {
    return head(name)
        .orElseThrow(() -> new CheckFailedException("HEAD doesn't find an object just written"));
  }

  /** Returns the content of an object; empty if it is absent. */
  Optional<String> text(String name) {
    GetResult result = objects.get(prefix + name, object -> true);
    return result instanceof GetResult.Content content
        ? Optional.of(new String(content.bytes(), UTF_8))
        : Optional.empty();
  }

  /** Returns the objects as listed over several pages, by their names. */
  Map<String, S3Object> list() {
    Map<String, S3Object> listed = new TreeMap<>();
    for (ListObjectsV2Response page :
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix).maxKeys(PAGE_SIZE))) {
      if (page.contents().size() > PAGE_SIZE) {
        throw new CheckFailedException(
            "a page has %d keys, max-keys was %d".formatted(page.contents().size(), PAGE_SIZE));
      }
      for (S3Object object : page.contents()) {
        if (!object.key().startsWith(prefix)) {
          throw new CheckFailedException("a key outside the prefix is listed: " + object.key());
        }
        String name = object.key().substring(prefix.length());
        // A store that ignores the continuation token would be listed without end.
        if (listed.put(name, object) != null) {
          throw new CheckFailedException("\"%s\" is listed twice".formatted(name));
        }
      }
    }
    return listed;
  }

  /** Runs a task in as many threads as there are names, all at once, and returns the results. */
  <T> List<T> race(List<Callable<T>> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailedException("interrupted");
    } finally {
      threads.shutdownNow();
    }
  }

  /** Deletes what was created, as far as the store allows. */
  @Override
  public void close() {
    for (String name : created) {
      try {
        s3.deleteObject(delete -> delete.bucket(bucket).key(prefix + name));
      } catch (SdkException e) {
        // The result of the check matters more; the prefix tells whose the object is.
      }
    }
  }

  private static Document document(String text) {
    return new Document(Document.Kind.SUMMARY, text.getBytes(UTF_8));
  }
}
