package dev.nutgraf.article.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf16Test {
  private static final String ENGLISH = "The ferry left the harbor an hour late.";
  private static final String JAPANESE = "船は月曜日の朝、一時間遅れて出発した。";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void tellsTheByteOrderWithoutAMark(String name) {
    Charset charset = Charset.forName(name);
    assertEquals(Optional.of(charset), Utf16.recognize(ENGLISH.getBytes(charset)));
    assertEquals(Optional.of(charset), Utf16.recognize(JAPANESE.getBytes(charset)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "Shift_JIS", "EUC-JP"})
  void recognizesNoOtherCharacterSet(String name) {
    Charset charset = Charset.forName(name);
    assertEquals(Optional.empty(), Utf16.recognize((ENGLISH + "!").getBytes(charset)));
    assertEquals(Optional.empty(), Utf16.recognize((JAPANESE + JAPANESE).getBytes(charset)));
  }

  @Test
  void recognizesNothingInAnOddNumberOfBytes() {
    byte[] bytes = (ENGLISH + "x").getBytes(StandardCharsets.UTF_16LE);
    assertEquals(Optional.empty(), Utf16.recognize(Arrays.copyOf(bytes, bytes.length - 1)));
    assertEquals(Optional.empty(), Utf16.recognize(new byte[0]));
  }

  @Test
  void tellsAsciiFromUtf16OfAsciiText() {
    assertTrue(Utf16.isAscii(ENGLISH.getBytes(StandardCharsets.US_ASCII)));
    assertFalse(Utf16.isAscii(ENGLISH.getBytes(StandardCharsets.UTF_16LE)));
  }
}
