package dev.nutgraf.local.deployment;

import dev.nutgraf.local.deployment.Reprocessing.Plan;
import dev.nutgraf.local.http.ListenAddress;
import dev.nutgraf.local.s3.ObjectEvent;
import dev.nutgraf.local.web.DropZone;
import dev.nutgraf.local.web.Reprocessor;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A running local deployment: every event of the article bucket invokes the function, and the drop
 * zone shows the result.
 */
public final class LocalService implements AutoCloseable {
  private static final int MAX_WAIT_SECONDS = 5;
  private static final Plan EVERYTHING = new Plan("", false, false);

  private final LocalDeployment deployment;
  private final DropZone page;
  private final ExecutorService invocations =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private LocalService(LocalDeployment deployment, DropZone page) {
    this.deployment = deployment;
    this.page = page;
  }

  /**
   * Starts the deployment and the drop zone.
   *
   * @param address where both listen
   * @param port the port of the S3 server, or 0 for a free one
   * @param pagePort the port of the drop zone, or 0 for a free one
   */
  public static LocalService start(
      ListenAddress address, int port, int pagePort, DeploymentSettings settings)
      throws IOException {
    LocalDeployment deployment = LocalDeployment.prepare(address, port, settings);
    DropZone page =
        DropZone.start(
            address,
            pagePort,
            deployment.s3(),
            LocalDeployment.ARTICLES,
            LocalDeployment.SUMMARIES,
            settings.length(),
            progress -> deployment.reprocessing().run(EVERYTHING, listener(progress)));
    LocalService service = new LocalService(deployment, page);
    deployment.server().onObjectEvent(service::onObjectEvent);
    deployment.server().open();
    return service;
  }

  private static Reprocessing.Listener listener(Reprocessor.Progress progress) {
    return new Reprocessing.Listener() {
      @Override
      public void found(int objects) {
        progress.found(objects);
      }

      @Override
      public void done(String key, String outcome, String message) {
        progress.done(key, message);
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
    if (event.bucket().equals(LocalDeployment.ARTICLES) && !invocations.isShutdown()) {
      page.arrived(event.key());
      invocations.execute(() -> deliver(event));
    }
  }

  private void deliver(ObjectEvent event) {
    try {
      deployment.deliver(event);
      page.done(event.key());
    } catch (RuntimeException e) {
      page.failed(event.key(), String.valueOf(e.getMessage()));
      System.err.println(event.key() + ": " + e.getMessage());
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
