package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CodePointsTest {
  @Test
  void countsASurrogatePairOnce() {
    CodePoints codePoints = new CodePoints("a\uD83C\uDF0Ab");
    assertEquals(0, codePoints.at(0));
    assertEquals(1, codePoints.at(1));
    assertEquals(2, codePoints.at(3));
    assertEquals(3, codePoints.at(4));
  }

  @Test
  void answersTheSamePositionTwice() {
    CodePoints codePoints = new CodePoints("\uD83C\uDF0A");
    assertEquals(1, codePoints.at(2));
    assertEquals(1, codePoints.at(2));
  }
}
