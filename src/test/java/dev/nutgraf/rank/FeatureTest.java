package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureTest {
  @Test
  void hasALabelOfPlainWordsThatNoOtherFeatureHas() {
    for (Feature feature : Feature.values()) {
      assertTrue(feature.label().matches("[a-z]+( [a-z]+)*"), feature.label());
    }
    assertEquals(
        Feature.values().length,
        Arrays.stream(Feature.values()).map(Feature::label).distinct().count());
  }

  @Test
  void hasAColumnOfItsOwnWithinARow() {
    assertEquals(
        FeatureMatrix.COUNT,
        Arrays.stream(Feature.values())
            .mapToInt(Feature::index)
            .filter(index -> index >= 0 && index < FeatureMatrix.COUNT)
            .distinct()
            .count());
  }
}
