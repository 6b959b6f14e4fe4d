package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[caption id=\"a\" width=\"300\"]<img> The quay at dusk[/caption]It sank. | It sank.",
        "[vc_row][vc_column_text css=\"x\"]It sank.[/vc_column_text][/vc_row] | It sank.",
        "[quote]It sank.[/quote] | It sank.",
        "[url=https://example.com/a]It sank.[/url] | It sank.",
        "It sank.[gallery ids=\"1,2\"][gallery] | It sank.",
        "[dropcap]I[/dropcap]t [b]sank[/b]. | It sank.",
        "[su_spacer]It sank. | It sank.",
        "[embed]https://example.com/v[/embed]It sank. | It sank."
      })
  void removesTagsAndWhatIsNotText(String text, String kept) {
    assertEquals(kept, Shortcodes.remove(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said [sic] it sank.",
        "[The mayor] spoke; [the ferry] sank [1].",
        "The list [a, b] and [x = 1] stay.",
        "A bracket [that never closes",
        "An empty one [] and [/] and [/ no] stay.",
        "Nested [a [b] c] stays.",
        "No bracket at all."
      })
  void keepsBracketsOfProse(String text) {
    assertEquals(text, Shortcodes.remove(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[caption ", "[a]", "[caption][/b]", "[[/a]", "[a =", "[a b]"})
  void takesLinearTime(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> Shortcodes.remove(part.repeat(300_000)));
  }

  @Test
  void takesLinearTimeForManyNames() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      text.append("[a").append(i).append(']');
    }
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Shortcodes.remove(text.toString()));
  }
}
