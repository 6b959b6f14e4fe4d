package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocumentFrequenciesTest {
  private static final float HALF_A_STEP = 0.5f / 255;

  private final DocumentFrequencies frequencies = frequencies();

  private static DocumentFrequencies frequencies() {
    int year = DocumentFrequencies.hash("en", "year");
    int harbor = DocumentFrequencies.hash("en", "harbor");
    int[] hashes = {year, harbor};
    Arrays.sort(hashes);
    return DocumentFrequencies.of(
        hashes, hashes[0] == year ? new float[] {0.1f, 0.8f} : new float[] {0.8f, 0.1f});
  }

  @Test
  void returnsTheFrequencyOfAListedStemToHalfAStep() {
    assertEquals(0.1f, frequencies.idf("en", "year"), HALF_A_STEP);
    assertEquals(0.8f, frequencies.idf("en", "harbor"), HALF_A_STEP);
  }

  @Test
  void countsAnUnlistedStemAndAnUnlistedLanguageAsRare() {
    assertEquals(1, frequencies.idf("en", "harpsichord"));
    assertEquals(1, frequencies.idf("de", "year"));
  }

  @Test
  void hashesTheSameStemOfTwoLanguagesDifferently() {
    assertNotEquals(DocumentFrequencies.hash("en", "son"), DocumentFrequencies.hash("fr", "son"));
  }

  @Test
  void readsWhatItWrote() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    frequencies.write(new DataOutputStream(bytes));
    DocumentFrequencies read =
        DocumentFrequencies.read(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertEquals(frequencies.idf("en", "year"), read.idf("en", "year"));
    assertEquals(frequencies.idf("en", "harbor"), read.idf("en", "harbor"));
  }
}
