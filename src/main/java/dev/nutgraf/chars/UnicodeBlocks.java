package dev.nutgraf.chars;

/** The blocks of scripts whose sentences have rules of their own. */
public final class UnicodeBlocks {
  private UnicodeBlocks() {}

  public static boolean isGreek(char c) {
    return (c >= 0x370 && c <= 0x3FF) || (c >= 0x1F00 && c <= 0x1FFF);
  }

  public static boolean isArmenian(char c) {
    return c >= 0x531 && c <= 0x58A;
  }

  /** Returns whether the character is of a Brahmic script, from Devanagari to Sinhala. */
  public static boolean isIndic(char c) {
    return c >= 0x900 && c <= 0xDFF;
  }

  /** Returns whether the character is a syllable or mark of Ethiopic. */
  public static boolean isEthiopic(char c) {
    return c >= 0x1200 && c <= 0x135A;
  }

  public static boolean isHiragana(char c) {
    return c >= 0x3041 && c <= 0x309F;
  }

  /** Returns whether the character is a letter or mark of Chinese, Japanese or Korean. */
  public static boolean isEastAsian(char c) {
    return (c >= 0x3000 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || c >= 0xFF00;
  }
}
