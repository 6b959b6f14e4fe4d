package dev.nutgraf.rank;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.zip.CRC32C;

/**
 * All that training has learned: how rare words are, and how a sentence's features make its score.
 * A model file opens with its provenance, lines of text up to an empty one; numbers follow.
 *
 * @param provenance where it comes from: data, command, figures; lines of text, none of them empty
 * @param background how rare words are
 * @param words how likely each word of an article stands in its summary
 * @param forest scores a sentence by its features
 * @param redundancy what a summary loses by two sentences that say the same, in units of score
 * @param checksum of the file, eight hex digits; of a model that was not read, empty
 */
public record Model(
    String provenance,
    DocumentFrequencies background,
    WordModel words,
    GradientBoostedTrees forest,
    double redundancy,
    String checksum) {
  private static final String RESOURCE = "model.bin";
  private static final int FEATURES = columns();

  /** A number that differs for other features. */
  private static int columns() {
    StringJoiner labels = new StringJoiner("|");
    for (Feature column : Feature.values()) {
      labels.add(column.label());
    }
    return labels.toString().hashCode();
  }

  /** Refuses a provenance that would end early in the file. */
  public Model {
    if (provenance.contains("\n\n")) {
      throw new IllegalArgumentException("The provenance holds an empty line");
    }
  }

  /** A model that training has just made. */
  public Model(
      String provenance,
      DocumentFrequencies background,
      WordModel words,
      GradientBoostedTrees forest,
      double redundancy) {
    this(provenance, background, words, forest, redundancy, "");
  }

  /** The model that is deployed with the code. */
  static Model load() {
    try (InputStream in = Model.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The package lacks its ranking model, " + RESOURCE);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The ranking model cannot be read", e);
    }
  }

  /**
   * Reads a model file.
   *
   * @throws IOException if it is cut short, or was trained on other features than this version's
   */
  public static Model read(InputStream stream) throws IOException {
    byte[] bytes = stream.readAllBytes();
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int before = 0;
    for (int b = in.readUnsignedByte(); b != '\n' || before != '\n'; b = in.readUnsignedByte()) {
      text.write(b);
      before = b;
    }
    if (in.readInt() != FEATURES) {
      throw new IOException("The model was trained on other features: train it again");
    }
    DocumentFrequencies background = DocumentFrequencies.read(in);
    WordModel words = WordModel.read(in);
    GradientBoostedTrees forest = GradientBoostedTrees.read(in);
    double redundancy = in.readDouble();
    return new Model(
        text.toString(StandardCharsets.UTF_8).strip(),
        background,
        words,
        forest,
        redundancy,
        HexFormat.of().toHexDigits((int) checksum.getValue()));
  }

  /** Writes the model file. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
    out.write((provenance.strip() + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.writeInt(FEATURES);
    background.write(out);
    words.write(out);
    forest.write(out);
    out.writeDouble(redundancy);
    out.flush();
  }
}
