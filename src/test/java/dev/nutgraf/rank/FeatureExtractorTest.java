package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
  private static final Model MODEL = Model.load();

  @Test
  void countsPositionsFromTheStartOfTheTextAndOfTheParagraph() {
    FeatureMatrix features =
        features("A crane fell. Nobody was hurt.\n\nThe quay is closed. Ferries wait outside.");
    assertEquals(2, features.get(2, Feature.POSITION));
    assertEquals(0.5f, features.get(2, Feature.RELATIVE_POSITION));
    assertEquals(1, features.get(3, Feature.PARAGRAPH_POSITION));
    assertEquals(Math.log1p(6), features.get(2, Feature.WORDS_BEFORE), 1e-6);
  }

  @Test
  void knowsNoParagraphsInATextOfOne() {
    FeatureMatrix features = features("A crane fell. Nobody was hurt.");
    assertEquals(-1, features.get(1, Feature.PARAGRAPH_POSITION));
  }

  @Test
  void comparesLengthsWithTheMeanAndWithEachOther() {
    FeatureMatrix features = features("One crane fell. One crane fell on one quay at noon.");
    assertEquals(3, features.get(0, Feature.LENGTH));
    assertEquals(5.5f, features.get(0, Feature.MEAN_LENGTH));
    assertEquals(3 / 5.5f, features.get(0, Feature.RELATIVE_LENGTH), 1e-6);
    assertEquals(0.5f, features.get(0, Feature.LENGTH_RANK), "one of two is longer");
    assertEquals(0, features.get(1, Feature.LENGTH_RANK), "none is longer");
    assertEquals(3, features.get(1, Feature.PREVIOUS_LENGTH));
  }

  @Test
  void findsASentenceSimilarToItsNeighborAndTheLead() {
    FeatureMatrix features =
        features(
            "The crane fell on the quay. The crane fell on the quay! Bakers sell fresh bread.");
    assertEquals(1, features.get(1, Feature.PREVIOUS), 1e-6);
    assertEquals(1, features.get(0, Feature.NEXT), 1e-6);
    assertEquals(1, features.get(1, Feature.LEAD), 1e-6);
    assertEquals(0, features.get(2, Feature.PREVIOUS), 1e-6);
    assertEquals(0, features.get(2, Feature.LEAD), 1e-6);
    assertEquals(1, features.get(1, Feature.PRECEDING), 1e-6);
    assertEquals(0.5, features.get(0, Feature.FOLLOWING), 1e-6, "one of two that follow");
    assertTrue(
        features.get(0, Feature.CENTRALITY) > features.get(2, Feature.CENTRALITY), "centrality");
    assertEquals(2 / 3f, features.get(2, Feature.CENTRALITY_RANK), 1e-6);
  }

  @Test
  void measuresTheShareOfTheHeadlineThatASentenceContains() {
    FeatureMatrix features =
        features(
            """
            Storm tears crane from its rails

            A crane was torn from its rails by a storm on Monday. Ferries wait outside the bay. \
            They will sail again when the wind has turned.
            """);
    assertTrue(features.get(0, Feature.HEADLINE) > 0.5, "storm, crane and rails");
    assertEquals(0, features.get(1, Feature.HEADLINE));
    assertEquals(0, features.get(0, Feature.HEADLINE_RANK));
    assertEquals(1 / 3f, features.get(1, Feature.HEADLINE_RANK), 1e-6);
  }

  @Test
  void countsWordsThatNoEarlierSentenceContains() {
    FeatureMatrix features = features("A crane fell. A crane fell. The crane crushed barrels.");
    assertEquals(1, features.get(0, Feature.NOVELTY), 1e-6);
    assertEquals(0, features.get(1, Feature.NOVELTY), 1e-6);
    assertTrue(features.get(2, Feature.NOVELTY) > 0.3, "crushed barrels");
    assertEquals(0, features.get(1, Feature.EXPECTED_NEW), 1e-6);
  }

  @Test
  void countsPairsOfWordsThatTheArticleRepeats() {
    FeatureMatrix features = features("Harbor cranes fell. Harbor cranes stand. Bread was sold.");
    assertEquals(0.5f, features.get(0, Feature.REPEATED_PAIRS));
    assertEquals(0, features.get(2, Feature.REPEATED_PAIRS));
  }

  @Test
  void countsNamesNumbersCommasAndAsides() {
    FeatureMatrix features =
        features("On Monday, Anna Berg (the mayor) counted 40 ships, 3 cranes and Anna Berg.");
    assertEquals(3, features.get(0, Feature.NEW_NAMES), "Monday, Anna, Berg");
    assertEquals(2, features.get(0, Feature.NUMBERS));
    assertEquals(2, features.get(0, Feature.COMMAS));
    assertEquals(1, features.get(0, Feature.ASIDES));
    assertEquals(1, features.get(0, Feature.DAY));
  }

  @Test
  void countsPersonalWords() {
    FeatureMatrix features = features("A crane fell on the quay. Do we know why?");
    assertEquals(0.25f, features.get(1, Feature.PERSONAL));
  }

  private static FeatureMatrix features(String text) {
    return FeatureMatrix.of(Analyzed.text(text), MODEL.documentFrequencies(), MODEL.wordModel());
  }
}
