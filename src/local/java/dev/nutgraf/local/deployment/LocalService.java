package dev.nutgraf.local.deployment;

import dev.nutgraf.local.deployment.Reprocessing.Plan;
import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.local.s3.ObjectEvent;
import dev.nutgraf.local.web.DropZone;
import dev.nutgraf.local.web.Reprocessor;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A running local deployment: every event of the article bucket invokes the function, and the drop
 * zone shows the result.
 */
public final class LocalService implements AutoCloseable {
  private static final int MAX_WAIT_SECONDS = 5;
  private static final Plan EVERYTHING = new Plan("", false, false);

  private static final Listener NO_LISTENER =
      new Listener() {
        @Override
        public void done(ArticleResult result, List<String> places) {}

        @Override
        public void removed(String key) {}

        @Override
        public void failed(String key, Exception problem) {}
      };

  private final LocalDeployment deployment;
  private final DropZone page;
  private final Listener listener;
  private final ExecutorService invocations;

  private LocalService(
      LocalDeployment deployment, DropZone page, Listener listener, ExecutorService invocations) {
    this.deployment = deployment;
    this.page = page;
    this.listener = listener;
    this.invocations = invocations;
  }

  /** Receives the result of every event; called from many threads. */
  public interface Listener {
    /**
     * An article has its outputs.
     *
     * @param places where their files are
     */
    void done(ArticleResult result, List<String> places);

    /** The outputs of a deleted article are deleted. */
    void removed(String key);

    /** The function failed for an article. */
    void failed(String key, Exception problem);
  }

  /** Starts without a listener. */
  public static LocalService start(
      ListenAddress address, int port, int pagePort, DeploymentSettings settings)
      throws IOException {
    return start(address, port, pagePort, settings, NO_LISTENER);
  }

  /**
   * Starts the deployment and the drop zone.
   *
   * @param address where both listen
   * @param port the port of the S3 server, or 0 for a free one
   * @param pagePort the port of the drop zone, or 0 for a free one
   * @param listener receives the results
   * @throws IOException if a port is taken or the folder can't be written to
   */
  public static LocalService start(
      ListenAddress address, int port, int pagePort, DeploymentSettings settings, Listener listener)
      throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    return start(
        address, port, pagePort, settings, listener, Executors.newFixedThreadPool(processors));
  }

  /** Starts with the threads that run the invocations. */
  static LocalService start(
      ListenAddress address,
      int port,
      int pagePort,
      DeploymentSettings settings,
      Listener listener,
      ExecutorService invocations)
      throws IOException {
    LocalDeployment deployment = LocalDeployment.prepare(address, port, settings);
    DropZone page = startPage(deployment, address, pagePort, settings);
    LocalService service = new LocalService(deployment, page, listener, invocations);
    deployment.server().onObjectEvent(service::onObjectEvent);
    deployment.server().open();
    return service;
  }

  private static DropZone startPage(
      LocalDeployment deployment, ListenAddress address, int port, DeploymentSettings settings)
      throws IOException {
    try {
      return DropZone.start(
          address,
          port,
          deployment.s3(),
          LocalDeployment.ARTICLES,
          LocalDeployment.SUMMARIES,
          settings.engine().length(),
          progress -> deployment.reprocessing().run(EVERYTHING, listener(progress)));
    } catch (JavalinBindException e) {
      deployment.close();
      throw new IOException(
          "The page can't listen on %s:%d: another program uses this port. Choose another with --page-port."
              .formatted(address, port),
          e);
    }
  }

  private static Reprocessing.Listener listener(Reprocessor.Progress progress) {
    return new Reprocessing.Listener() {
      @Override
      public void found(int articles) {
        progress.found(articles);
      }

      @Override
      public void done(String key, String outcome, String message) {
        progress.done(key, !outcome.isEmpty(), message);
      }
    };
  }

  public LocalDeployment deployment() {
    return deployment;
  }

  public DropZone page() {
    return page;
  }

  private void onObjectEvent(ObjectEvent event) {
    if (event.bucket().equals(LocalDeployment.ARTICLES)) {
      page.arrived(event.key());
      try {
        invocations.execute(() -> deliver(event));
      } catch (RejectedExecutionException e) {
        // The service is being closed. The article is stored and isn't summarized.
      }
    }
  }

  private void deliver(ObjectEvent event) {
    try {
      deployment.deliver(event);
      page.done(event.key());
      report(event.key());
    } catch (IOException | RuntimeException e) {
      page.failed(event.key(), String.valueOf(e.getMessage()));
      listener.failed(event.key(), e);
    }
  }

  private void report(String key) throws IOException {
    try {
      listener.done(
          ArticleResult.read(deployment, key), ArticleResult.places(deployment.server(), key));
    } catch (NoSuchKeyException e) {
      if (!key.endsWith("/")) { // a marker of a folder is no article
        listener.removed(key);
      }
    }
  }

  /** Stops after the invocations that are running, but doesn't wait for more than 5 seconds. */
  @Override
  public void close() {
    invocations.shutdown();
    try {
      if (!invocations.awaitTermination(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        invocations.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    page.close();
    deployment.close();
  }
}
