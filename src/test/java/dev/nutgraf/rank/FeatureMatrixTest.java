package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
  private static final Model MODEL = Model.load();

  @Test
  void describesASentenceByItsPlaceAndShape() {
    FeatureMatrix features =
        features(
            "The council met. \u201cWe must act,\u201d Mayor Anna Berg said, \u201cand soon.\u201d");
    assertEquals(2, features.rows());
    assertEquals(1, features.get(1, Feature.POSITION));
    assertEquals(0.5f, features.get(1, Feature.RELATIVE_POSITION));
    assertEquals(1, features.get(1, Feature.OPENS_QUOTED));
    assertEquals(0, features.get(0, Feature.OPENS_QUOTED));
    assertTrue(features.get(1, Feature.QUOTED) > 0.3, "share quoted");
    assertEquals(1, features.get(1, Feature.SPEECH));
  }

  @Test
  void overlapsWhollyWithASentenceOfTheSameWords() {
    FeatureMatrix features =
        features("The harbor bridge closes. The harbor bridge closes! A school opens in Berlin.");
    double[][] overlaps = features.overlaps(new int[] {0, 1, 2});
    assertEquals(1, overlaps[0][1], 1e-6);
    assertTrue(overlaps[2][0] < 0.3, "different sentences");
    assertEquals(features.identity(0), features.identity(1));
  }

  @Test
  void countsPositionsOfALongTextBySegment() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("Sentence number ").append(i).append(" stands here. ");
    }
    FeatureMatrix features = features(text.toString());
    int starts = 0;
    for (int row = 0; row < features.rows(); row++) {
      starts += features.get(row, Feature.POSITION) == 0 ? 1 : 0;
    }
    assertEquals(3, starts);
  }

  @Test
  void isFiniteForAnyText() {
    Random random = new Random(13);
    String alphabet = "aB .!?:\n\"'(1,\u201cÉ漢\uD83D\uDE00-";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(300); i > 0; i--) {
        text.appendCodePoint(alphabet.codePointAt(random.nextInt(alphabet.length() - 1)));
      }
      FeatureMatrix features = features(text.toString());
      for (float value : features.values()) {
        assertTrue(Float.isFinite(value), () -> "for " + text);
      }
    }
  }

  private static FeatureMatrix features(String text) {
    return FeatureMatrix.of(Analyzed.text(text), MODEL.documentFrequencies(), MODEL.wordModel());
  }
}
