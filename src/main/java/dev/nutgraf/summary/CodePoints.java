package dev.nutgraf.summary;

/** Converts rising positions in a string from UTF-16 units to Unicode code points, in one pass. */
final class CodePoints {
  private final String text;
  private int unit;
  private int codePoint;

  CodePoints(String text) {
    this.text = text;
  }

  /**
   * The number of code points before the position, which must not lie before the last one asked.
   */
  int at(int position) {
    codePoint += text.codePointCount(unit, position);
    unit = position;
    return codePoint;
  }
}
