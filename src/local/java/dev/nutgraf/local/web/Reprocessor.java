package dev.nutgraf.local.web;

/** Reconciles every key of both buckets. */
@FunctionalInterface
public interface Reprocessor {

  /** Reprocesses both buckets and returns when all is done. */
  void reprocess(Progress progress) throws InterruptedException;

  /** Receives progress; called from many threads. */
  interface Progress {
    /** More objects were listed. */
    void found(int objects);

    /**
     * An object was reconciled.
     *
     * @param message why it failed; empty on success
     */
    void done(String key, String message);
  }
}
