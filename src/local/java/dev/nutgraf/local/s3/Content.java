package dev.nutgraf.local.s3;

import java.nio.ByteBuffer;

/** Bytes that never change, on the heap or outside of it. Thread-safe. */
final class Content {
  static final Content EMPTY = of(new byte[0]);

  private final ByteBuffer buffer;

  /** The bytes between the position and the limit of a buffer that nobody else writes to. */
  Content(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  /** Bytes on the heap; handed over, not copied. */
  static Content of(byte[] bytes) {
    return new Content(ByteBuffer.wrap(bytes));
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
