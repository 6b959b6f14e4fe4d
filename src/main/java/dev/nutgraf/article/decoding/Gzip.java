package dev.nutgraf.article.decoding;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Expands gzip files (RFC 1952) of one or more members and verifies each checksum.
 *
 * <p>{@code GZIPInputStream} isn't used because it calls itself for every member: a file of a
 * million empty members overflows its stack.
 */
public final class Gzip {
  private static final int BUFFER = 1 << 16;
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final byte[] bytes;
  private final long maxBytes;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream expanded = new ByteArrayOutputStream(BUFFER);
  private int at;

  private Gzip(byte[] bytes, long maxBytes) {
    this.bytes = bytes;
    this.maxBytes = maxBytes;
  }

  /** Returns whether the bytes begin with the header of a gzip member. */
  public static boolean recognizes(byte[] bytes) {
    return memberAt(bytes, 0);
  }

  /**
   * Expands a gzip file.
   *
   * @throws ArticleRejectedException if the file is damaged or expands to more than {@code
   *     maxBytes} bytes
   */
  public static byte[] expand(byte[] bytes, long maxBytes) {
    return new Gzip(bytes, maxBytes).expand();
  }

  private static boolean memberAt(byte[] bytes, int at) {
    return bytes.length - at >= 3
        && bytes[at] == 0x1F
        && bytes[at + 1] == (byte) 0x8B
        && bytes[at + 2] == 8;
  }

  private byte[] expand() {
    Inflater inflater = new Inflater(true);
    try {
      // Bytes after the last member are ignored, as the gzip command does.
      do {
        skipHeader();
        inflater.reset();
        member(inflater);
      } while (memberAt(bytes, at));
    } catch (DataFormatException e) {
      throw damaged("its data is invalid near byte " + at);
    } finally {
      inflater.end();
    }
    return expanded.toByteArray();
  }

  private void skipHeader() {
    need(HEADER);
    int flags = bytes[at + 3];
    at += HEADER;
    if ((flags & RESERVED) != 0) {
      throw damaged("its header has unknown flags");
    }
    if ((flags & EXTRA) != 0) {
      need(2);
      int length = (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
      at += 2;
      need(length);
      at += length;
    }
    if ((flags & NAME) != 0) {
      skipString();
    }
    if ((flags & COMMENT) != 0) {
      skipString();
    }
    if ((flags & HEADER_CRC) != 0) {
      need(2);
      at += 2;
    }
  }

  private void skipString() {
    while (true) {
      need(1);
      if (bytes[at++] == 0) {
        return;
      }
    }
  }

  private void member(Inflater inflater) throws DataFormatException {
    CRC32 crc = new CRC32();
    inflater.setInput(bytes, at, bytes.length - at);
    while (!inflater.finished()) {
      int n = inflater.inflate(buffer);
      if (n == 0 && !inflater.finished()) {
        // The input has ended, or asks for a preset dictionary, which gzip lacks.
        throw damaged("it ends early");
      }
      if (expanded.size() + (long) n > maxBytes) {
        throw new ArticleRejectedException(
            Reason.TOO_LARGE,
            "The gzip stream expands to more than the accepted " + maxBytes + " bytes.");
      }
      crc.update(buffer, 0, n);
      expanded.write(buffer, 0, n);
    }
    long length = inflater.getBytesWritten();
    at = bytes.length - inflater.getRemaining();
    need(TRAILER);
    if (littleEndian(at) != (int) crc.getValue() || littleEndian(at + 4) != (int) length) {
      throw damaged("a checksum doesn't match");
    }
    at += TRAILER;
  }

  private int littleEndian(int from) {
    return (bytes[from] & 0xFF)
        | (bytes[from + 1] & 0xFF) << 8
        | (bytes[from + 2] & 0xFF) << 16
        | (bytes[from + 3] & 0xFF) << 24;
  }

  private void need(int count) {
    if (bytes.length - at < count) {
      throw damaged("it ends early");
    }
  }

  private static ArticleRejectedException damaged(String how) {
    return new ArticleRejectedException(
        Reason.BAD_ENCODING, "The gzip stream is damaged: " + how + ".");
  }
}
