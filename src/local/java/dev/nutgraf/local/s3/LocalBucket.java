package dev.nutgraf.local.s3;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A bucket. Reads never see partial objects. A write checks its conditions, takes effect and gets
 * its sequencer atomically.
 */
final class LocalBucket {

  /** Keys are sorted by their UTF-8 bytes, which is by their code points. */
  static final Comparator<String> KEY_ORDER = LocalBucket::compareCodePoints;

  private final String name;
  private final ContentStore contents;
  private final InstantSource clock;
  private final Consumer<ObjectEvent> events;
  private final Instant created;
  private final NavigableMap<String, LocalObject> objects = new ConcurrentSkipListMap<>(KEY_ORDER);
  private final Map<String, MultipartUpload> uploads = new ConcurrentHashMap<>();
  private final AtomicLong sequence;
  private Optional<FolderMirror> mirror = Optional.empty();

  LocalBucket(
      String name, ContentStore contents, InstantSource clock, Consumer<ObjectEvent> events) {
    this.name = name;
    this.contents = contents;
    this.clock = clock;
    this.events = events;
    this.created = now();
    // Starts above earlier runs, so that events of two runs are ordered.
    this.sequence = new AtomicLong(clock.millis() << 20);
  }

  Instant created() {
    return created;
  }

  /** The current time in whole seconds, as S3 stores it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  boolean isEmpty() {
    return objects.isEmpty();
  }

  LocalObject get(String key) {
    return find(key).orElseThrow(S3Exception::noSuchKey);
  }

  ListQuery.Page list(ListQuery query) {
    return query.page(objects);
  }

  /**
   * Writes an object.
   *
   * @throws S3Exception if the conditions fail
   */
  void put(String key, LocalObject object, Conditions conditions, ObjectEvent.Type type) {
    ObjectEvent event;
    synchronized (this) {
      conditions.checkWrite(find(key));
      mirror.ifPresent(folder -> folder.write(key, object.content().bytes()));
      objects.put(key, object.keptIn(contents));
      event = event(type, key, object.content().size(), object.plainETag());
    }
    events.accept(event);
  }

  /**
   * Removes an object if it exists.
   *
   * @throws S3Exception if the conditions fail
   */
  void delete(String key, Conditions conditions) {
    ObjectEvent event;
    synchronized (this) {
      Optional<LocalObject> present = find(key);
      conditions.checkWrite(present);
      if (present.isEmpty()) {
        return;
      }
      mirror.ifPresent(folder -> folder.delete(key));
      objects.remove(key);
      event = event(ObjectEvent.Type.REMOVED, key, 0, "");
    }
    events.accept(event);
  }

  /** Mirrors all objects, existing and future ones, into a folder. */
  synchronized void mirrorTo(Path folder) {
    FolderMirror added = new FolderMirror(folder);
    objects.forEach((key, object) -> added.write(key, object.content().bytes()));
    mirror = Optional.of(added);
  }

  /** Returns the file that mirrors an object; empty if there is none. */
  synchronized Optional<Path> mirrored(String key) {
    return mirror.flatMap(folder -> folder.file(key));
  }

  void begin(MultipartUpload upload) {
    uploads.put(upload.id(), upload);
  }

  MultipartUpload upload(String id, String key) {
    MultipartUpload upload = uploads.get(id);
    if (upload == null || !upload.key().equals(key)) {
      throw new S3Exception(404, "NoSuchUpload", "The specified upload does not exist.");
    }
    return upload;
  }

  void end(MultipartUpload upload) {
    uploads.remove(upload.id());
  }

  private static int compareCodePoints(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        // A surrogate is half of a code point above all code points of one char.
        int halves = Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right));
        return halves != 0 ? halves : Character.compare(left, right);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private Optional<LocalObject> find(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  private ObjectEvent event(ObjectEvent.Type type, String key, long size, String eTag) {
    String sequencer = String.format("%018X", sequence.incrementAndGet());
    return new ObjectEvent(type, name, key, size, eTag, sequencer, clock.instant());
  }
}
