package dev.nutgraf.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PrintableTest {
  @Test
  void showsControlCharactersWithoutTheirEffect() {
    assertEquals("\uFFFD[2J\uFFFD]0;title\uFFFD", Printable.of("\u001b[2J\u001b]0;title\u0007"));
    assertEquals("a\uFFFD31m\uFFFD\uFFFD", Printable.of("a\u009b31m\u0000\u007f"));
  }

  @Test
  void putsATextOnOneLine() {
    assertEquals("one two three", Printable.of("\n one\r\n\ttwo\u2028three \n"));
  }

  @Test
  void keepsTheDirectionOfTheLine() {
    assertEquals("abc txt.exe", Printable.of("abc \u202Etxt.exe\u202C\u2066\u2069"));
    assertEquals("\u05D0\u200F 1", Printable.of("\u05D0\u200F 1"));
  }

  @Test
  void leavesOtherTextAlone() {
    assertEquals("Ünïcode 🌊 東京", Printable.of("Ünïcode 🌊 東京"));
  }
}
