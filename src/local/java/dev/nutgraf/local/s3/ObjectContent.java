package dev.nutgraf.local.s3;

import java.nio.ByteBuffer;

/** Bytes that never change, on the heap or outside of it. Thread-safe. */
final class ObjectContent {
  static final ObjectContent EMPTY = of(new byte[0]);

  private final ByteBuffer buffer;

  /** The bytes between the position and the limit of a buffer that nobody else writes to. */
  ObjectContent(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  /** Bytes on the heap; handed over, not copied. */
  static ObjectContent of(byte[] bytes) {
    return new ObjectContent(ByteBuffer.wrap(bytes));
  }

  int size() {
    return buffer.remaining();
  }

  /** A copy of all bytes. */
  byte[] bytes() {
    return bytes(0, size());
  }

  /** A copy of the bytes from {@code start}, inclusive, to {@code end}, exclusive. */
  byte[] bytes(int start, int end) {
    byte[] bytes = new byte[end - start];
    buffer.get(buffer.position() + start, bytes);
    return bytes;
  }
}
