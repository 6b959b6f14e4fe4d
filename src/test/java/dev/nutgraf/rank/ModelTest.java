package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final int MEGABYTE = 1 << 20;

  private final Model deployed = Model.load();

  @Test
  void saysWhereItComesFrom() {
    assertTrue(deployed.provenance().contains("command: train "), deployed.provenance());
    assertTrue(deployed.provenance().contains("SHA-256 "), deployed.provenance());
  }

  @Test
  void staysWithinAMegabyteAndSurvivesWritingAndReading() throws IOException {
    byte[] bytes = bytes(deployed);
    assertTrue(bytes.length <= MEGABYTE, bytes.length + " bytes");
    Model again = Model.read(new ByteArrayInputStream(bytes));
    assertEquals(deployed.checksum(), again.checksum());
    assertEquals(deployed.provenance(), again.provenance());
  }

  @Test
  void usesEveryFeature() {
    assertEquals(List.of(), deployed.unusedFeatures());
  }

  @Test
  void statesItsPrices() {
    assertTrue(deployed.provenance().contains("prices: " + deployed.prices()));
  }

  @Test
  void hasAnotherChecksumWhenAnythingDiffers() throws IOException {
    byte[] bytes =
        bytes(
            new Model(
                deployed.provenance() + "\nchanged",
                deployed.documentFrequencies(),
                deployed.wordModel(),
                deployed.trees(),
                deployed.prices()));
    assertNotEquals(deployed.checksum(), Model.read(new ByteArrayInputStream(bytes)).checksum());
  }

  @Test
  void refusesAFileThatIsCutShort() throws IOException {
    byte[] bytes = bytes(deployed);
    for (int length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
      ByteArrayInputStream part = new ByteArrayInputStream(Arrays.copyOf(bytes, length));
      assertThrows(IOException.class, () -> Model.read(part), () -> length + " bytes");
    }
  }

  @Test
  void refusesAModelOfOtherFeatures() throws IOException {
    byte[] bytes = bytes(deployed);
    bytes[deployed.provenance().strip().getBytes(StandardCharsets.UTF_8).length + 2]++;
    assertThrows(IOException.class, () -> Model.read(new ByteArrayInputStream(bytes)));
  }

  @Test
  void knowsCommonWordsFromRareOnes() {
    assertTrue(deployed.documentFrequencies().idf("en", "year") < 0.3);
    assertEquals(1, deployed.documentFrequencies().idf("en", "harpsichordist"));
    assertEquals(1, deployed.documentFrequencies().idf("xx", "year"), "a language without a list");
  }

  private static byte[] bytes(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(bytes);
    return bytes.toByteArray();
  }
}
