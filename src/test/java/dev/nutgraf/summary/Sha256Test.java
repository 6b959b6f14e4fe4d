package dev.nutgraf.summary;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class Sha256Test {
  /** The example of FIPS 180-4 for a message of one block. */
  @Test
  void hashesTheExampleOfTheStandard() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Sha256.hex("abc".getBytes(US_ASCII)));
    assertEquals(32, Sha256.digest(new byte[0]).length);
  }
}
