package dev.nutgraf.local.web;

/** Reconciles every key of both buckets. */
@FunctionalInterface
public interface Reprocessor {

  /** Reprocesses both buckets and returns when all is done. */
  void reprocess(Progress progress) throws InterruptedException;

  /** Receives progress; called from many threads. */
  interface Progress {
    /** More articles were found. */
    void found(int articles);

    /**
     * An object was reconciled.
     *
     * @param counts whether it stands for an article that was found, and no other object does
     * @param message why it failed; empty on success
     */
    void done(String key, boolean counts, String message);
  }
}
