package dev.nutgraf.summary;

/**
 * Converts ascending positions in a string from UTF-16 units to Unicode code points, in one pass.
 */
final class CodePoints {
  private final String text;
  private int unit;
  private int codePoint;

  CodePoints(String text) {
    this.text = text;
  }

  /**
   * Returns the number of code points before a position.
   *
   * @param position in UTF-16 units, not less than in the call before
   */
  int at(int position) {
    codePoint += text.codePointCount(unit, position);
    unit = position;
    return codePoint;
  }
}
