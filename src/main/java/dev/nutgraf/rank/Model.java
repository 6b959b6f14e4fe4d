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
 * Everything that training learned: document frequencies, the word model and the trees that turn a
 * sentence's features into its score.
 *
 * <p>The file {@code model.bin} starts with the provenance, lines of text that an empty line ends.
 * Big-endian binary data follows: a hash of the feature labels, which ties the file to the order
 * and meaning of the columns, then each part in the order of the components below. {@code train}
 * writes it; only its values, never its layout, differ between two trainings.
 *
 * @param provenance data, command and measured figures of the training; lines of text without an
 *     empty one
 * @param documentFrequencies how common each word is in its language
 * @param wordModel the probability of each word of an article to occur in its summary
 * @param trees the score of a sentence, from its features
 * @param redundancy the score that a summary loses for two sentences of the same words
 * @param checksum CRC-32C of the file, eight hex digits; empty for a model that was not read
 */
public record Model(
    String provenance,
    DocumentFrequencies documentFrequencies,
    WordModel wordModel,
    GradientBoostedTrees trees,
    double redundancy,
    String checksum) {
  private static final String RESOURCE = "model.bin";
  private static final int FEATURE_HASH = featureHash();

  private static int featureHash() {
    StringJoiner labels = new StringJoiner("|");
    for (Feature column : Feature.values()) {
      labels.add(column.label());
    }
    return labels.toString().hashCode();
  }

  /**
   * Checks the provenance.
   *
   * @throws IllegalArgumentException if it holds an empty line, which would end it early in the
   *     file
   */
  public Model {
    if (provenance.contains("\n\n")) {
      throw new IllegalArgumentException("The provenance contains an empty line");
    }
  }

  /** Creates a model that was trained rather than read. */
  public Model(
      String provenance,
      DocumentFrequencies documentFrequencies,
      WordModel wordModel,
      GradientBoostedTrees trees,
      double redundancy) {
    this(provenance, documentFrequencies, wordModel, trees, redundancy, "");
  }

  /** Reads the model on the class path. */
  static Model load() {
    try (InputStream in = Model.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path: build again");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read: build again", e);
    }
  }

  /**
   * Reads a model file.
   *
   * @throws IOException if it is truncated, or was trained on other features than this version's
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
    if (in.readInt() != FEATURE_HASH) {
      throw new IOException(
          "The model was trained on other features than this version's: train it again");
    }
    DocumentFrequencies documentFrequencies = DocumentFrequencies.read(in);
    WordModel wordModel = WordModel.read(in);
    GradientBoostedTrees trees = GradientBoostedTrees.read(in);
    double redundancy = in.readDouble();
    return new Model(
        text.toString(StandardCharsets.UTF_8).strip(),
        documentFrequencies,
        wordModel,
        trees,
        redundancy,
        HexFormat.of().toHexDigits((int) checksum.getValue()));
  }

  /** Writes a model file that {@link #read} reads. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
    out.write((provenance.strip() + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.writeInt(FEATURE_HASH);
    documentFrequencies.write(out);
    wordModel.write(out);
    trees.write(out);
    out.writeDouble(redundancy);
    out.flush();
  }
}
