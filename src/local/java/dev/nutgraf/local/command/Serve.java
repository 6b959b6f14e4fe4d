package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.LocalService;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a local deployment until interrupted. */
@Command(
    name = "serve",
    description =
        "Runs a local S3 server, summarizes every object put into its article bucket, and shows the"
            + " summaries on a page that accepts articles by drag and drop.",
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the S3 server; a free one by default.")
  private int port;

  @Option(
      names = "--page-port",
      paramLabel = "N",
      description = "Port of the page; a free one by default.")
  private int pagePort;

  @Mixin private DeploymentOptions options = new DeploymentOptions();

  private Serve() {}

  @Override
  public Integer call() throws Exception {
    LocalService service = LocalService.start(port, pagePort, options.settings());
    System.out.printf(
        """
        Drop articles onto %1$s
        S3 listens on %2$s
          AWS_ENDPOINT_URL_S3=%2$s AWS_REGION=%3$s AWS_ACCESS_KEY_ID=%4$s AWS_SECRET_ACCESS_KEY=%5$s
        Put articles into s3://%6$s; summaries appear in s3://%7$s and %8$s
        Press Ctrl-C to stop.
        """,
        service.page().address(),
        service.deployment().server().endpoint(),
        LocalDeployment.REGION,
        LocalDeployment.ACCESS_KEY,
        LocalDeployment.SECRET_KEY,
        LocalDeployment.ARTICLES,
        LocalDeployment.SUMMARIES,
        options.out());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  ended.countDown();
                }));
    ended.await();
    return 0;
  }
}
