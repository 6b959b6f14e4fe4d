package dev.nutgraf.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The function in a separate JVM, started as Lambda does: only Lambda's runtime client on the class
 * path, the unpacked package as task root, and only the given environment variables.
 */
public final class LocalFunction implements AutoCloseable {

  private final LocalRuntimeApi api;
  private final Process process;
  private final CompletableFuture<Void> ended;

  private LocalFunction(LocalRuntimeApi api, Process process) {
    this.api = api;
    this.process = process;
    this.ended = process.onExit().thenRun(api::close);
  }

  /**
   * Starts the function and returns immediately.
   *
   * @param taskRoot the unpacked package, Lambda's {@code /var/task}
   * @param handler the handler, {@code class::method}
   * @param environment the function's environment variables; Lambda's own are added
   * @param jvmOptions options of the JVM
   * @param log file for the function's output
   */
  public static LocalFunction start(
      Path taskRoot,
      String handler,
      Map<String, String> environment,
      List<String> jvmOptions,
      Path log) {
    List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return start(java, taskRoot, handler, environment, jvmOptions, log);
  }

  /**
   * Starts the function on a given JVM and returns immediately.
   *
   * @param java the command that starts the JVM, such as {@code taskset -c 1 /opt/jdk/bin/java}
   */
  public static LocalFunction start(
      List<String> java,
      Path taskRoot,
      String handler,
      Map<String, String> environment,
      List<String> jvmOptions,
      Path log) {
    LocalRuntimeApi api = LocalRuntimeApi.start();
    List<String> command = new ArrayList<>(java);
    command.addAll(jvmOptions);
    // The runtime client loads a native library, which newer JVMs warn about.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", runtimeClient(), AWSLambda.class.getName(), handler));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(taskRoot.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(lambdaEnvironment(taskRoot, handler, api.address()));
    builder.environment().putAll(environment);
    try {
      return new LocalFunction(api, builder.start());
    } catch (IOException e) {
      api.close();
      throw new UncheckedIOException("can't start " + command, e);
    }
  }

  /** Unpacks the function's zip into a folder. */
  public static void unpack(Path zip, Path folder) {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.write(target, entries.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't unpack " + zip, e);
    }
  }

  /** Invokes the function; canceled if the process ends before it replies. */
  public CompletableFuture<Reply> invoke(String event) {
    return api.invoke(event);
  }

  /** Completes when the function is initialized and requests its first event. */
  public CompletableFuture<Void> started() {
    return api.firstRequest();
  }

  /** The process's CPU time so far, with a resolution of 10 ms. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Ends the function. */
  @Override
  public void close() {
    process.destroyForcibly();
    ended.join();
  }

  private static Map<String, String> lambdaEnvironment(
      Path taskRoot, String handler, String runtimeApi) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    environment.put("_HANDLER", handler);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "nutgraf");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/nutgraf");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    environment.put("AWS_REGION", "us-east-1");
    environment.put("TZ", ":UTC");
    environment.put("LANG", "en_US.UTF-8");
    return environment;
  }

  /** The class path of the runtime client and its dependencies, from this JVM's class path. */
  private static String runtimeClient() {
    return Stream.of(
            AWSLambda.class, PojoSerializer.class, Context.class, SdkInternalThreadLocal.class)
        .map(LocalFunction::jarOf)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jarOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException(type + " comes from no jar");
    }
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the jar of " + type, e);
    }
  }
}
