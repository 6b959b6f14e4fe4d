package dev.nutgraf.article.decoding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Names what binary bytes look like, by the signatures that file formats begin with. */
final class FileSignature {
  /** Far enough for the signature of a tar archive, the one that does not stand in front. */
  private static final int HEAD = 265;

  private static final int SAMPLE = 1 << 14;
  private static final int DELETE = 0x7F;

  /** Switches the character set in ISO-2022 texts. */
  private static final int ESCAPE = 0x1B;

  /** Signature bytes as Latin-1 characters, and where they stand. */
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

  /** What the bytes look like if they are not text; empty if they may well be text. */
  static Optional<String> of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    for (Magic magic : KNOWN) {
      if (head.startsWith(magic.bytes(), magic.offset())
          && (magic.bytes().length() > 3 || controls(bytes) > 0)) {
        return Optional.of(magic.name());
      }
    }
    return Optional.empty();
  }

  /** Whether the bytes hold more control characters than a stray few in a text. */
  static boolean hasTooManyControls(byte[] bytes) {
    return controls(bytes) * 200L > Math.min(bytes.length, SAMPLE);
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
