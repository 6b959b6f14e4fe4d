package dev.nutgraf.chars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanitizerTest {
  private static final int TEXTS = 2_000;

  @Test
  void returnsASoundTextItself() {
    String sound = "Tabs\tand line ends\r\n\u0085 stay, as do 🌊, 議会 and é.";
    assertSame(sound, Sanitizer.sanitize(sound));
  }

  @ParameterizedTest
  @CsvSource({
    "0000, 0020",
    "0008, 0020",
    "000b, 000a",
    "000c, 000a",
    "001c, 0020",
    "007f, 0020",
    "0081, 0020",
    "0092, 2019",
    "0093, 201c",
    "0096, 2013",
    "009f, 0178",
    "d83c, fffd",
    "df0a, fffd"
  })
  void replacesOneCharacterByOne(String character, String replacement) {
    char replaced = (char) Integer.parseInt(character, 16);
    char by = (char) Integer.parseInt(replacement, 16);
    assertEquals("a" + by + "b", Sanitizer.sanitize("a" + replaced + "b"));
    assertEquals(String.valueOf(by), Sanitizer.sanitize(String.valueOf(replaced)));
  }

  @Test
  void keepsThePairOfThreeSurrogatesInARow() {
    assertEquals("🌊\uFFFD", Sanitizer.sanitize("🌊\uDF0A"));
    assertEquals("\uFFFD🌊", Sanitizer.sanitize("\uD83C🌊"));
  }

  @Test
  void makesAnyTextFitForUtf8WithItsLengthUnchanged() {
    Random random = new Random(1);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder any = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        boolean surrogate = random.nextInt(2) == 0;
        any.append((char) (surrogate ? 0xD800 + random.nextInt(0x800) : random.nextInt(0x120)));
      }
      String sound = Sanitizer.sanitize(any.toString());
      assertEquals(any.length(), sound.length());
      byte[] utf8 = sound.getBytes(StandardCharsets.UTF_8);
      assertEquals(sound, new String(utf8, StandardCharsets.UTF_8));
      assertEquals(0, sound.chars().filter(SanitizerTest::isForbidden).count());
      assertSame(sound, Sanitizer.sanitize(sound));
    }
  }

  private static boolean isForbidden(int c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != 0x85;
  }
}
