package dev.nutgraf.chars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u2600", // sun
        "\u2704", // scissors
        "\u2708", // airplane
        "\u2712", // pen
        "\u2728", // sparkles
        "\u2764\uFE0F", // heart with a variation selector
        "\u2B50", // star
        "\uD83D\uDE42", // smile
        "\uD83C\uDDEB\uD83C\uDDF7", // flag
        "\uD83D\uDC69\u200D\uD83D\uDE80", // joined: woman, rocket
      })
  void skipsAPictureWithItsModifiers(String picture) {
    assertEquals(picture.length(), Emoji.skip(picture + " text", 0, picture.length() + 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\u2022",
        "\u25B6", // bullet, triangle
        "\u2705",
        "\u2713",
        "\u2714",
        "\u27A1", // check marks, arrow
        "\u2765",
        "\u2B06",
        "\uFE0F",
        "\u200D",
        "\u4E2D", // modifiers alone, a Han character
        "\uD834\uDD1E",
        "\uD840\uDC00", // beyond the pictures' planes: a clef, a rare Han character
      })
  void skipsNothingElse(String text) {
    assertEquals(0, Emoji.skip(text, 0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void staysWithinTheEnd(int end) {
    assertEquals(0, Emoji.skip("\uD83D\uDE42", 0, end));
  }
}
