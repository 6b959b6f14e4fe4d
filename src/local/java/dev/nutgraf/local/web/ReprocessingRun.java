package dev.nutgraf.local.web;

import java.util.concurrent.atomic.AtomicBoolean;

/** Runs sweeps, one at a time, and tells the feed how far they are. */
final class ReprocessingRun {
  private final Reprocessor sweeper;
  private final EventStream feed;
  private final AtomicBoolean running = new AtomicBoolean();

  ReprocessingRun(Reprocessor sweeper, EventStream feed) {
    this.sweeper = sweeper;
    this.feed = feed;
  }

  /**
   * Starts a sweep.
   *
   * @throws RefusedRequestException if one is under way
   */
  void start() {
    if (!running.compareAndSet(false, true)) {
      throw new RefusedRequestException(409, "A sweep is under way.");
    }
    Thread thread = new Thread(this::run, "drop-zone-sweep");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    Count count = new Count();
    String trouble = "";
    try {
      sweeper.sweep(count);
    } catch (InterruptedException | RuntimeException e) {
      trouble = String.valueOf(e.getMessage());
    } finally {
      running.set(false);
      count.tell(false, trouble);
    }
  }

  /** The objects of one sweep. */
  private final class Count implements Reprocessor.Progress {
    private int all;
    private int done;
    private int failed;

    @Override
    public synchronized void found(int objects) {
      all += objects;
      tell(true, "");
    }

    @Override
    public synchronized void done(String key, String message) {
      done++;
      failed += message.isEmpty() ? 0 : 1;
      feed.swept(key);
      tell(true, "");
    }

    synchronized void tell(boolean goesOn, String trouble) {
      feed.sweep(done, all, failed, goesOn, trouble);
    }
  }
}
