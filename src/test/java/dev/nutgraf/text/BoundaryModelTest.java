package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BoundaryModelTest {
  private final BoundaryModel deployed = BoundaryModel.load();

  @Test
  void namesItsCommandAndItsData() {
    assertTrue(deployed.provenance().contains("command: train-boundaries"));
    assertTrue(deployed.provenance().contains("data: "));
  }

  @Test
  void survivesWritingAndReading() throws IOException {
    BoundaryModel again = BoundaryModel.read(new ByteArrayInputStream(bytes(deployed)));
    assertArrayEquals(deployed.weights(), again.weights());
    assertEquals(deployed.provenance(), again.provenance());
    assertEquals(deployed.checksum(), again.checksum());
  }

  @Test
  void hasAnotherChecksumWhenOneWeightDiffers() throws IOException {
    byte[] bytes = bytes(deployed);
    bytes[bytes.length - 1]++;
    assertNotEquals(
        deployed.checksum(), BoundaryModel.read(new ByteArrayInputStream(bytes)).checksum());
  }

  @Test
  void rejectsATruncatedFile() throws IOException {
    byte[] bytes = bytes(deployed);
    for (int length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
      ByteArrayInputStream part = new ByteArrayInputStream(Arrays.copyOf(bytes, length));
      assertThrows(IOException.class, () -> BoundaryModel.read(part), () -> length + " bytes");
    }
  }

  @Test
  void rejectsAModelOfOtherFeatures() throws IOException {
    byte[] bytes = bytes(deployed);
    bytes[deployed.provenance().getBytes(StandardCharsets.UTF_8).length + 2]++;
    IOException e =
        assertThrows(IOException.class, () -> BoundaryModel.read(new ByteArrayInputStream(bytes)));
    assertTrue(String.valueOf(e.getMessage()).contains("train it again"), e.getMessage());
  }

  @Test
  void rejectsAProvenanceWithAnEmptyLine() {
    BoundaryModel model = new BoundaryModel(deployed.weights(), "a\n\nb", "");
    assertThrows(IllegalArgumentException.class, () -> bytes(model));
  }

  private static byte[] bytes(BoundaryModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(bytes);
    return bytes.toByteArray();
  }
}
