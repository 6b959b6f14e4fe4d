package dev.nutgraf.local.s3;

import com.sun.net.httpserver.HttpServer;
import dev.nutgraf.local.http.ListenAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An S3 server, on loopback by default: the operations of {@link S3Operation}, path style, with
 * objects in temporary files. A test suite that runs against any S3 checks its behavior, including
 * conditional writes under concurrency.
 *
 * <p>Any access key is accepted and no signature is checked. Versions, tags, access control and
 * storage classes aren't supported; such a request fails with {@code NotImplemented}.
 */
public final class LocalS3 implements AutoCloseable {
  /** The folder, inside that of a mirrored bucket, of the objects whose keys can't be paths. */
  public static final String HASHED_KEYS = FolderMirror.ODD;

  private final HttpServer server;
  private final ListenAddress address;
  private final ExecutorService threads;
  private final List<Consumer<ObjectEvent>> listeners = new CopyOnWriteArrayList<>();
  private final RequestLog requests = new RequestLog();
  private final BucketOperations buckets;
  private volatile Function<S3Call, Optional<Fault>> faults = call -> Optional.empty();

  private LocalS3(HttpServer server, ListenAddress address, InstantSource clock) {
    this.server = server;
    this.address = address;
    this.threads = threadPool();
    ContentStore contents = new ContentStore(Path.of(System.getProperty("java.io.tmpdir", ".")));
    this.buckets =
        new BucketOperations(name -> new LocalBucket(name, contents, clock, this::publish));
    server.setExecutor(threads);
    server.createContext(
        "/", new S3Handler(operations(), call -> faults.apply(call), requests, address));
  }

  /** Starts on a free port. */
  public static LocalS3 start() {
    return start(0);
  }

  /**
   * Starts on a port.
   *
   * @param port the port; or 0 for a free one
   * @throws UncheckedIOException if the port is taken
   */
  public static LocalS3 start(int port) {
    return start(ListenAddress.LOOPBACK, port);
  }

  /**
   * Starts on a port of an address. Whoever reaches an address other than loopback can read and
   * change the objects.
   *
   * @throws UncheckedIOException if the port is taken or the address isn't this machine's
   */
  public static LocalS3 start(ListenAddress address, int port) {
    return start(address, port, InstantSource.system());
  }

  /**
   * Starts with the clock for times of modification and events.
   *
   * @throws UncheckedIOException if the port is taken or the address isn't this machine's
   */
  public static LocalS3 start(ListenAddress address, int port, InstantSource clock) {
    LocalS3 server = bind(address, port, clock);
    server.open();
    return server;
  }

  /**
   * Takes a port of an address. Connections wait until {@link #open}, so that no request comes
   * before the buckets and listeners that it needs.
   *
   * @throws UncheckedIOException if the port is taken or the address isn't this machine's
   */
  public static LocalS3 bind(ListenAddress address, int port) {
    return bind(address, port, InstantSource.system());
  }

  private static LocalS3 bind(ListenAddress address, int port, InstantSource clock) {
    // Read once by the server; without it, the second packet of a response is delayed by 40 ms.
    setDefault("sun.net.httpserver.nodelay", "true");
    // Read once too: closes connections whose request hasn't arrived after this time in seconds.
    setDefault("sun.net.httpserver.maxReqTime", "300");
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(address.address(), port), 0);
      return new LocalS3(server, address, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "S3 can't listen on %s:%d: %s.".formatted(address, port, reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    return String.valueOf(e.getMessage()).contains("in use")
        ? "another program uses this port"
        : "this machine doesn't have the address (" + e.getMessage() + ")";
  }

  /** Starts to answer requests. */
  public void open() {
    server.start();
  }

  /** The endpoint for clients on this machine, such as {@code http://127.0.0.1:9000}. */
  public URI endpoint() {
    return URI.create("http://" + address.urlHost() + ":" + server.getAddress().getPort());
  }

  /**
   * Creates an empty bucket.
   *
   * @throws IllegalArgumentException if the name is taken or invalid
   */
  public void createBucket(String name) {
    try {
      buckets.create(name);
    } catch (S3Exception e) {
      throw new IllegalArgumentException("bucket " + name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Mirrors a bucket into a folder: existing objects now, others as they are written. A file's path
   * is its key if the key is a valid path; otherwise the file is in {@code %odd}. Other files in
   * the folder stay, unless they have an object's name.
   *
   * @throws IllegalArgumentException if there is no such bucket
   * @throws UncheckedIOException if a file cannot be written
   */
  public void mirror(String bucket, Path folder) {
    try {
      buckets.bucket(bucket).mirrorTo(folder);
    } catch (S3Exception e) {
      throw new IllegalArgumentException("bucket " + bucket + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns the file that mirrors an object; empty if there is none.
   *
   * @throws IllegalArgumentException if there is no such bucket
   */
  public Optional<Path> mirrored(String bucket, String key) {
    try {
      return buckets.bucket(bucket).mirrored(key);
    } catch (S3Exception e) {
      throw new IllegalArgumentException("bucket " + bucket + ": " + e.getMessage(), e);
    }
  }

  /**
   * Adds a listener for objects written and removed. It is called after the change and before the
   * response, on the thread of the request; it must be quick and must not throw. Events of one key
   * may arrive out of order; their sequencers order them.
   */
  public void onObjectEvent(Consumer<ObjectEvent> listener) {
    listeners.add(listener);
  }

  /** Sets the function that decides for every request whether a fault is injected. */
  public void injectFaults(Function<S3Call, Optional<Fault>> faults) {
    this.faults = Objects.requireNonNull(faults);
  }

  /** The requests so far. */
  public RequestLog requests() {
    return requests;
  }

  /** Stops immediately and discards the objects. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void publish(ObjectEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  private Function<S3Request, S3Response> operations() {
    ObjectOperations objects = new ObjectOperations(buckets::bucket);
    MultipartOperations multipart = new MultipartOperations(buckets::bucket);
    return request ->
        switch (request.call().operation()) {
          case LIST_BUCKETS -> buckets.listBuckets();
          case CREATE_BUCKET -> buckets.createBucket(request);
          case HEAD_BUCKET -> buckets.headBucket(request);
          case DELETE_BUCKET -> buckets.deleteBucket(request);
          case LIST_OBJECTS_V2 -> buckets.listObjects(request);
          case DELETE_OBJECTS -> buckets.deleteObjects(request);
          case PUT_OBJECT -> objects.put(request);
          case COPY_OBJECT -> objects.copy(request);
          case GET_OBJECT, HEAD_OBJECT -> objects.get(request);
          case DELETE_OBJECT -> objects.delete(request);
          case CREATE_MULTIPART_UPLOAD -> multipart.create(request);
          case UPLOAD_PART -> multipart.uploadPart(request);
          case UPLOAD_PART_COPY -> multipart.uploadPartCopy(request);
          case COMPLETE_MULTIPART_UPLOAD -> multipart.complete(request);
          case ABORT_MULTIPART_UPLOAD -> multipart.abort(request);
        };
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Returns a thread for every request in progress: a client that stops in the middle of a request
   * keeps its thread, and must not keep that of another client.
   */
  private static ExecutorService threadPool() {
    AtomicInteger count = new AtomicInteger();
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "local-s3-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
