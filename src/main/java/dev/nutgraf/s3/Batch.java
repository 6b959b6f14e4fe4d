package dev.nutgraf.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are sent side by side. A batch waits for every answer before it returns or throws:
 * a request that is in flight when its sender continues could take effect after the sender's last
 * observation. Not thread-safe.
 */
final class Batch {
  private final List<Answer<?>> answers = new ArrayList<>();

  /** Adds a request. It may wait for the answers of the requests added before it. */
  <T> Answer<T> add(Supplier<T> request) {
    Answer<T> answer = new Answer<>(request);
    answers.add(answer);
    return answer;
  }

  /**
   * Sends all requests, the last one from this thread, and waits for all answers.
   *
   * @param executor sends the other requests
   * @throws RuntimeException if a request failed: the first failure, with the others suppressed
   */
  void send(Executor executor) {
    int last = answers.size() - 1;
    answers.subList(0, last).forEach(answer -> answer.start(executor));
    answers.get(last).run();
    @Nullable Throwable first = null;
    for (Answer<?> answer : answers) {
      @Nullable Throwable failure = answer.failure();
      if (first == null) {
        first = failure;
      } else if (failure != null) {
        first.addSuppressed(failure);
      }
    }
    if (first instanceof Error e) {
      throw e;
    }
    if (first instanceof RuntimeException e) {
      throw e;
    }
  }

  /** The answer to a request of a batch. */
  static final class Answer<T> {
    private final Supplier<T> request;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private Answer(Supplier<T> request) {
      this.request = request;
    }

    private void start(Executor executor) {
      try {
        executor.execute(this::run);
      } catch (RuntimeException | Error e) {
        // No thread: this request isn't sent, and those that were are waited for all the same.
        result.completeExceptionally(e);
      }
    }

    private void run() {
      try {
        result.complete(request.get());
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    }

    /**
     * Waits for the answer.
     *
     * @throws CompletionException if the request failed
     */
    T get() {
      return result.join();
    }

    private @Nullable Throwable failure() {
      try {
        result.join();
        return null;
      } catch (CompletionException e) {
        return e.getCause();
      }
    }
  }
}
