package dev.nutgraf.local.command;

import dev.nutgraf.local.deployment.LocalDeployment;
import dev.nutgraf.local.deployment.LocalService;
import dev.nutgraf.local.http.ListenAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a local deployment until interrupted. */
@Command(
    name = "serve",
    description =
        "Runs a local S3 server, summarizes every object put into its article bucket, and shows the"
            + " summaries on a page that accepts articles by drag and drop.",
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  private int port;
  private int pagePort;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address that both listen on; 127.0.0.1 by default. Any other address, such as 0.0.0.0"
              + " for all, opens them to the network.")
  private String host = "127.0.0.1";

  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      description =
          "Another host that clients may use in their URLs, such as host.docker.internal; can be"
              + " repeated. Other hosts than the loopback ones are refused.")
  private List<String> allowedHosts = List.of();

  @Mixin private DeploymentOptions options = new DeploymentOptions();

  private Serve() {}

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the S3 server; a free one by default.")
  void port(int value) {
    port = checked("--port", value);
  }

  @Option(
      names = "--page-port",
      paramLabel = "N",
      description = "Port of the page; a free one by default.")
  void pagePort(int value) {
    pagePort = checked("--page-port", value);
  }

  private int checked(String option, int value) {
    if (value < 0 || value > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(),
          "%s takes 0 (a free port) to %d, not %d".formatted(option, MAX_PORT, value));
    }
    return value;
  }

  @Override
  public Integer call() throws Exception {
    ListenAddress address = ListenAddress.of(host, allowedHosts);
    System.err.print(options.ignoredVariables());
    ServeLog log = new ServeLog(System.out);
    LocalService service;
    try {
      service = LocalService.start(address, port, pagePort, options.settings(), log);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage() + " Choose another with --port or --host.", e);
    }
    System.out.print(
        instructions(
            address,
            allowedHosts,
            service.page().address(),
            service.deployment().server().endpoint(),
            options.out()));
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  System.out.print(stopped(log.counts(), options.out()));
                  ended.countDown();
                }));
    ended.await();
    return 0;
  }

  /** Returns what the command prints at its end: what it did, what remains and what is lost. */
  static String stopped(String counts, Path out) {
    return """

        Stopped after %s.
        The summaries stay in %s. The articles were in memory and are gone.
        """
        .formatted(counts, out);
  }

  /** Returns what the command prints: the addresses, and what it means if they are open. */
  static String instructions(
      ListenAddress address, List<String> allowedHosts, URI page, URI s3, Path out) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        Drop articles onto %1$s
        S3 listens on %2$s; for the AWS CLI and SDKs in another terminal:
          export AWS_ENDPOINT_URL_S3=%2$s AWS_REGION=%3$s
          export AWS_ACCESS_KEY_ID=%4$s AWS_SECRET_ACCESS_KEY=%5$s
          aws s3 cp article.html s3://%6$s/
        """
            .formatted(
                page,
                s3,
                LocalDeployment.REGION,
                LocalDeployment.ACCESS_KEY,
                LocalDeployment.SECRET_KEY,
                LocalDeployment.ARTICLES));
    for (String allowed : allowedHosts) {
      text.append("  and answers to http://%s:%d\n".formatted(allowed, s3.getPort()));
    }
    text.append(
        """
        Put articles into s3://%s; summaries appear in s3://%s and %s
        Objects are kept in memory: after a stop, only the files of that folder remain.
        """
            .formatted(LocalDeployment.ARTICLES, LocalDeployment.SUMMARIES, out));
    if (!address.isLoopback()) {
      text.append(
          """
          Warning: S3 and the page listen on %s, not only for this machine. Anyone on the network can
          read, change and delete the articles and summaries: there is no authentication.
          """
              .formatted(address));
    }
    return text.append("Press Ctrl-C to stop.\n").toString();
  }
}
