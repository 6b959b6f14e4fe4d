package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Block;
import dev.nutgraf.summary.Excerpt.Range;
import dev.nutgraf.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final int LENGTH = 2 * Excerpt.MAX_WHOLE;
  private static final String LONG = "x".repeat(LENGTH);

  @Test
  void showsAnArticleUpToTheLimitAsAWhole() {
    String text = "x".repeat(Excerpt.MAX_WHOLE);
    assertEquals(
        List.of(new Range(0, text.length())), Excerpt.of(text, List.of(sentence(5, 9))).ranges());
  }

  @Test
  void showsTheBeginningAndTheSurroundingsOfADistantSentence() {
    List<Range> ranges = Excerpt.of(LONG, List.of(sentence(600_000, 600_100))).ranges();
    assertEquals(2, ranges.size());
    assertEquals(0, ranges.get(0).start());
    assertTrue(ranges.get(1).start() < 600_000 && ranges.get(1).end() > 600_100, ranges.toString());
    assertTrue(ranges.get(1).end() - ranges.get(1).start() < 10_000, ranges.toString());
  }

  @Test
  void joinsRangesThatOverlap() {
    assertEquals(
        1, Excerpt.of(LONG, List.of(sentence(100, 200), sentence(21_000, 21_100))).ranges().size());
    assertEquals(
        2,
        Excerpt.of(LONG, List.of(sentence(600_000, 600_100), sentence(601_000, 601_100)))
            .ranges()
            .size());
  }

  @Test
  void endsWithTheArticle() {
    List<Range> ranges = Excerpt.of(LONG, List.of(sentence(LENGTH - 50, LENGTH))).ranges();
    assertEquals(LENGTH, ranges.get(1).end());
  }

  @Test
  void boundsASentenceWithoutEnd() {
    List<Range> ranges = Excerpt.of(LONG, List.of(sentence(0, LENGTH))).ranges();
    assertTrue(ranges.get(0).end() < 50_000, ranges.toString());
  }

  @Test
  void splitsNoSurrogatePair() {
    for (String text :
        List.of("\uD83C\uDF0A".repeat(LENGTH / 2), "x" + "\uD83C\uDF0A".repeat(LENGTH / 2))) {
      for (Range range : Excerpt.of(text, List.of(sentence(600_000, 600_001))).ranges()) {
        assertFalse(Character.isLowSurrogate(text.charAt(range.start())), range.toString());
        assertFalse(Character.isHighSurrogate(text.charAt(range.end() - 1)), range.toString());
      }
    }
  }

  private static Sentence sentence(int start, int end) {
    return new Sentence(start, end, new Block(0, LENGTH, Block.Role.PARAGRAPH));
  }
}
