package dev.nutgraf.local.s3;

import java.nio.ByteBuffer;

/** Immutable bytes, on the heap or outside it. Thread-safe. */
final class ObjectContent {
  static final ObjectContent EMPTY = of(new byte[0]);

  private final ByteBuffer buffer;

  /** Wraps the remaining bytes of a buffer, which must not be modified afterwards. */
  ObjectContent(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  /** Wraps bytes without copying them. */
  static ObjectContent of(byte[] bytes) {
    return new ObjectContent(ByteBuffer.wrap(bytes));
  }

  int size() {
    return buffer.remaining();
  }

  /** Returns a copy of all bytes. */
  byte[] bytes() {
    return bytes(0, size());
  }

  /** Returns a copy of the bytes from {@code start}, inclusive, to {@code end}, exclusive. */
  byte[] bytes(int start, int end) {
    byte[] bytes = new byte[end - start];
    buffer.get(buffer.position() + start, bytes);
    return bytes;
  }
}
