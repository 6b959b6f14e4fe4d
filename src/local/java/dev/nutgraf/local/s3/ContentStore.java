package dev.nutgraf.local.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the contents of objects outside the heap, in temporary files mapped into memory, so that an
 * S3 can hold more than its JVM. A file goes when the last content in it is garbage. Thread-safe.
 */
final class ContentStore {
  private static final int SEGMENT_BYTES = 16 << 20;

  private ByteBuffer segment = ByteBuffer.allocate(0);

  /** Keeps bytes. */
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

  private static ByteBuffer map(int bytes) {
    try {
      Path file = Files.createTempFile("nutgraf-s3-", ".tmp");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        // The mapping outlives the channel, and the file's name.
        return channel.map(MapMode.READ_WRITE, 0, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The local S3 cannot keep objects in the temporary folder.", e);
    }
  }
}
