package dev.nutgraf.local.web;

/** Goes over both buckets and makes all outputs agree with their articles. */
@FunctionalInterface
public interface Reprocessor {

  /** Sweeps, and returns when all is done. */
  void sweep(Progress progress) throws InterruptedException;

  /** Is told of the work as it is found and done; called by many threads. */
  interface Progress {
    /** More objects were listed. */
    void found(int objects);

    /**
     * An object is done with.
     *
     * @param message why it failed; empty if it did not
     */
    void done(String key, String message);
  }
}
