package dev.nutgraf.article.decoding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes binary files by the signatures of their formats and by control characters.
 *
 * <p>A signature of up to three bytes may also begin a text ({@code BZh}, {@code ID3}); it counts
 * only if the file has control characters.
 */
final class FileSignature {
  /** Bytes searched for signatures; that of a tar archive ends last. */
  private static final int HEAD = 265;

  /** Bytes in which control characters are counted. */
  private static final int SAMPLE = 1 << 14;

  /** Signatures up to this length occur in text. */
  private static final int MAX_AMBIGUOUS_LENGTH = 3;

  /** Text has at most one control character in this many bytes. */
  private static final long BYTES_PER_CONTROL = 200;

  private static final int DELETE = 0x7F;
  private static final int EBCDIC_SPACE = 0x40;

  /** Text has at least one space in this many characters. */
  private static final int MAX_WORD = 15;

  /** Switches the character set in ISO-2022 text. */
  private static final int ESCAPE = 0x1B;

  /** Signature bytes as Latin-1 characters, their offset, and the name for messages. */
  private record Magic(int offset, String bytes, String name) {}

  private static final List<Magic> KNOWN =
      List.of(
          new Magic(0, "\u00FF\u00D8\u00FF", "a JPEG picture"),
          new Magic(0, "\u0089PNG\r\n", "a PNG picture"),
          new Magic(0, "GIF87a", "a GIF picture"),
          new Magic(0, "GIF89a", "a GIF picture"),
          new Magic(8, "WEBP", "a WebP picture"),
          new Magic(0, "II*\0", "a TIFF picture"),
          new Magic(0, "MM\0*", "a TIFF picture"),
          new Magic(4, "ftypavif", "an AVIF picture"),
          new Magic(4, "ftyphei", "a HEIF picture"),
          new Magic(0, "\0\0\u0001\0", "an icon"),
          new Magic(0, "%PDF-", "a PDF document"),
          new Magic(0, "{\\rtf", "an RTF document"),
          new Magic(0, "%!PS", "a PostScript document"),
          new Magic(30, "mimetypeapplication/epub+zip", "an EPUB book"),
          new Magic(30, "mimetypeapplication/vnd.oasis", "an OpenDocument file"),
          new Magic(30, "[Content_Types].xml", "a Microsoft Office document (DOCX, XLSX, PPTX)"),
          new Magic(0, "PK\u0003\u0004", "a ZIP archive or a document packed as one (DOCX, EPUB)"),
          new Magic(0, "PK\u0005\u0006", "an empty ZIP archive"),
          new Magic(0, "\u00D0\u00CF\u0011\u00E0", "an old Microsoft Office document (DOC, XLS)"),
          new Magic(0, "\u001F\u008B", "a gzip stream within a gzip stream"),
          new Magic(0, "BZh", "a bzip2 stream"),
          new Magic(0, "\u00FD7zXZ", "an xz stream"),
          new Magic(0, "(\u00B5/\u00FD", "a Zstandard stream"),
          new Magic(0, "7z\u00BC\u00AF", "a 7-Zip archive"),
          new Magic(0, "Rar!\u001A", "a RAR archive"),
          new Magic(257, "ustar", "a tar archive"),
          new Magic(0, "\u007FELF", "an ELF program"),
          new Magic(0, "MZ\u0090\0", "a Windows program"),
          new Magic(0, "\u00CA\u00FE\u00BA\u00BE", "a Java class file or macOS program"),
          new Magic(0, "\u00CF\u00FA\u00ED\u00FE", "a macOS program"),
          new Magic(0, "\0asm", "a WebAssembly module"),
          new Magic(4, "ftyp", "an MP4 or QuickTime video"),
          new Magic(0, "\u001AE\u00DF\u00A3", "a Matroska or WebM video"),
          new Magic(8, "AVI ", "an AVI video"),
          new Magic(8, "WAVE", "a WAV recording"),
          new Magic(0, "ID3", "an MP3 recording"),
          new Magic(0, "OggS", "an Ogg recording"),
          new Magic(0, "fLaC", "a FLAC recording"),
          new Magic(0, "SQLite format 3\0", "an SQLite database"),
          new Magic(0, "PAR1", "a Parquet file"),
          new Magic(0, "wOF", "a web font"),
          new Magic(0, "bplist00", "a binary property list"));

  private FileSignature() {}

  /** Returns the name of a binary format, with its article; empty if the bytes may be text. */
  static Optional<String> of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    for (Magic magic : KNOWN) {
      if (head.startsWith(magic.bytes(), magic.offset())
          && (magic.bytes().length() > MAX_AMBIGUOUS_LENGTH || controls(bytes) > 0)) {
        return Optional.of(magic.name());
      }
    }
    // Readers accept a PDF after a byte order mark or blank lines.
    return head.replace("\u00EF\u00BB\u00BF", "").stripLeading().startsWith("%PDF-")
        ? Optional.of("a PDF document")
        : Optional.empty();
  }

  /** Returns whether the bytes have more control characters than text does. */
  static boolean hasTooManyControls(byte[] bytes) {
    return controls(bytes) * BYTES_PER_CONTROL > Math.min(bytes.length, SAMPLE);
  }

  /**
   * Returns whether the bytes are text in EBCDIC, the character sets of mainframes: 0x40 is the
   * space, which is the at sign elsewhere, and all letters are above 0x80.
   */
  static boolean isEbcdic(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE);
    int spaces = 0;
    int letters = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      spaces += b == EBCDIC_SPACE ? 1 : 0;
      letters += (b >= 0x81 && b <= 0xA9) || (b >= 0xC1 && b <= 0xE9) ? 1 : 0;
    }
    return spaces * MAX_WORD > length && letters * 2 > length;
  }

  private static int controls(byte[] bytes) {
    int controls = 0;
    for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
      int b = bytes[i] & 0xFF;
      boolean layout = (b >= '\t' && b <= '\r') || b == ESCAPE;
      if ((b < ' ' && !layout) || b == DELETE) {
        controls++;
      }
    }
    return controls;
  }
}
