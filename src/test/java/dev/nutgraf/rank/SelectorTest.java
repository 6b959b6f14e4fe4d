package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class SelectorTest {
  private static final FeatureMatrix FEATURES =
      features(
          """
          The city council voted on Monday to close the harbor bridge.
          Engineers had found cracks in its steel.
          He said that this was the only way left open to him.
          The city council voted on Monday to close the old harbor bridge.
          Shop owners in the old town fear for their customers.
          """);

  @Test
  void takesTheBestInTextOrder() {
    assertArrayEquals(new int[] {0, 4}, choose(2, 2, 1, 0, 0, 3));
  }

  @Test
  void leavesOutARepetition() {
    assertArrayEquals(new int[] {0, 1}, choose(2, 2, 0.5, 0, 1.9, 0));
  }

  @Test
  void choosesASentenceWithTheOneItRefersToOrNotAtAll() {
    assertArrayEquals(new int[] {0, 4}, choose(2, 2, 0, 1.1, 0, 1));
    assertArrayEquals(new int[] {1, 2}, choose(2, 0, 2, 1.1, 0, 1));
    assertArrayEquals(new int[] {1, 2}, choose(2, 0, 0, 5, 0, 1));
  }

  @Test
  void takesTheBestSetThatFitsIntoWordsOrCharacters() {
    double[] scores = {3, 1, 0, 0, 2.5};
    assertArrayEquals(new int[] {0, 4}, limited(new SummaryLength(3, 21, 0), scores));
    assertArrayEquals(new int[] {0}, limited(new SummaryLength(3, 12, 0), scores));
    assertArrayEquals(new int[] {1}, limited(new SummaryLength(3, 8, 0), scores));
    assertArrayEquals(new int[] {1, 4}, limited(new SummaryLength(3, 0, 96), 0, 3, 0, 0, 3));
  }

  @Test
  void takesTheShortestSentenceIfNoneFits() {
    assertArrayEquals(new int[] {1}, limited(new SummaryLength(3, 1, 0), 3, 1, 0, 0, 2));
    assertArrayEquals(new int[] {1}, limited(new SummaryLength(3, 0, 1), 3, 1, 0, 0, 2));
  }

  @Test
  void prefersTheEarlierOfEquals() {
    assertArrayEquals(new int[] {0}, choose(1, 1, 1, 1, 1, 1));
  }

  private static int[] choose(int count, double... scores) {
    return Selector.choose(
        FEATURES, scores, new Prices(1, 3, 0, 0, 0, 0, 0), SummaryLength.ofSentences(count));
  }

  private static int[] limited(SummaryLength length, double... scores) {
    return Selector.choose(FEATURES, scores, new Prices(1, 6, 0, 0, 0, 0, 0), length);
  }

  private static FeatureMatrix features(String text) {
    Model model = Model.load();
    return FeatureMatrix.of(Analyzed.text(text), model.documentFrequencies(), model.wordModel());
  }
}
