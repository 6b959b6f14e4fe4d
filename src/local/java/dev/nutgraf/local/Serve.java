package dev.nutgraf.local;

import dev.nutgraf.local.s3.ObjectEvent;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the local stack up and summarizes whatever anyone puts into its article bucket. */
@Command(
    name = "serve",
    description = "Keeps a local S3 up and summarizes every object put into its article bucket.",
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the S3 server; any free one by default.")
  private int port;

  @Mixin private StackOptions options = new StackOptions();

  private Serve() {}

  @Override
  public Integer call() throws Exception {
    ExecutorService invocations =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    LocalStack stack = LocalStack.start(port, options);
    stack
        .server()
        .onObjectEvent(
            event -> {
              if (event.bucket().equals(LocalStack.ARTICLES)) {
                invocations.execute(() -> deliver(stack, event));
              }
            });
    System.out.printf(
        """
        S3 is up at %1$s
          AWS_ENDPOINT_URL_S3=%1$s AWS_REGION=%2$s AWS_ACCESS_KEY_ID=%3$s AWS_SECRET_ACCESS_KEY=%4$s
        Articles go to s3://%5$s, summaries come to s3://%6$s and %7$s
        Ctrl-C ends it.
        """,
        stack.server().endpoint(),
        LocalStack.REGION,
        LocalStack.ACCESS_KEY,
        LocalStack.SECRET_KEY,
        LocalStack.ARTICLES,
        LocalStack.SUMMARIES,
        options.out());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  invocations.shutdown();
                  stack.close();
                  ended.countDown();
                }));
    ended.await();
    return 0;
  }

  private static void deliver(LocalStack stack, ObjectEvent event) {
    try {
      stack.deliver(event);
      System.out.println(event.type().eventName() + " " + event.key());
    } catch (RuntimeException e) {
      System.err.println(event.key() + ": " + e.getMessage());
    }
  }
}
