package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.text.AnalyzedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordModelTest {
  private static final DocumentFrequencies NONE_LISTED =
      DocumentFrequencies.of(new int[0], new float[0]);

  private static final AnalyzedText TEXT =
      Analyzed.text(
          """
          Storm tears crane from its rails

          A crane fell on the quay of Elsie on Monday. The crane weighed 400 tons. Its driver had \
          left the crane. Elsie has no other.
          """);

  private static final TermUses USES = TermUses.of(TEXT);

  @Test
  void givesEveryInputACellOfItsOwnRange() {
    int[] crane = cells("crane");
    assertTrue(ascending(crane), () -> Arrays.toString(crane));
    assertTrue(crane[WordModel.INPUTS - 1] < WordModel.CELLS, () -> Arrays.toString(crane));
  }

  @Test
  void tellsAWordOfTheHeadlineFromAnother() {
    assertNotEquals(cells("fell")[2], cells("crane")[2]);
  }

  @Test
  void countsTheLeadSentencesThatContainAWord() {
    assertEquals(2, cells("crane")[3] - cells("weigh")[3], "three lead sentences against one");
  }

  @Test
  void tellsNamesAndNumbersFromOtherWords() {
    int plain = cells("weigh")[1];
    assertEquals(2, cells("elsi")[1] - plain);
    assertEquals(3, cells("400")[1] - plain);
  }

  @Test
  void hasNoCellsForStopWords() {
    assertEquals(-1, cells("the")[0]);
  }

  @Test
  void sumsTheWeightsOfAWordsCellsAsLogOdds() {
    float[] weight = new float[WordModel.CELLS];
    for (int cell : cells("crane")) {
      weight[cell] = 0.5f;
    }
    float[] probabilities =
        new WordModel(weight).probabilities(TEXT, USES, Salience.of(TEXT, USES, NONE_LISTED));
    assertEquals(1 / (1 + Math.exp(-2.5)), probabilities[Analyzed.term(TEXT, "crane")], 1e-6);
    assertEquals(0, probabilities[Analyzed.term(TEXT, "the")]);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    float[] weight = new float[WordModel.CELLS];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = i % 7 - 3;
    }
    WordModel model = new WordModel(weight);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    WordModel read =
        WordModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    Salience salience = Salience.of(TEXT, USES, NONE_LISTED);
    assertArrayEquals(
        model.probabilities(TEXT, USES, salience), read.probabilities(TEXT, USES, salience));
  }

  private static int[] cells(String stem) {
    int at = Analyzed.term(TEXT, stem) * WordModel.INPUTS;
    return Arrays.copyOfRange(WordModel.cells(TEXT, NONE_LISTED), at, at + WordModel.INPUTS);
  }

  private static boolean ascending(int[] cells) {
    for (int i = 1; i < cells.length; i++) {
      if (cells[i] <= cells[i - 1]) {
        return false;
      }
    }
    return true;
  }
}
