package dev.nutgraf.local.s3;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests to a server in order of arrival, for tests. */
public final class RequestLog {

  private static final int MAX_CALLS = 10_000;

  private final Deque<S3Call> calls = new ArrayDeque<>();

  RequestLog() {}

  synchronized void add(S3Call call) {
    if (calls.size() == MAX_CALLS) {
      calls.removeFirst();
    }
    calls.addLast(call);
  }

  /** The requests since the last {@link #clear()}, oldest first; at most the last 10,000. */
  public synchronized List<S3Call> calls() {
    return List.copyOf(calls);
  }

  /** Returns the number of {@link #calls()} of an operation. */
  public synchronized long count(S3Operation operation) {
    return calls.stream().filter(call -> call.operation() == operation).count();
  }

  /** Removes all requests. */
  public synchronized void clear() {
    calls.clear();
  }
}
