package dev.nutgraf.text;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The frame of a trained model's file: its provenance, lines of text that an empty line ends, then
 * a number that identifies the features it was trained on, then its own values, big-endian.
 */
public final class ModelFile {
  private final String provenance;
  private final DataInputStream values;
  private final String checksum;

  private ModelFile(String provenance, DataInputStream values, String checksum) {
    this.provenance = provenance;
    this.values = values;
    this.checksum = checksum;
  }

  /**
   * Reads a file up to its values.
   *
   * @param features the number that identifies this version's features
   * @throws IOException if the file is truncated, or was trained on other features
   */
  public static ModelFile read(InputStream stream, int features) throws IOException {
    byte[] bytes = stream.readAllBytes();
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    int end = 0;
    while (end + 1 < bytes.length && (bytes[end] != '\n' || bytes[end + 1] != '\n')) {
      end++;
    }
    if (end + 2 + Integer.BYTES > bytes.length) {
      throw new IOException("The model file is truncated or lacks its provenance");
    }
    DataInputStream values =
        new DataInputStream(new ByteArrayInputStream(bytes, end + 2, bytes.length - end - 2));
    if (values.readInt() != features) {
      throw new IOException(
          "The model was trained on other features than this version's: train it again");
    }
    return new ModelFile(
        new String(bytes, 0, end, StandardCharsets.UTF_8).strip(),
        values,
        HexFormat.of().toHexDigits((int) checksum.getValue()));
  }

  /**
   * Writes everything before the values.
   *
   * @param provenance lines of text, none of them empty
   * @param features the number that identifies this version's features
   */
  public static void writeHead(DataOutputStream out, String provenance, int features)
      throws IOException {
    out.write((checked(provenance).strip() + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.writeInt(features);
  }

  /**
   * Returns the provenance.
   *
   * @throws IllegalArgumentException if it holds an empty line, which would end it early in the
   *     file
   */
  public static String checked(String provenance) {
    if (provenance.contains("\n\n")) {
      throw new IllegalArgumentException("The provenance contains an empty line");
    }
    return provenance;
  }

  /** Returns data, command and measured figures of the training. */
  public String provenance() {
    return provenance;
  }

  /** Returns the values, to be read once and in order. */
  public DataInputStream values() {
    return values;
  }

  /** Returns the CRC-32C of the whole file, eight hex digits. */
  public String checksum() {
    return checksum;
  }
}
