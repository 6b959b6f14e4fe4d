package dev.nutgraf.local.deployment;

import dev.nutgraf.local.deployment.Reprocessing.Plan;
import dev.nutgraf.local.s3.ObjectEvent;
import dev.nutgraf.local.web.DropZone;
import dev.nutgraf.local.web.Reprocessor;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The local stack at work: every event of the article bucket goes to the function, and the drop
 * zone shows what becomes of it.
 */
public final class LocalService implements AutoCloseable {
  private static final Plan EVERYTHING = new Plan("", false, false);

  private final LocalDeployment stack;
  private final DropZone page;
  private final ExecutorService invocations =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private LocalService(LocalDeployment stack, DropZone page) {
    this.stack = stack;
    this.page = page;
  }

  /**
   * Starts it.
   *
   * @param port the port of the S3 server, 0 for any free one
   * @param pagePort the port of the drop zone, 0 for any free one
   */
  public static LocalService start(int port, int pagePort, DeploymentSettings settings)
      throws IOException {
    LocalDeployment stack = LocalDeployment.start(port, settings);
    DropZone page =
        DropZone.start(
            pagePort,
            stack.s3(),
            LocalDeployment.ARTICLES,
            LocalDeployment.SUMMARIES,
            settings.sentences(),
            progress -> stack.sweep().run(EVERYTHING, listener(progress)));
    LocalService service = new LocalService(stack, page);
    stack.server().onObjectEvent(service::take);
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

  public LocalDeployment stack() {
    return stack;
  }

  public DropZone page() {
    return page;
  }

  private void take(ObjectEvent event) {
    if (event.bucket().equals(LocalDeployment.ARTICLES) && !invocations.isShutdown()) {
      page.arrived(event.key());
      invocations.execute(() -> deliver(event));
    }
  }

  private void deliver(ObjectEvent event) {
    try {
      stack.deliver(event);
      page.done(event.key());
    } catch (RuntimeException e) {
      page.failed(event.key(), String.valueOf(e.getMessage()));
      System.err.println(event.key() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    invocations.shutdown();
    page.close();
    stack.close();
  }
}
