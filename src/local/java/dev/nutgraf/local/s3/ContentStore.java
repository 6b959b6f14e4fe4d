package dev.nutgraf.local.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Stores the contents of objects outside the heap, in memory-mapped temporary files, so that a
 * server can hold more than its heap. A file is unmapped when the last content in it is garbage.
 * Thread-safe.
 */
final class ContentStore {
  private static final int SEGMENT_BYTES = 16 << 20;
  private static final int RESERVE_BYTES = 1 << 16;

  private final Path folder;
  private ByteBuffer segment = ByteBuffer.allocate(0);

  /** Creates a store whose files are in a folder. */
  ContentStore(Path folder) {
    this.folder = folder;
  }

  /** Returns a copy of the content in the store. */
  synchronized ObjectContent keep(ObjectContent content) {
    int size = content.size();
    if (size > segment.remaining()) {
      if (size > SEGMENT_BYTES / 4) {
        return new ObjectContent(map(size).put(content.bytes()).flip());
      }
      segment = map(SEGMENT_BYTES);
    }
    ByteBuffer place = segment.slice(segment.position(), size);
    segment.position(segment.position() + size);
    return new ObjectContent(place.put(content.bytes()).flip());
  }

  private ByteBuffer map(int bytes) {
    try {
      Path file = Files.createTempFile(folder, "nutgraf-s3-", ".tmp");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        reserve(channel, bytes);
        // The mapping outlives the channel and the deleted file.
        return channel.map(MapMode.READ_WRITE, 0, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The local S3 can't write to the temporary folder %s; free some space or set"
                  .formatted(folder)
              + " -Djava.io.tmpdir.",
          e);
    }
  }

  /** Allocates the space: a mapping without it would lose its bytes on a full disk. */
  static void reserve(WritableByteChannel channel, int bytes) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(RESERVE_BYTES);
    for (int left = bytes; left > 0; ) {
      zeros.clear().limit(Math.min(left, RESERVE_BYTES));
      left -= channel.write(zeros);
    }
  }
}
