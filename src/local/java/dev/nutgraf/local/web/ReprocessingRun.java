package dev.nutgraf.local.web;

import java.util.concurrent.atomic.AtomicBoolean;

/** Runs reprocessing, one run at a time, and publishes its progress. */
final class ReprocessingRun {
  private final Reprocessor reprocessor;
  private final EventStream events;
  private final AtomicBoolean running = new AtomicBoolean();

  ReprocessingRun(Reprocessor reprocessor, EventStream events) {
    this.reprocessor = reprocessor;
    this.events = events;
  }

  /**
   * Starts a run.
   *
   * @throws RefusedRequestException if a run is in progress
   */
  void start() {
    if (!running.compareAndSet(false, true)) {
      throw new RefusedRequestException(409, "Reprocessing is already running.");
    }
    Thread thread = new Thread(this::run, "drop-zone-reprocessing");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    Count count = new Count();
    String error = "";
    try {
      reprocessor.reprocess(count);
    } catch (InterruptedException | RuntimeException e) {
      error = String.valueOf(e.getMessage());
    } finally {
      running.set(false);
      count.publish(false, error);
    }
  }

  /** The articles of one run. */
  private final class Count implements Reprocessor.Progress {
    private int all;
    private int done;
    private int failed;

    @Override
    public synchronized void found(int articles) {
      all += articles;
      publish(true, "");
    }

    @Override
    public synchronized void done(String key, boolean counts, String message) {
      events.reprocessed(key);
      if (counts) {
        done++;
        failed += message.isEmpty() ? 0 : 1;
        publish(true, "");
      }
    }

    synchronized void publish(boolean unfinished, String error) {
      events.reprocessing(done, all, failed, unfinished, error);
    }
  }
}
