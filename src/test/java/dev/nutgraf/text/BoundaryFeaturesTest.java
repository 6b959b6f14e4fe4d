package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.lexicon.Lexicons;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BoundaryFeaturesTest {
  private final Lexicons lexicons = new Lexicons();

  private int[] features(String language, BoundaryKind kind, String before, String after) {
    String text = before + " " + after;
    BoundaryFeatures features = new BoundaryFeatures(text, lexicons.get(language));
    features.enter(0, text.length());
    int[] out = new int[BoundaryFeatures.COUNT];
    features.extract(kind, 0, before.length(), before.length() + 1, out);
    return out;
  }

  @Test
  void areBelowTheSizeOfTheFeatureSpace() {
    for (BoundaryKind kind : BoundaryKind.values()) {
      for (int feature : features("en", kind, "He left the U.S.", "“Why?” she asked. 5 times")) {
        assertTrue(feature >= 0 && feature < BoundaryFeatures.SPACE, kind + " " + feature);
      }
    }
  }

  @Test
  void dependOnTheTextAroundTheBoundaryAndNotFarFromIt() {
    String before = "x".repeat(500) + " the long sentence ends";
    String after = "then another one starts " + "y".repeat(500);
    int[] base = features("en", BoundaryKind.NO_TERMINATOR, before, after);
    assertArrayEquals(
        base, features("en", BoundaryKind.NO_TERMINATOR, "xx" + before, after + "yy"));
    assertFalse(
        Arrays.equals(
            base, features("en", BoundaryKind.NO_TERMINATOR, before, "T" + after.substring(1))));
  }

  @Test
  void differByKindAndByLanguage() {
    int[] base = features("en", BoundaryKind.ELLIPSIS, "Well...", "now");
    assertFalse(Arrays.equals(base, features("en", BoundaryKind.GLUED, "Well...", "now")));
    assertFalse(Arrays.equals(base, features("de", BoundaryKind.ELLIPSIS, "Well...", "now")));
  }

  @Test
  void readNothingOutsideTheBlock() {
    String text = "Outside. Inside it ends now. Outside";
    BoundaryFeatures features = new BoundaryFeatures(text, lexicons.get("en"));
    features.enter(9, 28);
    int[] whole = new int[BoundaryFeatures.COUNT];
    features.extract(BoundaryKind.NO_TERMINATOR, 9, 15, 16, whole);
    String block = text.substring(9, 28);
    BoundaryFeatures alone = new BoundaryFeatures(block, lexicons.get("en"));
    alone.enter(0, block.length());
    int[] expected = new int[BoundaryFeatures.COUNT];
    alone.extract(BoundaryKind.NO_TERMINATOR, 0, 6, 7, expected);
    assertArrayEquals(expected, whole);
  }
}
