package dev.nutgraf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.summary.Document.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputKeysTest {
  private final OutputKeys keys = new OutputKeys("out/");

  @Test
  void appendsTheSuffixToTheWholeArticleKey() {
    assertEquals("out/news/a.txt.summary.txt", keys.of("news/a.txt", Kind.SUMMARY));
    assertEquals("out/news/a.txt.summary.html", keys.of("news/a.txt", Kind.PAGE));
    assertEquals("out/news/a.txt.metadata.json", keys.of("news/a.txt", Kind.METADATA));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void findsTheArticleOfEveryOutput(Kind kind) {
    assertEquals(Optional.of("news/a.txt"), keys.articleOf(keys.of("news/a.txt", kind)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "out/", "out/a.txt", "a.txt.summary.txt", "out/.summary.txt"})
  void findsNoArticleForAKeyThatIsNotAnOutputs(String key) {
    assertEquals(Optional.empty(), keys.articleOf(key));
  }

  @Test
  void fitsUntilTheLongestOutputKeyHas1024Bytes() {
    int longest = 1024 - "out/".length() - Kind.METADATA.suffix().length();
    assertTrue(keys.fit("k".repeat(longest)));
    assertFalse(keys.fit("k".repeat(longest + 1)));
  }

  @Test
  void countsBytesAndNotCharacters() {
    assertFalse(keys.fit("é".repeat(505)));
  }
}
