package dev.nutgraf.local.s3;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests that an S3 received, in order of arrival; for tests that count them. */
public final class RequestLog {

  private static final int KEPT = 10_000;

  private final Deque<S3Call> calls = new ArrayDeque<>();

  RequestLog() {}

  synchronized void add(S3Call call) {
    if (calls.size() == KEPT) {
      calls.removeFirst();
    }
    calls.addLast(call);
  }

  /** The requests since the last {@link #clear()}, oldest first; at most the last 10,000. */
  public synchronized List<S3Call> calls() {
    return List.copyOf(calls);
  }

  /** How many of {@link #calls()} are of the operation. */
  public synchronized long count(S3Operation operation) {
    return calls.stream().filter(call -> call.operation() == operation).count();
  }

  /** Forgets the requests so far. */
  public synchronized void clear() {
    calls.clear();
  }
}
