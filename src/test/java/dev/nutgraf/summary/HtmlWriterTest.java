package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlWriterTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "&, &amp;",
        "<, &lt;",
        ">, &gt;",
        "\", &quot;",
        "', &#39;",
        "`, &#96;",
      })
  void escapesEveryCharacterThatMarkupGivesAMeaning(String character, String escaped) {
    assertEquals(escaped, new HtmlWriter().text(character).toString());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "'1,000', 1000", "'12,345,678', 12345678"})
  void separatesThousandsByCommas(String expected, int number) {
    assertEquals(expected, new HtmlWriter().grouped(number).toString());
  }

  @Test
  void keepsEveryOtherCharacterAndCarriageReturns() {
    String text = "Größe\t漢字 \uD83C\uDF0A\r\nx";
    String html = new HtmlWriter().markup("<pre>").text(text).markup("</pre>").toString();
    assertEquals(text, Jsoup.parse(html).expectFirst("pre").wholeText());
  }

  @Test
  void replacesControlCharactersAndUnpairedSurrogates() {
    assertEquals(
        "a\uFFFDb\uFFFDc\uFFFDd\uFFFD",
        new HtmlWriter().text("a\u0000b\u0085c\uD83Cd\uDF0A").toString());
  }

  @Test
  void replacesHalfAPairAtTheEndOfARange() {
    String text = "a\uD83C\uDF0Ab";
    assertEquals("a\uFFFD", new HtmlWriter().text(text, 0, 2).toString());
    assertEquals("a\uD83C\uDF0A", new HtmlWriter().text(text, 0, 3).toString());
  }

  @Test
  void replacesBidirectionalControlsInIdentifiersOnly() {
    String text = "invoice\u202Egpj.exe\u2066\u200F\u061C";
    assertEquals(
        "invoice\uFFFDgpj.exe\uFFFD\uFFFD\uFFFD", new HtmlWriter().identifier(text).toString());
    assertEquals(text, new HtmlWriter().text(text).toString());
  }

  @Test
  void escapesIdentifiersToo() {
    assertEquals("a&lt;b", new HtmlWriter().identifier("a<b").toString());
  }

  @Test
  void writesMarkupAndNumbersUnchanged() {
    assertEquals("<b>42", new HtmlWriter().markup("<b>").number(42).toString());
  }
}
