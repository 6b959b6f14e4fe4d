package dev.nutgraf.text;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A logistic model of sentence boundaries: one weight per feature, a byte each. Its file {@code
 * boundaries.bin} is a {@link ModelFile} whose values are the weights. Immutable.
 *
 * @param weights by feature number
 * @param provenance data and command of the training; lines of text without an empty one
 * @param checksum CRC-32C of the file, eight hex digits; empty for a model that was not read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BoundaryModel(byte[] weights, String provenance, String checksum) {
  private static final String RESOURCE = "boundaries.bin";

  /** Changes with the size of the feature space; another meaning needs another last number. */
  private static final int FEATURES = (BoundaryFeatures.COUNT << 16 | BoundaryFeatures.SPACE) + 1;

  /** Reads the model on the class path. */
  static BoundaryModel load() {
    try (InputStream in = BoundaryModel.class.getResourceAsStream(RESOURCE)) {
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
  static BoundaryModel read(InputStream in) throws IOException {
    ModelFile file = ModelFile.read(in, FEATURES);
    byte[] weights = new byte[BoundaryFeatures.SPACE];
    file.values().readFully(weights);
    return new BoundaryModel(weights, file.provenance(), file.checksum());
  }

  /** Writes a model file that {@link #read} reads. */
  void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    ModelFile.writeHead(out, provenance, FEATURES);
    out.write(weights);
    out.flush();
  }

  /** Returns a classifier of the boundaries in one text; not thread-safe. */
  BoundaryClassifier over(BoundaryFeatures features) {
    int[] buffer = new int[BoundaryFeatures.COUNT];
    return (kind, begin, close, next) -> {
      features.extract(kind, begin, close, next, buffer);
      int sum = 0;
      for (int feature : buffer) {
        sum += weights[feature];
      }
      return sum > 0;
    };
  }
}
