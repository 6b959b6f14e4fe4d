package dev.nutgraf.article.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSignatureTest {
  @ParameterizedTest
  @CsvSource({
    "'\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF', a JPEG picture",
    "'\u0089PNG\r\n\u001A\n\0\0', a PNG picture",
    "'%PDF-1.7\n%\u00E2\u00E3', a PDF document",
    "'\u007FELF\u0002\u0001\u0001\0', an ELF program",
    "'\u00CA\u00FE\u00BA\u00BE\0\0\0=', a Java class file or macOS program",
    "'\0\0\0\u0018ftypmp42\0', an MP4 or QuickTime video",
    "'\0\0\0\u0018ftypavif\0', an AVIF picture",
    "'{\\rtf1\\ansi', an RTF document",
    "'PK\u0003\u0004\u0014\0\0\0\b\0', 'a ZIP archive or a document packed as one (DOCX, EPUB)'",
  })
  void namesAFileByItsFirstBytes(String head, String name) {
    assertEquals(Optional.of(name), FileSignature.of(latin1(head)));
  }

  @Test
  void namesATarArchiveByTheSignatureBehindItsFirstHeader() {
    assertEquals(
        Optional.of("a tar archive"),
        FileSignature.of(latin1("a.txt" + "\0".repeat(252) + "ustar")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BZh is short for a name.", "ID3 tags explained", "wOF", "", "P"})
  void takesAShortSignatureInTextForText(String text) {
    assertEquals(Optional.empty(), FileSignature.of(latin1(text)));
  }

  @Test
  void acceptsAFewStrayControlCharacters() {
    assertFalse(FileSignature.hasTooManyControls(latin1("\0" + "a".repeat(199))));
    assertTrue(FileSignature.hasTooManyControls(latin1("\0\0" + "a".repeat(198))));
  }

  @Test
  void acceptsLineEndsTabsAndEscapeSequences() {
    assertFalse(FileSignature.hasTooManyControls(latin1("\t\n\u000B\f\r\u001B")));
  }

  @Test
  void findsTooManyControlCharactersInNoise() {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    assertTrue(FileSignature.hasTooManyControls(noise));
  }

  private static byte[] latin1(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }
}
